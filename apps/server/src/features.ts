import type { AccountService, Actor } from './accounts/index.ts'
import type { AuditService } from './audit/index.ts'
import type { Catalogue } from './catalogue/index.ts'
import type { ChangeRequestService } from './change-requests/index.ts'
import type { Collaboration } from './collaboration/index.ts'
import type { DemoAccounts } from './demo/index.ts'
import type { ImportService } from './imports/index.ts'
import type { LibraryService, People } from './libraries/index.ts'
import type { LifecycleService } from './lifecycle/index.ts'
import type { Bus } from './platform/bus.ts'
import type { Database } from './platform/database.ts'
import type { PromptService } from './prompts/index.ts'
import type { SearchService } from './search/index.ts'
import type { SetupService } from './setup/index.ts'
import type { ShelfService } from './shelf/index.ts'
import type { StatisticsService } from './statistics/index.ts'
import type { TaxonomyService } from './taxonomy/index.ts'
import type { VersionService } from './versions/index.ts'

/** Every feature, built once by the composition root. */
export interface Features {
  readonly db: Database
  readonly bus: Bus
  readonly accounts: AccountService
  readonly libraries: LibraryService
  readonly people: People
  readonly audit: AuditService
  readonly prompts: PromptService
  readonly taxonomy: TaxonomyService
  readonly shelf: ShelfService
  readonly statistics: StatisticsService
  readonly search: SearchService
  readonly versions: VersionService
  readonly changeRequests: ChangeRequestService
  readonly lifecycle: LifecycleService
  readonly catalogue: Catalogue
  readonly collaboration: Collaboration
  readonly imports: ImportService
  readonly setup: SetupService
  readonly info: ServerInfo
  /** Whether somebody may read a library at this moment; asks the database, not a request's memory. */
  readonly mayStillRead: (actor: Actor | null, libraryId: string) => Promise<boolean>
  readonly demo: DemoAccounts
}

/** What the server tells about itself. */
export interface ServerInfo {
  readonly version: string
  readonly demo: boolean
  readonly singleSignOn: { readonly label: string; readonly url: string } | null
}
