import { once } from 'node:events'
import { connect } from 'node:net'
import { CLOSE, FORBIDDEN_REASON, LIMITS, MESSAGE, SYNC } from '@incipit/collaboration'
import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { UserActor } from '../accounts/index.ts'
import { newId } from '../platform/ids.ts'
import { awarenessFrame, step1Frame, step2Frame, updateFrame } from './frames.ts'
import { editFrames, openTestWorld, RawClient, type TestServer, type TestWorld, until } from './test-world.ts'

let world: TestWorld
let server: TestServer
let ada: UserActor
let bob: UserActor
let vic: UserActor

beforeAll(async () => {
  world = await openTestWorld()
})
afterAll(() => world.close())
afterEach(() => server.close())

async function start(spec: Parameters<TestWorld['startServer']>[0] = {}) {
  server = await world.startServer(spec)
  ada = server.person('Ada', 'write')
  bob = server.person('Bob', 'write')
  vic = server.person('Vic', 'read')
}

const read = async (id: string) => (await server.collab.read(world.libraryId, id)).text
const content = (text: string) => (doc: Y.Doc) => doc.getText('content').insert(0, text)
const update = (text: string) => editFrames([content(text)])[0]!

describe('who may enter', () => {
  test('a stranger gets exactly what a missing document gives', async () => {
    await start()
    const stranger = server.person('Mallory', 'none')
    const foreign = server.raw(await server.createDocument('secret'), stranger)
    const missing = server.raw(newId(), stranger)
    const malformed = server.raw('..', stranger)
    expect(await foreign.end()).toEqual({ code: CLOSE.notFound, reason: 'not found' })
    expect(await missing.end()).toEqual(await foreign.end())
    expect(await malformed.end()).toEqual(await foreign.end())
    expect([foreign.frames, missing.frames]).toEqual([[], []])
  })

  test('nobody and a session that ended are told to sign in', async () => {
    await start()
    const id = await server.createDocument()
    server.levels.set(bob.id, 'signed-out')
    for (const client of [server.raw(id, null), server.raw(id, bob)]) {
      expect((await client.end()).code).toBe(CLOSE.signedOut)
    }
  })

  test.each([['http://evil.example'], ['null'], ['http://127.0.0.1.evil.example'], [undefined]])(
    'a cookie from the page %s is refused before the upgrade',
    async (origin) => {
      await start()
      const id = await server.createDocument()
      const client = new RawClient(`${server.origin.replace('http', 'ws')}/collab/${world.libraryId}.${id}`, {
        cookie: `who=${ada.id}`,
        ...(origin && { origin }),
      })
      await until(() => client.status !== null)
      expect(client.status).toBe(403)
    },
  )

  test('a ticket admits its holder to its document, without cookie or origin, as long as it holds', async () => {
    await start({ tuning: { ticketMs: 60_000 } })
    const [id, other] = [await server.createDocument('text'), await server.createDocument()]
    const caller = { actor: ada, subjectIn: async () => ({ level: 'developer' as const }) }
    const { ticket, room } = await server.collab.createTicket(caller, world.libraryId, id)
    const at = (name: string, value = ticket) =>
      new RawClient(`${server.origin.replace('http', 'ws')}/collab/${name}?ticket=${value}`, {})
    const client = await at(room).joined()
    client.send(step1Frame(Y.encodeStateVector(new Y.Doc())))
    await until(() => client.received().getText('content').toString() === 'text')
    expect((await at(`${world.libraryId}.${other}`).end()).code).toBe(CLOSE.signedOut)
    expect((await at(room, `${ticket}x`).end()).code).toBe(CLOSE.signedOut)
    server.levels.set(ada.id, 'signed-out')
    expect((await at(room).end()).code).toBe(CLOSE.signedOut)
    client.destroy()
  })

  test('an expired ticket admits nobody, and strangers get none', async () => {
    await start({ tuning: { ticketMs: -1 } })
    const id = await server.createDocument()
    const caller = { actor: ada, subjectIn: async () => ({ level: 'developer' as const }) }
    const { ticket, room } = await server.collab.createTicket(caller, world.libraryId, id)
    const client = new RawClient(`${server.origin.replace('http', 'ws')}/collab/${room}?ticket=${ticket}`, {})
    expect((await client.end()).code).toBe(CLOSE.signedOut)
    const stranger = { actor: bob, subjectIn: async () => null }
    await expect(server.collab.createTicket(stranger, world.libraryId, id)).rejects.toThrow('not found')
    await expect(server.collab.createTicket(caller, world.libraryId, newId())).rejects.toThrow('not found')
  })

  test('one person cannot hold any number of sockets', async () => {
    await start({ tuning: { connectionsPerActor: 2 } })
    const id = await server.createDocument()
    await server.raw(id, ada).joined()
    await server.raw(id, ada).joined()
    expect((await server.raw(id, ada).end()).code).toBe(CLOSE.unavailable)
    await server.raw(id, bob).joined()
  })
})

