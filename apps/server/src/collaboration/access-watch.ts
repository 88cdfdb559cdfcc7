import { CLOSE, FORBIDDEN_REASON } from '@incipit/collaboration'
import type { Actor } from '../accounts/index.ts'
import type { Bus } from '../platform/bus.ts'
import type { Logger } from '../platform/logger.ts'
import type { Connection, RoomAccess } from './connection.ts'
import type { DocumentAddress } from './store.ts'

/**
 * What an actor may do in a document now, looked up afresh: `signed-out` when the session or key is over, `none` when
 * the library is not theirs (any more), `read` also where the prompt cannot be edited.
 */
export type AccessTo = (actor: Actor, address: DocumentAddress) => Promise<RoomAccess | 'none' | 'signed-out'>

/** Payload of the bus topic `access.changed`: whoever fits all fields is looked at again. */
interface AccessChange {
  readonly userId?: string
  readonly keyId?: string
  readonly sessionId?: string
  readonly libraryId?: string
  readonly promptId?: string
}

/**
 * Keeps open connections to what their people may do: at once when a change is announced, and by itself now and then,
 * since announcements can get lost. Who may do something else than when they joined is closed, and reconnects with that.
 */
export function watchAccess(deps: {
  connections: () => Iterable<Connection>
  accessTo: AccessTo
  bus: Bus
  logger: Logger
  everyMs: number
}): () => void {
  let running = false

  async function recheck(connections: readonly Connection[]): Promise<void> {
    const groups = Map.groupBy(
      connections,
      ({ actor, room }) => `${identity(actor)} ${room.address.documentId}`,
    )
    for (const group of groups.values()) {
      const [{ actor, room }] = group as [Connection]
      try {
        const access = await deps.accessTo(actor, room.address)
        for (const connection of group) enforce(connection, access)
      } catch (error) {
        // While access cannot be looked up nobody can change it either: the next round decides.
        deps.logger.warn({ err: error }, 'access to a live document could not be checked')
      }
    }
  }

  async function recheckAll(): Promise<void> {
    if (running) return
    running = true
    await recheck([...deps.connections()])
    running = false
  }

  const timer = setInterval(() => void recheckAll(), deps.everyMs)
  timer.unref()
  const unsubscribe = deps.bus.subscribe('access.changed', (payload) => {
    const change = payload as AccessChange
    void recheck([...deps.connections()].filter((connection) => concerns(change, connection)))
  })
  return () => {
    clearInterval(timer)
    unsubscribe()
  }
}

function enforce(connection: Connection, access: Awaited<ReturnType<AccessTo>>): void {
  if (access === connection.access) return
  if (access === 'signed-out') connection.close(CLOSE.signedOut, 'signed out')
  else connection.close(CLOSE.forbidden, FORBIDDEN_REASON.accessChanged)
}

function concerns(change: AccessChange, { actor, room }: Connection): boolean {
  const { userId, keyId, sessionId, libraryId, promptId } = change
  if (userId !== undefined && !(actor.kind === 'user' && actor.id === userId)) return false
  if (keyId !== undefined && !(actor.kind === 'key' && actor.id === keyId)) return false
  if (sessionId !== undefined && !(actor.kind === 'user' && actor.sessionId === sessionId)) return false
  if (libraryId !== undefined && room.address.libraryId !== libraryId) return false
  return promptId === undefined || room.address.promptId === promptId
}

function identity(actor: Actor): string {
  return actor.kind === 'user' ? `user ${actor.id} ${actor.sessionId}` : `key ${actor.id}`
}
