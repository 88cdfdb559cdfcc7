import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { CONTENT } from './content.ts'

/** A run of insertions in an update: `length` units of `client` from `clock` on. */
export interface InspectedStruct {
  readonly client: number
  readonly clock: number
  readonly length: number
  /** What is inserted; `null` where the text is already deleted. */
  readonly text: string | null
}

/** A run of deleted units. */
export interface DeleteRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** One client's part of an update. */
export interface ClientSpan {
  /** First unit. */
  readonly from: number
  /** One past the last unit. */
  readonly to: number
  /** Where the part stands in the update, in bytes: from `start` up to `end`. */
  readonly start: number
  readonly end: number
}

/** What an update says, read without building any of it. */
export interface InspectedUpdate {
  readonly structs: readonly InspectedStruct[]
  readonly deletions: readonly DeleteRange[]
  /** For each client, what the update brings of it. */
  readonly spans: ReadonlyMap<number, ClientSpan>
  /** Where its deletions start, in bytes. */
  readonly deletionsAt: number
  /** Units the update's insertions stand beside. */
  readonly references: readonly { readonly client: number; readonly clock: number }[]
}

const ORIGIN = 0x80
const RIGHT_ORIGIN = 0x40
const PARENT_SUB = 0x20
const CONTENT_KIND = 0x1f
const DELETED = 1
const STRING = 4
const MAX_CLIENT = 0xffff_ffff
/** Far more edits than a person makes, far fewer than would make arithmetic inexact. */
const MAX_CLOCK = 2 ** 31 - 1

/**
 * Read an update in Yjs's first encoding, strictly: only plain text in the document's one shared text, each client's
 * units without gaps, nothing left over. Memory and time are bounded by the number of bytes, unlike `Y.applyUpdate`,
 * where seven bytes can claim 2^25 entries.
 *
 * @returns `null` when it is anything else: malformed, in the second encoding, or of another document shape.
 */
export function inspectUpdate(update: Uint8Array): InspectedUpdate | null {
  try {
    return read(decoding.createDecoder(update))
  } catch {
    return null
  }
}

/** Whether an update changes nothing, whatever document it meets: what a client answers that has nothing new. */
export function isEmptyUpdate(update: InspectedUpdate): boolean {
  return update.structs.length === 0 && update.deletions.length === 0
}

/**
 * Whether the update builds on units that neither the document nor the update itself holds. Yjs would keep such an update
 * aside, re-merge it with each further one, and store it.
 *
 * @param state the document's state vector: for each client one past its last unit
 */
export function missingFrom(update: InspectedUpdate, state: ReadonlyMap<number, number>): boolean {
  const known = (client: number) => state.get(client) ?? 0
  const reach = (client: number) => Math.max(known(client), update.spans.get(client)?.to ?? 0)
  for (const [client, { from }] of update.spans) if (from > known(client)) return true
  if (update.references.some(({ client, clock }) => clock >= reach(client))) return true
  return update.deletions.some(({ client, clock, length }) => clock + length > reach(client))
}

/**
 * The update without the insertions of some clients; its deletions stay.
 *
 * @param inspected what {@link inspectUpdate} says of these bytes
 */
export function withoutClients(
  update: Uint8Array,
  inspected: InspectedUpdate,
  clients: ReadonlySet<number>,
): Uint8Array {
  const kept = [...inspected.spans].filter(([client]) => !clients.has(client)).map(([, span]) => span)
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kept.length)
    for (const { start, end } of kept) encoding.writeUint8Array(encoder, update.subarray(start, end))
    encoding.writeUint8Array(encoder, update.subarray(inspected.deletionsAt))
  })
}

function read(decoder: decoding.Decoder): InspectedUpdate {
  const structs: InspectedStruct[] = []
  const references: { client: number; clock: number }[] = []
  const spans = new Map<number, ClientSpan>()
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
    const start = decoder.pos
    const count = decoding.readVarUint(decoder)
    const client = readClient(decoder)
    const from = readClock(decoder)
    let clock = from
    if (spans.has(client) || count === 0) throw new RangeError('A client appears twice or without content')
    for (let left = count; left > 0; left -= 1) {
      const struct = readStruct(decoder, client, clock, references)
      clock += struct.length
      if (clock > MAX_CLOCK) throw new RangeError('A clock runs away')
      structs.push(struct)
    }
    spans.set(client, { from, to: clock, start, end: decoder.pos })
  }
  const deletionsAt = decoder.pos
  const deletions = readDeletions(decoder)
  if (decoding.hasContent(decoder)) throw new RangeError('Something stands behind the update')
  return { structs, deletions, spans, references, deletionsAt }
}

function readStruct(
  decoder: decoding.Decoder,
  client: number,
  clock: number,
  references: { client: number; clock: number }[],
): InspectedStruct {
  const info = decoding.readUint8(decoder)
  const kind = info & CONTENT_KIND
  if (info !== 0 && kind !== DELETED && kind !== STRING) throw new RangeError('Not plain text')
  if (info === 0) return { client, clock, length: readLength(decoder), text: null }
  const places = [info & ORIGIN, info & RIGHT_ORIGIN].filter(Boolean).map(() => readId(decoder))
  for (const place of places) {
    if (place.client !== client) references.push(place)
    else if (place.clock >= clock) throw new RangeError('Stands beside itself')
  }
  if (places.length === 0) readParent(decoder, info)
  if (kind === DELETED) return { client, clock, length: readLength(decoder), text: null }
  const text = decoding.readVarString(decoder)
  if (text === '') throw new RangeError('An empty insertion')
  return { client, clock, length: text.length, text }
}

/** Only an insertion without neighbours names the type it belongs to. */
function readParent(decoder: decoding.Decoder, info: number): void {
  const isRoot = decoding.readVarUint(decoder) === 1
  if (!isRoot || decoding.readVarString(decoder) !== CONTENT || (info & PARENT_SUB) !== 0) {
    throw new RangeError(`Not in the text ${CONTENT}`)
  }
}

function readDeletions(decoder: decoding.Decoder): DeleteRange[] {
  const deletions: DeleteRange[] = []
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
    const client = readClient(decoder)
    for (let count = decoding.readVarUint(decoder); count > 0; count -= 1) {
      deletions.push({ client, clock: readClock(decoder), length: readLength(decoder) })
    }
  }
  return deletions
}

function readId(decoder: decoding.Decoder): { client: number; clock: number } {
  return { client: readClient(decoder), clock: readClock(decoder) }
}

function readClient(decoder: decoding.Decoder): number {
  return atMost(decoding.readVarUint(decoder), MAX_CLIENT)
}

function readClock(decoder: decoding.Decoder): number {
  return atMost(decoding.readVarUint(decoder), MAX_CLOCK)
}

function readLength(decoder: decoding.Decoder): number {
  const length = atMost(decoding.readVarUint(decoder), MAX_CLOCK)
  if (length === 0) throw new RangeError('A length of nothing')
  return length
}

function atMost(value: number, most: number): number {
  if (value > most) throw new RangeError(`${value} is more than ${most}`)
  return value
}
