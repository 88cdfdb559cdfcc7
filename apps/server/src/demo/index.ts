import { LEVELS, type Level } from '@incipit/access'
import type { AccountService } from '../accounts/index.ts'
import { createAccountStore } from '../accounts/store.ts'
import type { Collaboration } from '../collaboration/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { NewId } from '../platform/ids.ts'
import type { Logger } from '../platform/logger.ts'
import { fillLibrary } from './fill-library.ts'
import { createPast } from './past.ts'
import { descriptionOf } from './people.ts'

/** An account anybody may use on a demo server. */
export interface DemoAccount {
  readonly level: Level
  readonly name: string
  readonly email: string
  readonly hue: number
  /** What it may do, in a sentence. */
  readonly description: string
}

export interface DemoDeps {
  readonly db: Database
  readonly accounts: AccountService
  readonly collaboration: Collaboration
  readonly clock: Clock
  readonly logger: Logger
  readonly newId: NewId
}

/** The demo: four accounts to sign in to with one click, and the library "Scriptorium" with a history. */
export function createDemo({ db, accounts, collaboration, clock, logger, newId }: DemoDeps) {
  const store = createAccountStore(db)
  return {
    /** Fills an empty server; one that has people already is left as it is. Returns whether it filled. */
    async fill(): Promise<boolean> {
      if ((await store.countUsers(db)) > 0) return false
      const now = clock.now()
      await fillLibrary(createPast({ db, collaboration, logger, newId, start: now }), newId, now)
      return true
    },

    /** The accounts there are, by what they may do: admin first. */
    async accounts(): Promise<DemoAccount[]> {
      const users = await accounts.findDemoUsers()
      return users
        .map(({ demoLevel, name, email, hue }) => ({
          level: demoLevel as Level,
          name,
          email,
          hue,
          description: descriptionOf(email),
        }))
        .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
    },
  }
}

export type DemoAccounts = ReturnType<typeof createDemo>
