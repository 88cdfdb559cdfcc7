import {
  contentOf,
  type InspectedUpdate,
  missingFrom,
  normalizeText,
  normalizingEdits,
  setText,
  type TextEdit,
} from '@incipit/collaboration'
import * as Y from 'yjs'
import type { StoredDocument } from './store.ts'

/** An update that came in may not leave anything unresolved; this one did, and the document in memory is void. */
export class BrokenDocumentError extends Error {}

/** A part of a text, in UTF-16 units. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/**
 * A part of a live text that stays where it is while people write: Yjs relative positions, first encoding. Its beginning holds
 * on to what stands before it and its end to what stands behind it, so that whatever is written between them is inside.
 */
export interface TextAnchors {
  readonly start: Uint8Array
  readonly end: Uint8Array
}

/** What a change brought about: updates to store and to pass on. */
export interface Change {
  /** What the update itself changed; `null` where it held nothing new. Its sender has it already. */
  readonly update: Uint8Array | null
  /** What the server changed to keep to LF; `null` where nothing was to do. Nobody has it yet. */
  readonly correction: Uint8Array | null
}

/** To which side a relative position holds. */
const BEFORE = -1
const BEHIND = 0

/** One document in memory: its text, and the rules for changing it. */
export class LiveDocument {
  readonly #doc = new Y.Doc()
  readonly #text = contentOf(this.#doc)
  #emitted: Uint8Array | null = null
  #whole: Uint8Array | null = null
  /** Encoded size; grows by what is appended until it is measured anew. */
  #bytes = 0

  /** @throws BrokenDocumentError when what is stored does not make a document */
  constructor(stored: Pick<StoredDocument, 'snapshot' | 'updates'>) {
    this.#doc.on('update', (update: Uint8Array) => {
      this.#emitted = update
      this.#whole = null
      this.#bytes += update.length
    })
    this.catchUp([stored.snapshot, ...stored.updates.map(({ bytes }) => bytes)])
    this.#emitted = null
  }

  /** The encoded document that holds a first text. Made once: the same text made again would not merge, but stand there twice. */
  static seed(text: string): Uint8Array {
    const doc = new Y.Doc()
    contentOf(doc).insert(0, normalizeText(text))
    return Y.encodeStateAsUpdate(doc)
  }

  get text(): string {
    return this.#text.toString()
  }

  get length(): number {
    return this.#text.length
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  /** The encoded document. Kept until the next change, so that many joiners cost one encoding. */
  get whole(): Uint8Array {
    this.#whole ??= Y.encodeStateAsUpdate(this.#doc)
    this.#bytes = this.#whole.length
    return this.#whole
  }

  /** Whether the encoded document is larger than `bytes`; measured only when it might be. */
  exceeds(bytes: number): boolean {
    return this.#bytes > bytes && this.whole.length > bytes
  }

  /**
   * What somebody with this state vector lacks.
   *
   * @throws Error when the bytes are no state vector
   */
  since(stateVector: Uint8Array): Uint8Array {
    const isEmpty = stateVector.length === 1 && stateVector[0] === 0
    return isEmpty ? this.whole : Y.encodeStateAsUpdate(this.#doc, stateVector)
  }

  /** Whether the update builds on edits that are not here. */
  lacksGroundFor(update: InspectedUpdate): boolean {
    return missingFrom(update, this.#state(update))
  }

  /** Clients whose edits the update brings and that are not here yet. */
  newClients(update: InspectedUpdate): number[] {
    const state = this.#state(update)
    return [...update.spans]
      .filter(([client, { to }]) => to > (state.get(client) ?? 0))
      .map(([client]) => client)
  }

  /** Whether applying the update would change nothing. */
  holds(update: InspectedUpdate): boolean {
    return this.newClients(update).length === 0 && update.deletions.every((range) => this.#isDeleted(range))
  }

  /**
   * Apply an update that was inspected and has its ground here.
   *
   * @throws BrokenDocumentError when it leaves something unresolved all the same
   */
  apply(bytes: Uint8Array, update: InspectedUpdate): Change {
    const applied = this.#capture(() => Y.applyUpdate(this.#doc, bytes))
    const unclean = update.structs.some(({ text }) => text !== null && /[\r\0]/.test(text))
    return { update: applied, correction: unclean ? this.#correct() : null }
  }

  /** Apply stored updates; what they hold may be here already. @returns what changed, if anything */
  catchUp(updates: readonly Uint8Array[]): Uint8Array | null {
    return this.#capture(() => {
      this.#doc.transact(() => {
        for (const update of updates) Y.applyUpdate(this.#doc, update)
      })
    })
  }

  /** Change the text by edits that lead to `newText`. @returns what changed, if anything */
  edit(newText: string, edits: readonly TextEdit[]): Uint8Array | null {
    return this.#capture(() => setText(this.#text, newText, edits))
  }

  /** Holds a part of the present text. */
  anchor({ start, end }: TextSpan): TextAnchors {
    const at = (index: number, assoc: number) =>
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(this.#text, index, assoc))
    return { start: at(start, BEFORE), end: at(end, BEHIND) }
  }

  /** Where a part is now; `null` when it does not belong to this document. */
  spanOf(anchors: TextAnchors): TextSpan | null {
    const [start, end] = [this.#indexOf(anchors.start), this.#indexOf(anchors.end)]
    return start === null || end === null ? null : { start: Math.min(start, end), end }
  }

  destroy(): void {
    this.#doc.destroy()
  }

  #indexOf(position: Uint8Array): number | null {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(position), this.#doc)
    return found?.type === this.#text ? found.index : null
  }

  #correct(): Uint8Array | null {
    const text = this.text
    const edits = normalizingEdits(text)
    return this.#capture(() => setText(this.#text, text.replace(/\r\n?/g, '\n').replaceAll('\0', ''), edits))
  }

  #capture(change: () => void): Uint8Array | null {
    this.#emitted = null
    try {
      change()
    } catch (error) {
      throw new BrokenDocumentError('An update could not be applied', { cause: error })
    }
    if (this.#doc.store.pendingStructs || this.#doc.store.pendingDs) {
      throw new BrokenDocumentError('An update depends on edits that are not there')
    }
    return this.#emitted
  }

  #state(update: InspectedUpdate): Map<number, number> {
    const clients = [
      ...update.spans.keys(),
      ...update.references.map((id) => id.client),
      ...update.deletions.map((id) => id.client),
    ]
    return new Map(clients.map((client) => [client, Y.getState(this.#doc.store, client)]))
  }

  #isDeleted({ client, clock, length }: InspectedUpdate['deletions'][number]): boolean {
    const structs = this.#doc.store.clients.get(client)
    const end = clock + length
    if (!structs || Y.getState(this.#doc.store, client) < end) return false
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
      const struct = structs[index]!
      if (struct.id.clock >= end) return true
      if (!struct.deleted) return false
    }
    return true
  }
}
