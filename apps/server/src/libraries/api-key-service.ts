import { LEVELS, type Level, SCOPES, type Scope } from '@incipit/access'
import { z } from 'zod'
import { hashSecret, hueOf, type KeyActor, newSecret } from '../accounts/index.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import { line, parseInput } from '../platform/input.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import { authorize, type Caller } from './authorize.ts'
import type { LibraryDeps } from './deps.ts'
import type { ApiKeyRow } from './store.ts'

const KEY_TOUCH_MS = 60_000
const MOST_KEYS = 200

const createKeyInput = z.strictObject({
  name: line('The name', 1, 80),
  level: z.enum(LEVELS),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1, 'Choose at least one scope; a key without scopes can do nothing.')
    .max(SCOPES.length),
  expiresAt: z.date().nullish(),
})

/** Keys for programs. */
export function createApiKeyService(deps: LibraryDeps) {
  const { db, store, changes, bus, clock, newId } = deps

  async function findKeyActor(libraryId: string, id: string): Promise<KeyActor | null> {
    const row = await store.findApiKey(db, libraryId, id)
    return row && !row.revokedAt && (!row.expiresAt || row.expiresAt > clock.now()) ? keyActor(row) : null
  }

  return {
    async apiKeys(caller: Caller, libraryId: string, args: PageArgs) {
      await authorize(caller, libraryId, 'key.manage', 'The library')
      return connection(args, {
        list: 'api-keys',
        descending: true,
        key: ['instant', 'uuid'],
        keyOf: (row: ApiKeyRow) => [row.createdAt.toISOString(), row.id],
        fetch: (window) => store.listApiKeys(libraryId, window),
        count: () => store.countApiKeys(db, libraryId),
      })
    },

    async apiKey(caller: Caller, libraryId: string, id: string): Promise<ApiKeyRow | null> {
      const own =
        caller.actor?.kind === 'key' && caller.actor.id === id && caller.actor.libraryId === libraryId
      if (!own) await authorize(caller, libraryId, 'key.manage', 'The API key')
      return store.findApiKey(db, libraryId, id)
    },

    /** The secret is in the answer and nowhere else. */
    async createApiKey(
      caller: Caller,
      input: { libraryId: string; name: string; level: Level; scopes: Scope[]; expiresAt?: Date | null },
    ): Promise<{ apiKey: ApiKeyRow; secret: string }> {
      const actor = await authorize(caller, input.libraryId, 'key.manage', 'The library')
      const { libraryId, ...rest } = input
      const values = parseInput(createKeyInput, rest)
      if (values.expiresAt && values.expiresAt <= clock.now()) {
        throw ValidationError.of(
          'expiresAt',
          'The key would have expired already. Choose a time to come, or none.',
        )
      }
      const secret = newSecret('ick')
      const row: ApiKeyRow = {
        libraryId,
        id: newId(),
        name: values.name,
        level: values.level,
        scopes: [...new Set(values.scopes)],
        prefix: secret.slice(0, 10),
        secretHash: hashSecret(secret),
        createdBy: actor.kind === 'user' ? actor.id : null,
        createdAt: clock.now(),
        expiresAt: values.expiresAt ?? null,
        lastUsedAt: null,
        revokedAt: null,
      }
      await changes.run(libraryId, actor, async (tx, note) => {
        if ((await store.countApiKeys(tx, libraryId)) >= MOST_KEYS) {
          throw new ConflictError(`A library has at most ${MOST_KEYS} API keys, revoked ones included.`)
        }
        await store.insertApiKey(tx, row)
        note({
          action: 'key.create',
          subject: keySubject(row),
          after: keyState(row),
          details: { level: row.level, scopes: row.scopes },
        })
      })
      return { apiKey: row, secret }
    },

    async revokeApiKey(caller: Caller, libraryId: string, id: string): Promise<ApiKeyRow> {
      const actor = await authorize(caller, libraryId, 'key.manage', 'The API key')
      const row = await changes.run(libraryId, actor, async (tx, note) => {
        const before = await store.findApiKey(tx, libraryId, id)
        if (!before) throw new NotFoundError('The API key')
        if (before.revokedAt) return before
        const after = await store.revokeApiKey(tx, before, clock.now())
        note({
          action: 'key.revoke',
          subject: keySubject(after),
          before: keyState(before),
          after: keyState(after),
        })
        return after
      })
      bus.publish('access.changed', { libraryId, keyId: id })
      return row
    },

    /** The program that holds this secret; null when it is unknown, revoked or expired. */
    async authenticateKey(secret: string): Promise<KeyActor | null> {
      const row = await store.findApiKeyBySecret(hashSecret(secret))
      const now = clock.now()
      if (!row || row.revokedAt || (row.expiresAt && row.expiresAt <= now)) return null
      if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > KEY_TOUCH_MS)
        await store.touchApiKey(row, now)
      return keyActor(row)
    },

    /** The key again, as it is now: null once it is revoked or has expired. */
    refreshKey: (actor: KeyActor) => findKeyActor(actor.libraryId, actor.id),
    findKeyActor,
  }
}

function keyActor(row: ApiKeyRow): KeyActor {
  return {
    kind: 'key',
    id: row.id,
    name: row.name,
    hue: hueOf(row.id),
    libraryId: row.libraryId,
    level: row.level as Level,
    scopes: row.scopes as Scope[],
  }
}

const keySubject = (row: ApiKeyRow) => ({ type: 'key', id: row.id, label: row.name })

/** What the audit log takes the hash of. */
function keyState(row: ApiKeyRow) {
  return { name: row.name, level: row.level, scopes: row.scopes, revoked: row.revokedAt !== null }
}
