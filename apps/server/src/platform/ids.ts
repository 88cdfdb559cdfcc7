import { randomBytes } from 'node:crypto'

/** Makes ids: UUIDs of version 7 (RFC 9562), which sort by their time of creation. */
export type NewId = () => string

let lastMillis = 0
let counter = 0

/** A UUIDv7 with a 12-bit counter in `rand_a`, so that ids of one process never go backwards. */
export const newId: NewId = () => {
  const now = Date.now()
  if (now > lastMillis) {
    lastMillis = now
    counter = 0
  } else if (++counter > 0xfff) {
    lastMillis += 1
    counter = 0
  }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(lastMillis, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is a UUID in its canonical lower-case form: ask before a database does. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
