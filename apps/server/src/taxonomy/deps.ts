import type { Changes } from '../audit/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { LibraryRow } from '../libraries/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { NewId } from '../platform/ids.ts'
import type { TaxonomyStore } from './store.ts'

/** What categories, tags and custom fields are built on. */
export interface TaxonomyDeps {
  readonly db: Database
  readonly store: TaxonomyStore
  readonly findLibraries: (ids: readonly string[]) => Promise<LibraryRow[]>
  readonly catalogue: Pick<Catalogue, 'refreshSearch'>
  readonly changes: Changes
  readonly clock: Clock
  readonly newId: NewId
}
