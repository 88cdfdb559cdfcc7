import { expect, test } from 'vitest'
import type { Database } from '../platform/database.ts'
import { GraphCache } from './graph-cache.ts'

interface Row {
  readonly promptId: string
  readonly id: string
  readonly seq: number
  readonly parents: string[]
}

/** Rows as a table holds them, and what was asked for. */
function table() {
  const rows: Row[] = []
  const asked: [string, number][][] = []
  return {
    rows,
    asked,
    add(promptId: string, count: number) {
      for (let n = 0; n < count; n += 1) {
        const seq = rows.filter((row) => row.promptId === promptId).length + 1
        rows.push({
          promptId,
          id: `${promptId}${seq}`,
          seq,
          parents: seq > 1 ? [`${promptId}${seq - 1}`] : [],
        })
      }
    },
    async graphRows(_q: unknown, _libraryId: string, known: ReadonlyMap<string, number>) {
      asked.push([...known])
      return rows.filter((row) => row.seq > (known.get(row.promptId) ?? Number.POSITIVE_INFINITY))
    },
  }
}

const none = {} as Database
const cacheOver = (store: ReturnType<typeof table>, mostCommits?: number) =>
  new GraphCache({ db: none, store, ...(mostCommits && { mostCommits }) })

test('reads only what came since the last question, for several prompts at once', async () => {
  const store = table()
  store.add('a', 3)
  store.add('b', 1)
  const cache = cacheOver(store)
  expect([...(await cache.graphsOf('library', ['a', 'b']))].map(([id, graph]) => [id, graph.size])).toEqual([
    ['a', 3],
    ['b', 1],
  ])
  store.add('a', 2)
  expect((await cache.graphOf('library', 'a')).size).toBe(5)
  expect(store.asked).toEqual([
    [
      ['a', 0],
      ['b', 0],
    ],
    [['a', 3]],
  ])
  expect(await cache.graphsOf('library', [])).toEqual(new Map())
  expect(store.asked).toHaveLength(2)
})

test('two who ask at once both get the whole history', async () => {
  const store = table()
  store.add('a', 4)
  const cache = cacheOver(store)
  const [one, other] = await Promise.all([cache.graphOf('library', 'a'), cache.graphOf('library', 'a')])
  expect([one.size, other.size]).toEqual([4, 4])
  store.add('a', 1)
  const later = await Promise.all([cache.graphOf('library', 'a'), cache.graphOf('library', 'a')])
  expect(later.map((graph) => graph.lastSeq)).toEqual([5, 5])
})

test('lets go of the prompts asked for longest ago', async () => {
  const store = table()
  for (const id of ['a', 'b', 'c']) store.add(id, 10)
  const cache = cacheOver(store, 45)
  for (const id of ['a', 'b', 'a', 'c']) await cache.graphOf('library', id)
  expect(cache.size).toBe(2)
  await cache.graphOf('library', 'a')
  await cache.graphOf('library', 'b')
  expect(store.asked.map(([first]) => first)).toEqual([
    ['a', 0],
    ['b', 0],
    ['a', 10],
    ['c', 0],
    ['a', 10],
    ['b', 0],
  ])
})

test('keeps a history that alone is larger than the limit, and forgets on request', async () => {
  const store = table()
  store.add('a', 100)
  const cache = cacheOver(store, 10)
  expect((await cache.graphOf('library', 'a')).size).toBe(100)
  expect(cache.size).toBe(1)
  cache.forget('a')
  cache.forget('a')
  expect(cache.size).toBe(0)
  expect((await cache.graphOf('library', 'a')).size).toBe(100)
})
