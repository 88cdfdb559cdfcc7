import type { Changes } from '../audit/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { LibraryRow } from '../libraries/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { NewId } from '../platform/ids.ts'
import type { TaxonomyStore } from '../taxonomy/index.ts'
import type { VersionService } from '../versions/index.ts'
import type { PromptStore } from './store.ts'

/** What prompts are built on. */
export interface PromptDeps {
  readonly db: Database
  readonly store: PromptStore
  readonly versions: VersionService
  readonly catalogue: Catalogue
  readonly taxonomy: TaxonomyStore
  readonly findLibraries: (ids: readonly string[]) => Promise<LibraryRow[]>
  readonly changes: Changes
  readonly clock: Clock
  readonly newId: NewId
}
