import type { Journal } from './journal.ts'
import { LiveDocument } from './live-document.ts'
import type { Participant } from './participant.ts'
import type { Rooms } from './rooms.ts'
import { type Contributor, DamagedDocumentError, type DocumentStore, type StoredDocument } from './store.ts'

/** A live text as it was at one moment, all of it stored. */
export interface LiveText {
  readonly text: string
  /** Number of the newest edit that is part of it. */
  readonly headSeq: number
  /** Yjs state vector, first encoding. */
  readonly stateVector: Uint8Array
  /** Who edited since the last commit. */
  readonly contributors: readonly Contributor[]
}

type State = Omit<LiveText, 'contributors'>

/**
 * Reads live texts: from the room where a document is in use, else from the store, without opening a room.
 * A constant number of statements for any number of documents. Missing ones are left out; one that cannot be served is
 * an error of its own and keeps nobody from the others.
 */
export function createReader(deps: { rooms: Rooms; journal: Journal<Participant>; store: DocumentStore }) {
  const { rooms, journal, store } = deps

  /** Texts as they are at the call, once they are stored. */
  async function readRooms(libraryId: string, ids: readonly string[]): Promise<Map<string, State>> {
    const seen = ids.flatMap((documentId) => {
      const room = rooms.peek({ libraryId, documentId })
      return room ? [{ documentId, room, text: room.text, stateVector: room.stateVector }] : []
    })
    if (seen.length > 0) await journal.flush()
    return new Map(
      seen.map(({ documentId, room, ...state }) => [documentId, { ...state, headSeq: room.seq }]),
    )
  }

  return async function read(
    libraryId: string,
    ids: readonly string[],
  ): Promise<Map<string, LiveText | DamagedDocumentError>> {
    const live = await readRooms(libraryId, ids)
    const rest = ids.filter((id) => !live.has(id))
    const [stored, contributors] = await Promise.all([
      store.load(libraryId, rest),
      store.contributors(libraryId, ids),
    ])
    const states: (readonly [string, State | DamagedDocumentError])[] = [
      ...live,
      ...[...stored].map(([id, document]) => [id, stateOf(document)] as const),
    ]
    return new Map(
      states.map(([id, state]): [string, LiveText | DamagedDocumentError] => {
        if (state instanceof DamagedDocumentError) return [id, state]
        const wrote = (contributors.get(id) ?? []).filter(({ firstSeq }) => firstSeq <= state.headSeq)
        return [id, { ...state, contributors: wrote }]
      }),
    )
  }
}

function stateOf(stored: StoredDocument | DamagedDocumentError): State | DamagedDocumentError {
  if (stored instanceof DamagedDocumentError) return stored
  const document = new LiveDocument(stored)
  const { text, stateVector } = document
  document.destroy()
  return { text, stateVector, headSeq: stored.headSeq }
}
