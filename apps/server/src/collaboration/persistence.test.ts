import { CLOSE, encodeCommitted, MESSAGE, SYNC } from '@incipit/collaboration'
import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { UserActor } from '../accounts/index.ts'
import { createMemoryBus } from '../platform/bus.ts'
import { updateFrame } from './frames.ts'
import type { DocumentStore } from './store.ts'
import { documents, documentUpdates } from './tables.ts'
import { editFrames, openTestWorld, type TestServer, type TestWorld, until } from './test-world.ts'

let world: TestWorld
const servers: TestServer[] = []
beforeAll(async () => {
  world = await openTestWorld()
})
afterAll(() => world.close())
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function start(
  spec: Parameters<TestWorld['startServer']>[0] = {},
): Promise<TestServer & { ada: UserActor; bob: UserActor }> {
  const server = await world.startServer(spec)
  servers.push(server)
  return Object.assign(server, { ada: server.person('Ada', 'write'), bob: server.person('Bob', 'write') })
}

const insert = (text: string) => (doc: Y.Doc) => doc.getText('content').insert(0, text)
const load = async (id: string) => (await world.store.load(world.libraryId, [id])).get(id)!
const rowsOf = (id: string) =>
  world.db.select().from(documentUpdates).where(eq(documentUpdates.documentId, id))
const textOf = async (server: TestServer, id: string) => (await server.collab.read(world.libraryId, id)).text

/** The store, with writes that wait for a gate or fail a number of times. */
function faulty(store: DocumentStore) {
  let gate = Promise.withResolvers<void>()
  let failures = 0
  let attempts = 0
  return {
    store: {
      ...store,
      async append(...args: Parameters<DocumentStore['append']>) {
        attempts += 1
        await gate.promise
        if (failures > 0) {
          failures -= 1
          throw new Error('the disk is full')
        }
        return store.append(...args)
      },
    } satisfies DocumentStore,
    open: () => gate.resolve(),
    shut() {
      gate = Promise.withResolvers<void>()
    },
    fail(times: number) {
      failures = times
    },
    attempts: () => attempts,
  }
}

