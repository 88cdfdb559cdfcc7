import type { AccountService } from '../accounts/index.ts'
import type { Changes } from '../audit/index.ts'
import type { Bus } from '../platform/bus.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { NewId } from '../platform/ids.ts'
import type { LibraryStore } from './store.ts'

/** What libraries, members, invitations and API keys are built on. */
export interface LibraryDeps {
  readonly db: Database
  readonly store: LibraryStore
  readonly accounts: AccountService
  readonly changes: Changes
  readonly bus: Bus
  readonly clock: Clock
  readonly newId: NewId
  /** Where people reach this server, without a slash at the end. */
  readonly publicUrl: string
}
