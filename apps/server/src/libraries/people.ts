import { type AccountService, type ActorRef, SYSTEM } from '../accounts/index.ts'
import type { Database } from '../platform/database.ts'
import type { LibraryStore } from './store.ts'

/** Names for the ids that stand beside edits: people and API keys. */
export interface People {
  /** One reference for each known id, in the order of the ids; unknown ids are left out. */
  refs(libraryId: string, ids: readonly string[]): Promise<ActorRef[]>
}

export function createPeople(deps: { db: Database; accounts: AccountService; store: LibraryStore }): People {
  return {
    async refs(libraryId, ids) {
      if (ids.length === 0) return []
      const users = await deps.accounts.findUsers(deps.db, ids)
      const known = new Map<string, ActorRef>(
        users.map((user) => [user.id, { kind: 'user', id: user.id, name: user.name }]),
      )
      const rest = ids.filter((id) => !known.has(id) && id !== SYSTEM.id)
      if (rest.length > 0) {
        for (const key of await deps.store.findApiKeys(libraryId, rest)) {
          known.set(key.id, { kind: 'key', id: key.id, name: key.name })
        }
      }
      known.set(SYSTEM.id, { kind: 'system', id: SYSTEM.id, name: SYSTEM.name })
      return [...new Set(ids)].flatMap((id) => known.get(id) ?? [])
    },
  }
}