describe('acknowledgement', () => {
  test('P1 comes after the commit, never before, while peers see the edit at once', async () => {
    const fault = faulty(world.store)
    const server = await start({ store: fault.store })
    const id = await server.createDocument()
    const [writer, peer] = [
      await server.raw(id, server.ada).joined(),
      await server.raw(id, server.bob).joined(),
    ]
    writer.send(editFrames([insert('x')])[0]!)
    await until(() => peer.received().getText('content').toString() === 'x')
    await until(() => fault.attempts() === 1)
    expect(writer.committed()).toBe(0)
    expect(await rowsOf(id)).toEqual([])
    fault.open()
    await until(() => writer.committed() === 1)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  test('P2 stalls while the database fails, and comes when it works again; nothing is lost or doubled', async () => {
    const fault = faulty(world.store)
    fault.open()
    const server = await start({ store: fault.store, tuning: { retryMs: 1, retryMaxMs: 5 } })
    const id = await server.createDocument()
    const writer = server.join(id, server.ada)
    await writer.synced()
    await until(() => writer.committed() === 1)
    fault.fail(20)
    for (let index = 0; index < 300; index += 1) writer.text.insert(writer.text.length, `${index},`)
    await until(() => writer.committed() === 301)
    expect(fault.attempts()).toBeGreaterThan(20)
    expect(await textOf(server, id)).toBe(writer.text.toString())
    expect((await load(id)) instanceof Error).toBe(false)
  })

  test('P3 of an empty answer waits for what the room has not stored yet', async () => {
    const fault = faulty(world.store)
    const server = await start({ store: fault.store })
    const id = await server.createDocument()
    const first = await server.raw(id, server.ada).joined()
    const doc = new Y.Doc()
    first.send(editFrames([insert('in memory only')], doc)[0]!)
    await until(() => fault.attempts() === 1)
    first.destroy()
    const again = await server.raw(id, server.ada).joined()
    again.send(updateFrame(Y.encodeStateAsUpdate(doc)))
    const third = await server.raw(await server.createDocument(), server.bob).joined()
    await third.joined()
    expect(again.committed()).toBe(0)
    fault.open()
    await until(() => again.committed() === 1)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  test('P4 the author’s own edit comes back once it is stored, for clients that wait for that', async () => {
    const server = await start()
    const id = await server.createDocument()
    const writer = await server.raw(id, server.ada).joined()
    const [frame] = editFrames([insert('echo')])
    writer.send(frame!)
    await until(() => writer.committed() === 1)
    const own = writer.frames.findIndex((it) => it[0] === MESSAGE.sync && it[1] === SYNC.update)
    const told = writer.frames.findIndex((it) => it[0] === MESSAGE.committed)
    expect(writer.frames[own]).toEqual(frame)
    expect(own).toBeLessThan(told)
    expect(writer.frames[told]).toEqual(encodeCommitted({ frames: 1, seq: 1, epoch: 0 }))
  })

  test('P5 edits beyond what memory may hold are refused', async () => {
    const fault = faulty(world.store)
    const server = await start({ store: fault.store, tuning: { pendingBytes: 1000 } })
    const id = await server.createDocument()
    const writer = await server.raw(id, server.ada).joined()
    const frames = editFrames(Array.from({ length: 20 }, () => insert('x'.repeat(100))))
    for (const frame of frames) writer.send(frame)
    expect((await writer.end()).code).toBe(CLOSE.unavailable)
    expect(server.collab.stats().pendingBytes).toBeLessThan(2000)
    fault.open()
    await server.collab.flush()
    expect(server.collab.stats().pendingBytes).toBe(0)
  })
})

describe('group commit', () => {
  test('P6 edits of several documents and authors share a transaction, one row for each author and document', async () => {
    const fault = faulty(world.store)
    const server = await start({ store: fault.store })
    const ids = [await server.createDocument(), await server.createDocument()]
    const clients: Awaited<ReturnType<TestServer['raw']>>[] = []
    for (const id of ids)
      for (const actor of [server.ada, server.bob]) clients.push(await server.raw(id, actor).joined())
    const blocker = await server.raw(await server.createDocument(), server.ada).joined()
    blocker.send(editFrames([insert('first')])[0]!)
    await until(() => fault.attempts() === 1)
    for (const client of clients)
      for (const frame of editFrames([insert('a'), insert('b'), insert('c')])) client.send(frame)
    await until(() => server.collab.stats().pendingBytes > 12 * 100)
    const before = world.statementCount()
    fault.open()
    await until(() => clients.every((client) => client.committed() === 3))
    const rows = (await Promise.all(ids.map(rowsOf))).flat()
    expect(rows).toHaveLength(4)
    expect(rows.map(({ seq }) => seq).sort()).toEqual([1, 1, 2, 2])
    expect(world.statementCount() - before).toBeLessThan(25)
    const { contributors } = await server.collab.read(world.libraryId, ids[0]!)
    expect(contributors.map(({ changes }) => changes)).toEqual([3, 3])
  })

  test('P7 close stores what was typed a moment ago and tells everybody to come back', async () => {
    const server = await start({ tuning: { flushMs: 5_000 } })
    const id = await server.createDocument()
    const writer = await server.raw(id, server.ada).joined()
    writer.send(editFrames([insert('last words')])[0]!)
    await until(() => server.collab.stats().pendingBytes > 0)
    await server.collab.close()
    expect((await writer.end()).code).toBe(CLOSE.restarting)
    expect(await textOf(await start(), id)).toBe('last words')
  })

  test('P8 a shutdown does not wait forever for a database that does not answer', async () => {
    const fault = faulty(world.store)
    const server = await start({ store: fault.store, tuning: { closeMs: 50 } })
    const id = await server.createDocument()
    const writer = await server.raw(id, server.ada).joined()
    writer.send(editFrames([insert('lost here, kept by its writer')])[0]!)
    await until(() => server.collab.stats().pendingBytes > 0)
    const before = Date.now()
    await server.collab.close()
    expect(Date.now() - before).toBeLessThan(2_000)
    fault.open()
  })
})

describe('compaction', () => {
  test('P9 runs while people type, and loses nothing', async () => {
    const server = await start({ tuning: { compactRows: 5, flushMs: 1 } })
    const id = await server.createDocument()
    const [ada, bob] = [server.join(id, server.ada), server.join(id, server.bob)]
    await Promise.all([ada.synced(), bob.synced()])
    for (let index = 0; index < 200; index += 1) {
      ada.text.insert(ada.text.length, `a${index} `)
      bob.text.insert(0, `b${index} `)
      if (index % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await until(() => ada.committed() === 201 && bob.committed() === 201)
    const { snapSeq, headSeq } = (await load(id)) as { snapSeq: number; headSeq: number }
    expect(snapSeq).toBeGreaterThan(0)
    expect(headSeq).toBeGreaterThanOrEqual(snapSeq)
    await until(() => ada.text.length === bob.text.length)
    const text = await textOf(server, id)
    expect(text).toBe(ada.text.toString())
    await server.close()
    expect(await textOf(await start(), id)).toBe(text)
  })

  test('P10 two servers on one database: appends and compactions of both interleave without loss, and each sees the other’s edits', async () => {
    const bus = createMemoryBus(() => {})
    const tuning = { compactRows: 7, flushMs: 1 }
    const [one, two] = [await start({ bus, tuning }), await start({ bus, tuning })]
    const id = await one.createDocument()
    const [ada, bob] = [one.join(id, one.ada), two.join(id, two.bob)]
    await Promise.all([ada.synced(), bob.synced()])
    for (let index = 0; index < 150; index += 1) {
      ada.text.insert(ada.text.length, 'a')
      bob.text.insert(bob.text.length, 'b')
      if (index % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await until(() => ada.committed() === 151 && bob.committed() === 151)
    await until(() => ada.text.length === 300 && bob.text.length === 300)
    expect(ada.text.toString()).toBe(bob.text.toString())
    await one.close()
    await two.close()
    expect(await textOf(await start(), id)).toBe(ada.text.toString())
  })

  test('P11 a room nobody is in is put away compacted; who comes meanwhile keeps it', async () => {
    const server = await start({ tuning: { lingerMs: 20 } })
    const id = await server.createDocument()
    for (let round = 0; round < 15; round += 1) {
      const client = server.join(id, server.ada)
      await client.synced()
      client.text.insert(client.text.length, `${round} `)
      await until(() => client.committed() === 2)
      client.destroy()
      await new Promise((resolve) => setTimeout(resolve, round * 3))
    }
    expect((await textOf(server, id)).split(' ').length).toBe(16)
    await until(() => server.collab.stats().rooms === 0)
    expect(await rowsOf(id)).toEqual([])
    expect(await textOf(server, id)).toBe(Array.from({ length: 15 }, (_, round) => `${round} `).join(''))
  })

  test('P12 contributions outlive it', async () => {
    const server = await start()
    const id = await server.createDocument('seed', server.bob.id)
    const client = server.join(id, server.ada)
    await client.synced()
    client.text.insert(0, 'more ')
    await until(() => client.committed() === 2)
    await server.close()
    expect(await rowsOf(id)).toEqual([])
    const next = await start()
    const { contributors } = await next.collab.read(world.libraryId, id)
    expect(contributors.map(({ authorId, changes }) => [authorId, changes])).toEqual([
      [server.bob.id, 1],
      [server.ada.id, 1],
    ])
  })
})

describe('damage', () => {
  test.each([
    ['a snapshot', 'snapshot'],
    ['an edit', 'edit'],
    ['a missing edit', 'missing'],
  ])('P13 %s that does not fit is an error to those who come, never an empty document', async (_, what) => {
    const server = await start({ tuning: { lingerMs: 1 } })
    const [id, healthy] = [await server.createDocument('precious'), await server.createDocument('fine')]
    const doc = new Y.Doc()
    await world.store.append(
      [
        {
          libraryId: world.libraryId,
          documentId: id,
          updates: [
            {
              authorId: server.ada.id,
              connectionId: null,
              bytes: editFrames([insert('x')], doc)[0]!.subarray(3),
              changes: 1,
            },
          ],
        },
      ],
      new Date(),
    )
    const row = and(eq(documentUpdates.documentId, id), eq(documentUpdates.seq, 1))
    if (what === 'snapshot')
      await world.db
        .update(documents)
        .set({ snapshot: Uint8Array.of(0, 0) })
        .where(eq(documents.id, id))
    if (what === 'edit')
      await world.db
        .update(documentUpdates)
        .set({ bytes: Uint8Array.of(0, 0) })
        .where(row)
    if (what === 'missing') await world.db.delete(documentUpdates).where(row)
    const before = await world.db.select().from(documents).where(eq(documents.id, id))
    const client = await server.raw(id, server.ada).end()
    expect(client.code).toBe(CLOSE.unavailable)
    await expect(server.collab.read(world.libraryId, id)).rejects.toThrow(id)
    await expect(server.collab.edit(world.libraryId, id, 'overwritten', server.ada)).rejects.toThrow(id)
    const listed = await server.collab.readMany(world.libraryId, [id, healthy])
    expect([...listed].map(([, { text }]) => text)).toEqual(['fine'])
    expect(await world.db.select().from(documents).where(eq(documents.id, id))).toEqual(before)
  })

  test('P14 a room whose memory became void is loaded anew, with everything that was accepted', async () => {
    const fault = faulty(world.store)
    const server = await start({ store: fault.store })
    const id = await server.createDocument('kept ')
    const witness = server.join(id, server.bob)
    await witness.synced()
    witness.text.insert(5, 'and this')
    await until(() => server.collab.stats().pendingBytes > 0)
    const attacker = await server.raw(id, server.ada).joined()
    // two insertions, each standing beside the other: nothing is missing, yet neither can be placed
    attacker.send(updateFrame(Uint8Array.of(2, 1, 1, 0, 0x84, 2, 0, 1, 97, 1, 2, 0, 0x84, 1, 0, 1, 98, 0)))
    expect((await attacker.end()).code).toBe(CLOSE.restarting)
    fault.open()
    await until(() => witness.provider.synced && witness.committed() >= 1)
    witness.text.insert(0, 'still ')
    await until(async () => (await textOf(server, id)) === 'still kept and this')
  })

  test('P15 a document that is deleted under its editors ends their connections', async () => {
    const server = await start()
    const id = await server.createDocument('short-lived')
    const writer = await server.raw(id, server.ada).joined()
    await world.db.delete(documents).where(eq(documents.id, id))
    writer.send(editFrames([insert('x')])[0]!)
    expect((await writer.end()).code).toBe(CLOSE.notFound)
    expect((await server.raw(id, server.ada).end()).code).toBe(CLOSE.notFound)
  })
})

describe('for the other features', () => {
  test('P16 an edit is minimal, seen by everyone, stored when it resolves, and one can undo around it', async () => {
    const server = await start()
    const id = await server.createDocument('one two three')
    const client = server.join(id, server.ada)
    await client.synced()
    const place = Y.createRelativePositionFromTypeIndex(client.text, 5)
    const undo = new Y.UndoManager(client.text)
    client.text.insert(13, ' four')
    await until(() => client.committed() === 2)
    await server.collab.edit(world.libraryId, id, 'ONE two three\r\n four', server.bob)
    expect(await rowsOf(id)).toHaveLength(2)
    await until(() => client.text.toString() === 'ONE two three\n four')
    expect(Y.createAbsolutePositionFromRelativePosition(place, client.doc)?.index).toBe(5)
    undo.undo()
    expect(client.text.toString()).toBe('ONE two three\n')
    await expect(server.collab.edit(world.libraryId, world.libraryId, 'x', server.bob)).rejects.toThrow(
      'not found',
    )
  })

  test('P17 a commit forgets what it took in and keeps what came after', async () => {
    const server = await start()
    const id = await server.createDocument('seed', server.bob.id)
    const client = server.join(id, server.ada)
    await client.synced()
    client.text.insert(0, 'a')
    await until(() => client.committed() === 2)
    const taken = await server.collab.read(world.libraryId, id)
    expect([taken.text, taken.headSeq, taken.contributors.length]).toEqual(['aseed', 2, 2])
    client.text.insert(0, 'b')
    await until(() => client.committed() === 3)
    await world.db.transaction((tx) =>
      server.collab.clearContributors(tx, world.libraryId, id, taken.headSeq),
    )
    const after = await server.collab.uncommitted(world.libraryId, [id])
    expect(after.get(id)).toMatchObject([{ authorId: server.ada.id, firstSeq: 3, lastSeq: 3, changes: 1 }])
    await world.db.transaction((tx) => server.collab.clearContributors(tx, world.libraryId, id, 3))
    expect((await server.collab.uncommitted(world.libraryId, [id])).size).toBe(0)
  })

  test('P18 the text read is exactly what the number says, while somebody types', async () => {
    const server = await start({ tuning: { flushMs: 1 } })
    const id = await server.createDocument()
    const client = server.join(id, server.ada)
    await client.synced()
    for (let index = 0; index < 60; index += 1) {
      client.text.insert(client.text.length, 'x')
      if (index % 4 !== 0) continue
      const { text, headSeq } = await server.collab.read(world.libraryId, id)
      const stored = (await load(id)) as Exclude<Awaited<ReturnType<typeof load>>, Error>
      const doc = new Y.Doc()
      Y.applyUpdate(doc, stored.snapshot)
      for (const { seq, bytes } of stored.updates) if (seq <= headSeq) Y.applyUpdate(doc, bytes)
      expect(doc.getText('content').toString()).toBe(text)
    }
  })

  test('P19 thousands are created in a handful of statements and read in a constant number', async () => {
    const server = await start()
    const promptId = await world.createPrompt()
    const spec = { libraryId: world.libraryId, promptId, branchId: promptId, authorId: null }
    const texts = Array.from({ length: 2000 }, (_, index) => `prompt ${index}\r\n`)
    const before = world.statementCount()
    const ids = await world.db.transaction((tx) =>
      server.collab.createDocuments(
        tx,
        texts.map((text) => ({ ...spec, text })),
      ),
    )
    expect(world.statementCount() - before).toBeLessThan(8)
    const reading = world.statementCount()
    const read = await server.collab.readMany(world.libraryId, ids)
    expect(world.statementCount() - reading).toBeLessThan(8)
    expect(ids.map((id) => read.get(id)!.text)).toEqual(texts.map((text) => text.replace('\r\n', '\n')))
    expect(server.collab.stats().rooms).toBe(0)
  })
})
