import { z } from 'zod'
import { type AccountService, hashSecret, newSecret, type Origin, type SignedIn } from '../accounts/index.ts'
import { createAccountStore } from '../accounts/store.ts'
import type { LibraryRow, LibraryService } from '../libraries/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { ConflictError, NotFoundError } from '../platform/errors.ts'
import { email, line, parseInput } from '../platform/input.ts'

const setupInput = z.strictObject({
  token: z.string().max(200),
  email,
  name: line('The name', 1, 80),
  password: z.string(),
  libraryName: line('The name of the library', 1, 80),
})

export interface SetupDeps {
  readonly db: Database
  readonly accounts: AccountService
  readonly libraries: LibraryService
  readonly clock: Clock
  readonly publicUrl: string
}

/** The first administrator of a server that is not in demo mode, by a one-time link in the log. */
export function createSetup({ db, accounts, libraries, clock, publicUrl }: SetupDeps) {
  const store = createAccountStore(db)
  return {
    async isRequired(): Promise<boolean> {
      return (await store.countUsers(db)) === 0
    },

    /** A fresh link; links of earlier starts no longer work. */
    async newLink(): Promise<string> {
      const token = newSecret('icu')
      await store.saveSetupToken(hashSecret(token), clock.now())
      return `${publicUrl}/setup?token=${token}`
    },

    /** Creates the first administrator and library. Of two racing callers, one makes the admin. */
    async complete(
      input: z.input<typeof setupInput>,
      origin: Origin,
    ): Promise<{ library: LibraryRow; signedIn: SignedIn }> {
      const values = parseInput(setupInput, input)
      const signedIn = await db.transaction(async (tx) => {
        if (!(await store.useSetupToken(tx, hashSecret(values.token), clock.now())))
          throw new NotFoundError('This set-up link')
        if ((await store.countUsers(tx)) > 0)
          throw new ConflictError(
            'This server is set up already. Sign in, or ask its admin for an invitation.',
          )
        const user = await accounts.createUser(tx, {
          email: values.email,
          name: values.name,
          password: values.password,
          isOperator: true,
        })
        return accounts.startSession(tx, user, origin)
      })
      const library = await libraries.createLibraryFor(signedIn.user.id, { name: values.libraryName })
      return { library, signedIn }
    },
  }
}

export type SetupService = ReturnType<typeof createSetup>
