import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** First number of every frame. 0–3 are y-websocket's, 100 is ours. */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, committed: 100 } as const

/** Second number of a sync frame. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/**
 * What the server says once edits are stored for good (after the database's commit). A client that counts its own
 * document frames ({@link isDocumentFrame}) since it connected has everything stored when `frames` reaches its count:
 * the first one is the answer to the server's sync step 1, which holds whatever the server lacked, offline edits included.
 */
export interface Committed {
  /** How many document frames of this connection, counted in order from its opening, are durable. */
  readonly frames: number
  /** Number of the document's newest durable edit. Grows by at least one for each stored change. */
  readonly seq: number
  /** Which history of the document this is. A local copy of another epoch must be thrown away, not merged. */
  readonly epoch: number
}

/** A whole frame that carries a {@link Committed}. */
export function encodeCommitted({ frames, seq, epoch }: Committed): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.committed)
    encoding.writeVarUint(encoder, frames)
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarUint(encoder, epoch)
  })
}

/** Read a {@link Committed} from a decoder that stands behind the message type, as a y-websocket message handler gets it. */
export function readCommitted(decoder: decoding.Decoder): Committed {
  return {
    frames: decoding.readVarUint(decoder),
    seq: decoding.readVarUint(decoder),
    epoch: decoding.readVarUint(decoder),
  }
}

/** A {@link Committed} from a whole frame; `null` when the frame is another message. Later fields are ignored. */
export function decodeCommitted(frame: Uint8Array): Committed | null {
  const decoder = decoding.createDecoder(frame)
  return decoding.readVarUint(decoder) === MESSAGE.committed ? readCommitted(decoder) : null
}

/** Whether a frame bears document content (sync step 2 or update): the frames that {@link Committed} counts. */
export function isDocumentFrame(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE.sync && (frame[1] === SYNC.step2 || frame[1] === SYNC.update)
}
