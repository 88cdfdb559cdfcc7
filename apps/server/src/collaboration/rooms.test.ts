import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openTestWorld, type TestServer, type TestWorld, until } from './test-world.ts'

let world: TestWorld
let server: TestServer
beforeAll(async () => {
  world = await openTestWorld()
})
afterAll(() => world.close())
afterEach(() => server.close())

describe('with the stock client', () => {
  test('two people write at once and both see one text, which is what is stored', async () => {
    server = await world.startServer()
    const id = await server.createDocument('hello')
    const ada = server.join(id, server.person('Ada', 'write'))
    const bob = server.join(id, server.person('Bob', 'write'))
    await Promise.all([ada.synced(), bob.synced()])
    expect(ada.text.toString()).toBe('hello')
    for (let index = 0; index < 30; index += 1) {
      ada.text.insert(0, `a${index} `)
      bob.text.insert(bob.text.length, ` b${index}`)
      if (index % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await until(
      () =>
        ada.text.length === bob.text.length &&
        ada.text.toString() === bob.text.toString() &&
        bob.text.toString().includes('a29'),
    )
    await until(() => ada.text.toString().includes('b29'))
    const stored = await server.collab.read(world.libraryId, id)
    expect(stored.text).toBe(ada.text.toString())
    expect(stored.contributors.map(({ changes }) => changes)).toEqual([30, 30])
  })

  test('what was acknowledged is there after the server was replaced', async () => {
    server = await world.startServer()
    const id = await server.createDocument('start\n')
    const ada = server.join(id, server.person('Ada', 'write'))
    await ada.synced()
    ada.text.insert(6, 'one\n')
    ada.text.insert(10, 'two\n')
    await until(() => ada.committed() === 3)
    const sequence = ada.sequence()
    const text = ada.text.toString()
    await server.close()
    server = await world.startServer()
    const reader = server.join(id, server.person('Rea', 'read'))
    await reader.synced()
    expect(reader.text.toString()).toBe(text)
    expect((await server.collab.read(world.libraryId, id)).headSeq).toBeGreaterThanOrEqual(sequence)
  })

  test('edits made offline arrive on return, and deletions too', async () => {
    server = await world.startServer()
    const id = await server.createDocument('keep this text')
    const ada = server.join(id, server.person('Ada', 'write'))
    await ada.synced()
    ada.provider.disconnect()
    ada.text.delete(5, 5)
    ada.text.insert(0, 'We ')
    ada.provider.connect()
    await until(() => ada.provider.wsconnected && ada.committed() === 1)
    expect((await server.collab.read(world.libraryId, id)).text).toBe('We keep text')
  })
})
