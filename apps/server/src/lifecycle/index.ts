import { createLifecycleService, type LifecycleDeps } from './service.ts'
import { createLifecycleStore } from './store.ts'

export type { LifecycleService, OfferedMove } from './service.ts'
export type { StatusChangeRow } from './store.ts'

/** The life of prompts: moves between statuses, archive, restoring, deletion. */
export function createLifecycle(given: Omit<LifecycleDeps, 'store'>) {
  return createLifecycleService({ ...given, store: createLifecycleStore(given.db) })
}
