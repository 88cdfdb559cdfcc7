import type { ShelfDeps } from './deps.ts'
import { createPromptShelf } from './prompt-shelf.ts'
import { createSavedSearches } from './saved-searches.ts'
import { createShelfStore } from './store.ts'

export type { SavedSearchRow } from './store.ts'

/** What people keep for themselves: favourites, what they opened last, saved searches. */
export function createShelf(given: Omit<ShelfDeps, 'store'>) {
  const deps = { ...given, store: createShelfStore(given.db) }
  return { ...createPromptShelf(deps), ...createSavedSearches(deps) }
}

export type ShelfService = ReturnType<typeof createShelf>
