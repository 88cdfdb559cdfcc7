import type { Changes } from '../audit/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { NewId } from '../platform/ids.ts'
import type { PromptStore } from '../prompts/index.ts'
import type { ShelfStore } from './store.ts'

/** What shelves are built on. */
export interface ShelfDeps {
  readonly db: Database
  readonly store: ShelfStore
  readonly prompts: PromptStore
  readonly changes: Changes
  readonly clock: Clock
  readonly newId: NewId
}
