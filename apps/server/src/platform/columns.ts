import { customType, timestamp } from 'drizzle-orm/pg-core'

/** Raw bytes. */
export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})

/** Words by which a text is found, sorted. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Text in the order of its bytes, whatever the database's language: ranges over it mean the same everywhere. */
export const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

/** An instant in whole milliseconds, as JavaScript holds it: cursors over it lose nothing. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