describe('a viewer', () => {
  test.each([
    ['an update', (frame: Uint8Array) => frame],
    ['a sync step 2', (frame: Uint8Array) => step2Frame(frame.subarray(3))],
  ])('cannot write by %s', async (_, disguise) => {
    await start()
    const id = await server.createDocument('as it was')
    const witness = await server.raw(id, ada).joined()
    const viewer = await server.raw(id, vic).joined()
    viewer.send(disguise(update('viewer was here ')))
    expect(await viewer.end()).toEqual({ code: CLOSE.forbidden, reason: FORBIDDEN_REASON.readOnly })
    expect(viewer.frames.some((frame) => frame[0] === MESSAGE.auth)).toBe(true)
    expect(await read(id)).toBe('as it was')
    expect(witness.frames.filter((frame) => frame[0] === MESSAGE.sync && frame[1] === SYNC.update)).toEqual(
      [],
    )
  })

  test('cannot delete', async () => {
    await start()
    const id = await server.createDocument('as it was')
    const viewer = await server.raw(id, vic).joined()
    viewer.send(step1Frame(Y.encodeStateVector(new Y.Doc())))
    await until(() => viewer.received().getText('content').length > 0)
    const doc = viewer.received()
    const [deletion] = editFrames([(it) => it.getText('content').delete(0, 5)], doc)
    viewer.send(deletion!)
    expect((await viewer.end()).code).toBe(CLOSE.forbidden)
    expect(await read(id)).toBe('as it was')
  })

  test('reads live, answers the sync without being punished, and is told so', async () => {
    await start()
    const id = await server.createDocument('as it was')
    const writer = server.join(id, ada)
    const viewer = server.join(id, vic)
    await Promise.all([writer.synced(), viewer.synced()])
    writer.text.delete(0, 3)
    writer.text.insert(0, 'live: ')
    await until(() => viewer.text.toString() === writer.text.toString() && viewer.committed() === 1)
    viewer.provider.disconnect()
    viewer.provider.connect()
    await until(() => viewer.provider.synced)
    expect(viewer.text.toString()).toBe('live: it was')
  })
})

describe('access that changes', () => {
  test('a lowered level closes at once, and the person returns as a reader', async () => {
    await start()
    const id = await server.createDocument()
    const client = await server.raw(id, ada).joined()
    server.levels.set(ada.id, 'read')
    const announced = Date.now()
    server.bus.publish('access.changed', { libraryId: world.libraryId, userId: ada.id })
    expect(await client.end()).toEqual({ code: CLOSE.forbidden, reason: FORBIDDEN_REASON.accessChanged })
    expect(Date.now() - announced).toBeLessThan(1000)
    const again = await server.raw(id, ada).joined()
    again.send(update('x'))
    expect((await again.end()).reason).toBe(FORBIDDEN_REASON.readOnly)
  })

  test('a session that ends closes with 4401, other people stay', async () => {
    await start()
    const id = await server.createDocument()
    const [gone, stays] = [await server.raw(id, ada).joined(), await server.raw(id, bob).joined()]
    server.levels.set(ada.id, 'signed-out')
    server.bus.publish('access.changed', { sessionId: ada.sessionId })
    expect((await gone.end()).code).toBe(CLOSE.signedOut)
    stays.send(update('still here'))
    await until(() => stays.committed() === 1)
  })

  test('an announcement that got lost is made up for', async () => {
    await start({ tuning: { recheckMs: 100 } })
    const client = await server.raw(await server.createDocument(), ada).joined()
    server.levels.set(ada.id, 'none')
    expect((await client.end()).code).toBe(CLOSE.forbidden)
  })
})

