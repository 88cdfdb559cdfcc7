import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE, parseRoomName, type RoomAddress } from '@incipit/collaboration'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Actor } from '../accounts/index.ts'
import { UnauthenticatedError } from '../platform/errors.ts'
import type { NewId } from '../platform/ids.ts'
import type { Logger } from '../platform/logger.ts'
import type { AccessTo } from './access-watch.ts'
import { Connection } from './connection.ts'
import type { Refusal } from './participant.ts'
import type { Rooms } from './rooms.ts'
import type { Tuning } from './tuning.ts'

const PATH = '/collab/'

export interface EntranceDeps {
  readonly rooms: Rooms
  readonly connections: Set<Connection>
  readonly accessTo: AccessTo
  /** Who a cookie or bearer token belongs to. */
  readonly authenticate: (request: IncomingMessage) => Promise<Actor | null>
  readonly redeem: (ticket: string, key: RoomAddress) => Promise<Actor | null>
  /** Whether the page that opened the socket is ours: its `Origin` header. */
  readonly isOwnOrigin: (request: IncomingMessage) => boolean
  readonly newId: NewId
  readonly logger: Logger
  readonly tuning: Tuning
}

const REFUSALS = {
  signedOut: { code: CLOSE.signedOut, reason: 'not signed in' },
  /** The same for a missing document and for one of strangers. */
  notFound: { code: CLOSE.notFound, reason: 'not found' },
  unavailable: { code: CLOSE.unavailable, reason: 'document cannot be loaded' },
  late: { code: CLOSE.unavailable, reason: 'took too long' },
  crowded: { code: CLOSE.unavailable, reason: 'too many connections' },
} as const satisfies Record<string, Refusal>

/** Lets sockets into rooms. */
export function createEntrance(deps: EntranceDeps) {
  const { rooms, connections, accessTo, newId, logger, tuning } = deps
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: tuning.limits.frameBytes,
  })
  server.on('error', (error) => logger.error({ err: error }, 'the live document socket server failed'))
  const arriving = new Set<WebSocket>()
  let open = true

  async function admit(socket: WebSocket, request: IncomingMessage, url: URL): Promise<Refusal | null> {
    const key = parseRoomName(url.pathname.slice(PATH.length))
    if (!key) return REFUSALS.notFound
    const ticket = url.searchParams.get('ticket')
    const actor = await (ticket === null ? deps.authenticate(request) : deps.redeem(ticket, key))
    if (!actor) return REFUSALS.signedOut
    const crowd = [...connections].filter((connection) => connection.actor.id === actor.id).length
    if (crowd >= tuning.connectionsPerActor) return REFUSALS.crowded
    const refusal = await rooms.within(key, async (room) => {
      const access = await accessTo(actor, room.address)
      if (access === 'signed-out') return REFUSALS.signedOut
      if (access === 'none') return REFUSALS.notFound
      if (socket.readyState !== socket.OPEN || !room.isLive) return REFUSALS.unavailable
      const connection = new Connection({ id: newId(), actor, access, room, socket, tuning })
      connections.add(connection)
      connection.start(() => connections.delete(connection))
      return 'admitted' as const
    })
    if (refusal === 'admitted') return null
    return refusal ?? REFUSALS.notFound
  }

  /** A refusal is told by a close code after the upgrade: clients see an HTTP error only as a broken connection and retry forever. */
  async function receive(socket: WebSocket, request: IncomingMessage, url: URL): Promise<void> {
    arriving.add(socket)
    const deadline = setTimeout(() => refuse(socket, REFUSALS.late), tuning.joinMs)
    try {
      const refusal = await admit(socket, request, url)
      if (refusal) refuse(socket, refusal)
    } catch (error) {
      if (error instanceof UnauthenticatedError) {
        refuse(socket, REFUSALS.signedOut)
        return
      }
      logger.error(
        { err: error, room: url.pathname.slice(PATH.length) },
        'a live document could not be joined',
      )
      refuse(socket, REFUSALS.unavailable)
    } finally {
      clearTimeout(deadline)
      arriving.delete(socket)
    }
  }

  return {
    /** Takes an HTTP upgrade if its path is a room's. @returns whether it was */
    upgrade(request: IncomingMessage, raw: Duplex, head: Buffer): boolean {
      if (!request.url?.startsWith(PATH)) return false
      raw.on('error', () => raw.destroy())
      const url = URL.parse(request.url, 'http://room')
      if (!url) reject(raw, '400 Bad Request')
      else if (!open) reject(raw, '503 Service Unavailable')
      else if (!isWelcome(request, url)) reject(raw, '403 Forbidden')
      else {
        server.handleUpgrade(request, raw, head, (socket) => {
          socket.on('error', (error) => logger.debug({ err: error }, 'a live document socket failed'))
          socket.pause()
          void receive(socket, request, url)
        })
      }
      return true
    },

    /** Lets nobody in any more. */
    close(): void {
      open = false
      for (const socket of arriving) refuse(socket, { code: CLOSE.restarting, reason: 'server restarts' })
    },
  }

  /** A foreign page may not use the visitor's cookie. Tickets and bearer tokens are not sent by browsers on their own. */
  function isWelcome(request: IncomingMessage, url: URL): boolean {
    if (url.searchParams.has('ticket') || request.headers.authorization !== undefined) return true
    if (request.headers.origin === undefined) return request.headers.cookie === undefined
    return deps.isOwnOrigin(request)
  }
}

function reject(raw: Duplex, status: string): void {
  raw.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function refuse(socket: WebSocket, { code, reason }: Refusal): void {
  socket.resume()
  socket.close(code, reason)
}
