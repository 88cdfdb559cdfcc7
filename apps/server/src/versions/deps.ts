import type { Changes } from '../audit/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Collaboration } from '../collaboration/index.ts'
import type { LibraryRow, People } from '../libraries/index.ts'
import type { Bus } from '../platform/bus.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { NewId } from '../platform/ids.ts'
import type { Logger } from '../platform/logger.ts'
import type { PromptStore } from '../prompts/store.ts'
import type { TaxonomyStore } from '../taxonomy/index.ts'
import type { BranchQueue } from './branch-queue.ts'
import type { GraphCache } from './graph-cache.ts'
import type { VersionStore } from './store.ts'

/** What the feature gets from the composition root. */
export interface GivenVersionDeps {
  readonly db: Database
  readonly prompts: PromptStore
  readonly catalogue: Catalogue
  readonly taxonomy: TaxonomyStore
  readonly findLibraries: (ids: readonly string[]) => Promise<LibraryRow[]>
  readonly collaboration: Collaboration
  readonly people: People
  readonly changes: Changes
  readonly bus: Bus
  readonly logger: Logger
  readonly clock: Clock
  readonly newId: NewId
}

/** What branches, commits and their numbers are built on. */
export interface VersionDeps extends GivenVersionDeps {
  readonly store: VersionStore
  readonly graphs: GraphCache
  readonly queue: BranchQueue
}
