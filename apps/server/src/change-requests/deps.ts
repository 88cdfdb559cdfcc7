import type { Changes } from '../audit/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { NewId } from '../platform/ids.ts'
import type { PromptStore } from '../prompts/index.ts'
import type { TaxonomyStore } from '../taxonomy/index.ts'
import type { VersionService } from '../versions/index.ts'
import type { DiscussionStore } from './discussion-store.ts'
import type { JudgementStore } from './judgement-store.ts'
import type { ChangeRequestStore } from './store.ts'

/** What change requests, reviews and comments are built on. */
export interface ChangeRequestDeps {
  readonly db: Database
  readonly store: ChangeRequestStore
  readonly discussion: DiscussionStore
  readonly judgement: JudgementStore
  readonly versions: VersionService
  readonly prompts: PromptStore
  readonly taxonomy: TaxonomyStore
  readonly changes: Changes
  readonly clock: Clock
  readonly newId: NewId
}
