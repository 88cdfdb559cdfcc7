import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf } from './content.ts'
import { inspectUpdate, isEmptyUpdate, missingFrom, withoutClients } from './inspect-update.ts'

const edit = fc.record({
  peer: fc.nat(2),
  at: fc.nat(40),
  remove: fc.nat(5),
  insert: fc.string({ unit: 'grapheme', maxLength: 6 }),
  exchange: fc.boolean(),
})

/** Three peers write and now and then exchange what they have; every update they make is kept. */
function play(edits: { peer: number; at: number; remove: number; insert: string; exchange: boolean }[]) {
  const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
  const updates: Uint8Array[] = []
  for (const doc of docs) doc.on('update', (update, origin) => origin !== 'remote' && updates.push(update))
  for (const { peer, at, remove, insert, exchange } of edits) {
    const doc = docs[peer]!
    const text = contentOf(doc)
    doc.transact(() => {
      const offset = Math.min(at, text.length)
      text.delete(offset, Math.min(remove, text.length - offset))
      text.insert(Math.min(at, text.length), insert)
    })
    if (exchange)
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'remote')
  }
  return { docs, updates }
}

test('reads whatever plain-text editing produces, and agrees with Yjs on what it brings', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const { docs, updates } = play(edits)
      for (const update of [
        ...updates,
        ...docs.map((doc) => Y.encodeStateAsUpdate(doc)),
        Y.mergeUpdates(updates),
      ]) {
        const meta = Y.parseUpdateMeta(update)
        const inspected = inspectUpdate(update)
        expect(inspected).not.toBeNull()
        expect(new Map([...inspected!.spans].map(([client, { from }]) => [client, from]))).toEqual(meta.from)
        expect(new Map([...inspected!.spans].map(([client, { to }]) => [client, to]))).toEqual(meta.to)
      }
    }),
    { numRuns: 100 },
  )
})

test('an update is missing something exactly when Yjs would keep it aside', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 2, maxLength: 20 }), fc.nat(), (edits, seed) => {
      const { updates } = play(edits)
      const doc = new Y.Doc()
      const order = updates.map((_, index) => (index * 7 + seed) % updates.length)
      for (const index of order) {
        const update = updates[index]!
        const missing = missingFrom(inspectUpdate(update)!, Y.decodeStateVector(Y.encodeStateVector(doc)))
        const probe = new Y.Doc()
        Y.applyUpdate(probe, Y.encodeStateAsUpdate(doc))
        Y.applyUpdate(probe, update)
        expect(missing).toBe(probe.store.pendingStructs !== null || probe.store.pendingDs !== null)
        if (!missing) Y.applyUpdate(doc, update)
      }
    }),
    { numRuns: 100 },
  )
})

test('never throws, whatever the bytes', () => {
  const { updates } = play([{ peer: 0, at: 0, remove: 0, insert: 'hello', exchange: false }])
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(30), (bytes, cut) => {
      inspectUpdate(bytes)
      inspectUpdate(Uint8Array.from([...updates[0]!.slice(0, cut), ...bytes]))
    }),
    { numRuns: 2000 },
  )
  expect(inspectUpdate(updates[0]!)?.structs).toHaveLength(1)
})

test('refuses a claim of 2^25 entries in seven bytes at once', () => {
  const bomb = Uint8Array.from([1, 0xff, 0xff, 0xff, 0x0f, 1, 0])
  const started = Date.now()
  for (let i = 0; i < 100; i += 1) expect(inspectUpdate(bomb)).toBeNull()
  expect(Date.now() - started).toBeLessThan(200)
})

test.each([
  ['formatting', (doc: Y.Doc) => contentOf(doc).insert(0, 'a', { bold: true })],
  ['an embedded object', (doc: Y.Doc) => contentOf(doc).insertEmbed(0, { image: 'x' })],
  ['another shared text', (doc: Y.Doc) => doc.getText('other').insert(0, 'a')],
  ['a map', (doc: Y.Doc) => doc.getMap('content').set('a', 1)],
  ['a nested document', (doc: Y.Doc) => doc.getArray('content').insert(0, [new Y.Doc()])],
])('refuses %s', (_, change) => {
  const doc = new Y.Doc()
  change(doc)
  expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).toBeNull()
})

test('refuses the second encoding and trailing bytes', () => {
  const doc = new Y.Doc()
  contentOf(doc).insert(0, 'text')
  expect(inspectUpdate(Y.encodeStateAsUpdateV2(doc))).toBeNull()
  expect(inspectUpdate(Uint8Array.from([...Y.encodeStateAsUpdate(doc), 0]))).toBeNull()
})

test('refuses a clock beyond what arithmetic holds', () => {
  // one client, one deleted run of 2^52 units, no deletions: fifteen bytes in all
  const jump = Uint8Array.from([1, 1, 7, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x08, 0])
  expect(inspectUpdate(jump)).toBeNull()
})

test('the answer of a client with nothing new is empty', () => {
  expect(isEmptyUpdate(inspectUpdate(Y.encodeStateAsUpdate(new Y.Doc()))!)).toBe(true)
})

test('without a client, everything else of an update is still there', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const { docs } = play(edits)
      const whole = Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)))
      const before = inspectUpdate(whole)!
      const after = inspectUpdate(withoutClients(whole, before, new Set([2])))!
      expect(after.structs).toEqual(before.structs.filter(({ client }) => client !== 2))
      expect(after.deletions).toEqual(before.deletions)
      expect(withoutClients(whole, before, new Set())).toEqual(whole)
    }),
  )
})