describe('what no client sends', () => {
  const varUint = (...values: number[]) =>
    encoding.encode((encoder) => {
      for (const value of values) encoding.writeVarUint(encoder, value)
    })
  test.each<[string, () => Uint8Array | string]>([
    ['text', () => 'hello'],
    ['nothing', () => new Uint8Array()],
    ['an unknown type', () => Uint8Array.of(99, 1, 2)],
    ['a confirmation', () => Uint8Array.of(MESSAGE.committed, 1, 1, 0)],
    ['a truncated number', () => Uint8Array.of(0, 0xff, 0xff)],
    ['an unknown sync step', () => Uint8Array.of(0, 7, 1, 0)],
    ['a length beyond the frame', () => Uint8Array.of(0, 2, 0xff, 0xff, 0x03, 1)],
    [
      'seven bytes that claim 2^25 entries',
      () => updateFrame(Uint8Array.of(1, 0xff, 0xff, 0xff, 0x0f, 1, 0)),
    ],
    [
      'the same as a second client',
      () => updateFrame(Uint8Array.of(2, 1, 1, 0, 0, 1, 0xff, 0xff, 0xff, 0x0f, 2, 0)),
    ],
    ['a state vector of 2^31 entries', () => step1Frame(varUint(2 ** 31))],
    [
      'the second encoding',
      () => {
        const doc = new Y.Doc()
        content('v2')(doc)
        return updateFrame(Y.encodeStateAsUpdateV2(doc))
      },
    ],
    [
      'an embedded object',
      () => editFrames([(doc) => doc.getText('content').insertEmbed(0, { image: 'x' })])[0]!,
    ],
    ['another shared type', () => editFrames([(doc) => doc.getMap('other').set('a', 1)])[0]!],
    [
      'a clock of 2^52',
      () => updateFrame(Uint8Array.from([1, 1, 7, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x08, 0])),
    ],
    ['malformed presence', () => Uint8Array.of(MESSAGE.awareness, 3, 1, 5, 1)],
  ])('%s closes its sender and touches nobody else', async (_, frame) => {
    await start()
    const id = await server.createDocument('safe')
    const witness = await server.raw(id, bob).joined()
    const client = await server.raw(id, ada).joined()
    client.socket.send(frame())
    expect((await client.end()).code).toBe(CLOSE.badMessage)
    witness.send(update('still '))
    await until(() => witness.committed() === 1)
    expect(await read(id)).toContain('safe')
  })

  test('twenty allocation bombs do not hold up the others', async () => {
    await start()
    const id = await server.createDocument()
    const witness = await server.raw(id, bob).joined()
    for (let index = 0; index < 20; index += 1) {
      const client = await server.raw(id, ada).joined()
      client.send(updateFrame(Uint8Array.of(1, 0xff, 0xff, 0xff, 0x0f, 1, 0)))
      await client.end()
    }
    const sent = performance.now()
    witness.send(update('quick'))
    await until(() => witness.committed() === 1)
    expect(performance.now() - sent).toBeLessThan(1000)
  })

  test('a frame that is too large closes with 1009', async () => {
    await start()
    const client = await server.raw(await server.createDocument(), ada).joined()
    client.send(new Uint8Array(2_000_000))
    expect((await client.end()).code).toBe(CLOSE.messageTooLarge)
  })

  test.each([
    ['reserved bit', [0xc2, 0x80, 0, 0, 0, 0]],
    ['reserved opcode', [0x83, 0x80, 0, 0, 0, 0]],
    ['bad close code', [0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe7]],
    ['unmasked', [0x82, 0x01, 0x00]],
    ['200 MB announced', [0x82, 0xff, 0, 0, 0, 0, 0x0b, 0xeb, 0xc2, 0, 0, 0, 0, 0]],
    ['fragments without a start', [0x80, 0x80, 0, 0, 0, 0]],
  ])('WebSocket frame with %s ends only its own socket', async (_, bytes) => {
    await start()
    const id = await server.createDocument('safe')
    const witness = await server.raw(id, bob).joined()
    const { hostname, port } = new URL(server.origin)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.write(
      `GET /collab/${world.libraryId}.${id} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${server.origin}\r\nCookie: who=${ada.id}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    await once(socket, 'data')
    socket.on('data', () => {})
    socket.on('error', () => {})
    socket.write(Uint8Array.from(bytes))
    socket.end()
    await once(socket, 'close')
    witness.send(update('still '))
    await until(() => witness.committed() === 1)
    expect(await read(id)).toContain('safe')
  })

  test('any bytes at all: the room lives on', async () => {
    await start({ tuning: { connectionsPerActor: 10_000 } })
    const id = await server.createDocument('safe')
    const witness = await server.raw(id, bob).joined()
    const seed = update('seed')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.nat(seed.length), async (bytes, cut) => {
        const client = await server.raw(id, ada).joined()
        client.send(Uint8Array.from([...seed.slice(0, cut), ...bytes]))
        client.send(Uint8Array.of(99))
        await client.end()
      }),
      { numRuns: 150 },
    )
    witness.send(update('still '))
    await until(() => witness.committed() === 1)
    expect(await read(id)).toContain('safe')
  })
})

describe('edits that depend on others', () => {
  test('an edit that overtook an earlier one is made good by a resync', async () => {
    await start()
    const id = await server.createDocument()
    const doc = new Y.Doc()
    const [first, second] = editFrames(
      [content('first '), (it) => it.getText('content').insert(6, 'second')],
      doc,
    )
    expect(first).toBeDefined()
    const client = await server.raw(id, ada).joined()
    const asked = client.frames.length
    client.send(second!)
    await until(() =>
      client.frames.slice(asked).some((frame) => frame[0] === MESSAGE.sync && frame[1] === SYNC.step1),
    )
    expect(client.committed()).toBe(0)
    client.send(step2Frame(Y.encodeStateAsUpdate(doc)))
    await until(() => client.committed() === 2)
    expect(await read(id)).toBe('first second')
  })

  test('an answer that has gaps itself closes, and leaves nothing behind', async () => {
    await start()
    const id = await server.createDocument('kept')
    const frames = editFrames(Array.from({ length: 50 }, (_, index) => content(`${index} `)))
    const client = await server.raw(id, ada).joined()
    client.send(step2Frame(frames[49]!.subarray(3)))
    expect(await client.end()).toEqual({ code: CLOSE.badMessage, reason: 'update depends on unknown edits' })
    expect(await read(id)).toBe('kept')
  })

  test('a flood of orphans costs little and stores nothing', async () => {
    await start()
    const id = await server.createDocument('kept')
    const frames = editFrames(Array.from({ length: 1500 }, () => content('x'.repeat(100)))).slice(1)
    const client = await server.raw(id, ada).joined()
    for (const frame of frames) client.send(frame)
    expect((await client.end()).code).toBe(CLOSE.badMessage)
    const { text, headSeq } = await server.collab.read(world.libraryId, id)
    expect([text, headSeq]).toEqual(['kept', 0])
  }, 60_000)

  test('an orphan deletion is not kept either', async () => {
    await start()
    const id = await server.createDocument('kept')
    const client = await server.raw(id, ada).joined()
    client.send(step2Frame(Uint8Array.of(0, 1, 5, 1, 0, 9)))
    expect((await client.end()).code).toBe(CLOSE.badMessage)
    expect(await read(id)).toBe('kept')
  })
})

describe('somebody else’s client id', () => {
  test('is refused while its person is there, and everybody still converges', async () => {
    await start()
    const id = await server.createDocument()
    const victim = server.join(id, ada)
    await victim.synced()
    victim.text.insert(0, 'mine')
    await until(() => victim.committed() === 2)
    const forger = await server.raw(id, bob).joined()
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(victim.doc))
    forged.clientID = victim.doc.clientID
    const [frame] = editFrames([(doc) => doc.getText('content').insert(4, ' forged')], forged)
    for (let attempt = 0; attempt < 20; attempt += 1) forger.send(frame!)
    expect(await forger.end()).toEqual({ code: CLOSE.badMessage, reason: 'client id of somebody else' })
    victim.text.insert(4, ' and mine')
    await until(() => victim.committed() >= 3)
    expect(await read(id)).toBe('mine and mine')
  })

  test('may be brought by a client that got the edits by a way of its own: both are asked, nothing is lost', async () => {
    await start()
    const id = await server.createDocument()
    const [one, two] = [server.join(id, ada), server.join(id, bob)]
    await Promise.all([one.synced(), two.synced()])
    const relay = (from: Y.Doc, to: Y.Doc, origin: unknown) =>
      from.on('update', (bytes: Uint8Array) => Y.applyUpdate(to, bytes, origin))
    relay(one.doc, two.doc, two.provider)
    relay(two.doc, one.doc, one.provider)
    for (let index = 0; index < 400; index += 1) {
      const { text } = index % 2 === 0 ? one : two
      text.insert(text.length, `${index} `)
      if (index % 25 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await until(async () => (await read(id)) === one.text.toString())
    expect([one.provider.wsconnected, two.provider.wsconnected]).toEqual([true, true])
    expect(one.text.toString()).toBe(two.text.toString())
  })

  test('may come from a peer that returns what a crash lost, before its person is back', async () => {
    await start()
    const id = await server.createDocument()
    const lost = new Y.Doc()
    content('typed before the crash')(lost)
    const peer = await server.raw(id, bob).joined()
    peer.send(step2Frame(Y.encodeStateAsUpdate(lost)))
    await until(() => peer.committed() === 1)
    const author = server.join(id, ada, lost)
    await author.synced()
    author.text.insert(0, 'I ')
    await until(() => author.committed() === 2)
    expect(await read(id)).toBe('I typed before the crash')
  })
})

describe('text', () => {
  test('CR never stays: a server edit takes it out for everyone, its sender included', async () => {
    await start()
    const id = await server.createDocument('seed\r\nline\rend')
    expect(await read(id)).toBe('seed\nline\nend')
    const [writer, peer] = [server.join(id, ada), server.join(id, bob)]
    await Promise.all([writer.synced(), peer.synced()])
    writer.text.insert(0, 'a\r\nb\rc\0d\n')
    const expected = 'a\nb\ncd\nseed\nline\nend'
    await until(() => writer.text.toString() === expected && peer.text.toString() === expected)
    expect(await read(id)).toBe(expected)
  })

  test('any Unicode arrives the same everywhere and is the same after reload', async () => {
    await start()
    const id = await server.createDocument()
    const [writer, peer] = [server.join(id, ada), server.join(id, bob)]
    await Promise.all([writer.synced(), peer.synced()])
    const text = '👩‍👩‍👧 עברית العربية \u200f e\u0301 \u{1F600}\u{10FFFF}'
    writer.text.insert(0, text)
    writer.text.insert(2, '|')
    await until(() => peer.text.length === writer.text.length)
    expect(peer.text.toString()).toBe(writer.text.toString())
    expect(await read(id)).toBe(peer.text.toString())
  })

  test('beyond the limit an edit is refused; shortening is possible, and the document opens', async () => {
    await start({
      tuning: { limits: { ...LIMITS, textLength: 100 } },
    })
    const id = await server.createDocument('x'.repeat(95))
    const writer = server.join(id, ada)
    await writer.synced()
    writer.text.insert(0, 'abcde')
    await until(() => writer.committed() === 2)
    const client = await server.raw(id, bob).joined()
    client.send(update('!'))
    expect((await client.end()).code).toBe(CLOSE.tooLarge)
    writer.text.delete(0, 50)
    await until(() => writer.committed() === 3)
    expect((await read(id)).length).toBe(50)
    await expect(server.collab.edit(world.libraryId, id, 'y'.repeat(101), ada)).rejects.toThrow('101')
  })
})

describe('presence', () => {
  const entriesOf = (frame: Uint8Array) => {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== MESSAGE.awareness) return []
    const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder))
    return Array.from({ length: decoding.readVarUint(inner) }, () => ({
      client: decoding.readVarUint(inner),
      clock: decoding.readVarUint(inner),
      state: JSON.parse(decoding.readVarString(inner)),
    }))
  }
  const seen = (client: RawClient) => client.frames.flatMap(entriesOf)
  const show = (client: number, clock: number, state: unknown) =>
    awarenessFrame([{ client, clock, json: JSON.stringify(state) }])

  test('identity is the session’s, whatever a client says, and nothing else comes through', async () => {
    await start()
    const id = await server.createDocument('text')
    const peer = await server.raw(id, bob).joined()
    const liar = await server.raw(id, ada).joined()
    const place = { tname: 'content', assoc: 0 }
    liar.send(
      show(7, 1, {
        user: { id: bob.id, name: '<img onerror=1>', hue: 3 },
        evil: 1,
        selection: { anchor: place, head: place },
      }),
    )
    await until(() => seen(peer).length > 0)
    expect(seen(peer)).toEqual([
      {
        client: 7,
        clock: 1,
        state: { user: { id: ada.id, name: 'Ada', hue: ada.hue }, selection: { anchor: place, head: place } },
      },
    ])
  })

  test('one client id for each connection; another’s cursor cannot be moved; an oversized one is not shown', async () => {
    await start()
    const id = await server.createDocument()
    const [one, two] = [await server.raw(id, ada).joined(), await server.raw(id, bob).joined()]
    one.send(show(1, 1, {}))
    await until(() => seen(two).length > 0)
    two.send(show(1, 9, { selection: null }))
    two.send(show(2, 1, { x: 'y'.repeat(2000) }))
    for (let client = 2; client < 200; client += 1) two.send(show(client, 1, {}))
    await until(() => seen(one).some(({ client }) => client === 2))
    two.send(show(2, 2, { selection: { anchor: {}, head: 'x' } }))
    await until(() => seen(one).some(({ clock }) => clock === 2))
    const people = new Map(seen(one).map(({ client, state }) => [client, state?.user.name]))
    expect([...people]).toEqual([
      [1, 'Ada'],
      [2, 'Bob'],
    ])
    expect(seen(one).at(-1)?.state.selection).toBeNull()
  })

  test('who leaves disappears, who returns with the same id is seen again', async () => {
    await start()
    const id = await server.createDocument()
    const [stays, goes] = [server.join(id, ada), server.join(id, bob)]
    await Promise.all([stays.synced(), goes.synced()])
    goes.provider.awareness.setLocalState({})
    const sees = () => stays.provider.awareness.getStates().has(goes.doc.clientID)
    await until(sees)
    goes.provider.disconnect()
    await until(() => !sees())
    goes.provider.connect()
    await until(sees)
  })

  test('many moves become few messages', async () => {
    await start()
    const id = await server.createDocument()
    const [mover, peer] = [await server.raw(id, ada).joined(), await server.raw(id, bob).joined()]
    const before = peer.frames.length
    for (let clock = 1; clock <= 200; clock += 1) mover.send(show(1, clock, {}))
    await until(() => seen(peer).some(({ clock }) => clock === 200))
    expect(peer.frames.length - before).toBeLessThan(10)
  })

  test('the library knows who is where, and is told of changes', async () => {
    await start({ tuning: { presenceMs: 10 } })
    const id = await server.createDocument()
    let told = 0
    server.bus.subscribe(`presence:${world.libraryId}`, () => {
      told += 1
    })
    const client = await server.raw(id, ada).joined()
    await server.raw(id, ada).joined()
    await until(() => told > 0)
    expect(server.collab.presence(world.libraryId).map(({ people }) => people)).toEqual([
      [{ kind: 'user', id: ada.id, name: 'Ada' }],
    ])
    expect(server.collab.presence(newId())).toEqual([])
    client.destroy()
  })
})

describe('too much', () => {
  test('a flood is read slowly, loses nothing, and does not slow the others', async () => {
    await start({ tuning: { limits: { ...LIMITS, framesPerSecond: 200, frameBurst: 50 } } })
    const id = await server.createDocument()
    const other = await server.createDocument()
    const witness = await server.raw(other, bob).joined()
    const flooder = await server.raw(id, ada).joined()
    const frames = editFrames(Array.from({ length: 300 }, () => content('x')))
    for (const frame of frames) flooder.send(frame)
    const sent = performance.now()
    witness.send(update('quick'))
    await until(() => witness.committed() === 1)
    expect(performance.now() - sent).toBeLessThan(500)
    await until(() => flooder.committed() === 300)
    expect(performance.now() - sent).toBeGreaterThan(1000)
    expect((await read(id)).length).toBe(300)
  })

  test('asking for the whole document over and over closes with 1008', async () => {
    await start()
    const client = await server.raw(await server.createDocument('text'), ada).joined()
    for (let index = 0; index < 50; index += 1) client.send(step1Frame(Uint8Array.of(0)))
    expect((await client.end()).code).toBe(CLOSE.tooMany)
  })

  test('who does not read is closed, and the server forgets what waited', async () => {
    await start({ tuning: { lagMaxBytes: 100_000 } })
    const id = await server.createDocument()
    const slow = await server.raw(id, vic).joined()
    slow.socket.pause()
    const writer = server.join(id, ada)
    await writer.synced()
    for (let index = 0; index < 40; index += 1) {
      writer.text.insert(0, 'x'.repeat(300_000))
      writer.text.delete(0, 300_000)
    }
    await until(() => server.collab.stats().connections === 1, 30_000)
    expect(writer.provider.wsconnected).toBe(true)
  }, 60_000)

  test('a quiet client hears from the server before its watchdog gives up', async () => {
    await start({ tuning: { limits: { ...LIMITS, keepaliveMs: 50 } } })
    const client = await server.raw(await server.createDocument(), vic).joined()
    const count = client.frames.length
    await until(() => client.frames.length >= count + 3)
    expect(client.closed).toBeNull()
  })
})
