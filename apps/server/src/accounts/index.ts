import { type AccountDeps, createAccountService } from './service.ts'
import { createAccountStore } from './store.ts'

export {
  type Actor,
  type ActorRef,
  actorRef,
  type KeyActor,
  SYSTEM,
  type SystemActor,
  type UserActor,
} from './actor.ts'
export { hueOf } from './hue-of.ts'
export { hashSecret, newSecret } from './secrets.ts'
export { type AccountService, type Origin, requireUser, type SignedIn, userActor } from './service.ts'
export type { SessionRow, UserRow } from './store.ts'

export function createAccounts(deps: Omit<AccountDeps, 'store'>) {
  return createAccountService({ ...deps, store: createAccountStore(deps.db) })
}
