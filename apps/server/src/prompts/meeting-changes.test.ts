import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Transaction } from '../platform/database.ts'
import { find } from '../search/test-world.ts'
import { lockWaits } from '../testing/lock-waits.ts'
import { must, mutate } from '../testing/mutate.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

async function prompt(name: string, tags: string[] = []) {
  const input = { libraryId: team.id, name, category: 'tasks', tags }
  const made = await must(team.developer, 'promptCreate', input, 'prompt { id tags { id } }')
  return made.prompt as { id: string; tags: { id: string }[] }
}

/**
 * Starts changes one after the other, each when the one before waits for a lock that is held; then lets them go on. The
 * embedded database takes one transaction at a time: there each runs to its end.
 */
async function meet<T>(hold: (tx: Transaction) => Promise<unknown>, ...starts: (() => Promise<T>)[]) {
  const started: Promise<T>[] = []
  if (server.database.kind === 'embedded') {
    for (const start of starts) started.push(Promise.resolve(await start()))
    return Promise.all(started)
  }
  await server.database.db.transaction(async (tx) => {
    await hold(tx)
    for (const start of starts) {
      started.push(start())
      await lockWaits(server.database, started.length)
    }
  })
  return Promise.all(started)
}

/** Whoever changes something of the library waits with its audit entry. */
const holdAudit = (tx: Transaction) =>
  tx.execute(sql`select from audit_heads where library_id = ${team.library.libraryId}::uuid for update`)

it('a prompt gets a new name and its tag another one: it is found by both', async () => {
  const { id, tags } = await prompt('Aardvark', ['zoology'])
  await meet(
    holdAudit,
    () => must(team.developer, 'tagUpdate', { id: tags[0]!.id, name: 'wildlife' }),
    () => must(team.admin, 'promptUpdate', { id, name: 'Pangolin' }),
  )
  for (const word of ['wildlife', 'pangolin'])
    expect((await find(team.viewer, team.slug, word)).names).toEqual(['Pangolin'])
  for (const word of ['zoology', '"aardvark" -tasks'])
    expect((await find(team.viewer, team.slug, word)).names).toEqual([])
})

it('a value is given while its field becomes another kind: the field keeps its kind', async () => {
  const { id } = await prompt('Valued')
  const made = await must(
    team.admin,
    'customFieldCreate',
    { libraryId: team.id, key: 'note', label: 'Note', kind: 'TEXT' },
    'field { id }',
  )
  const [given, changed] = await meet(
    holdAudit,
    () => mutate(team.developer, 'promptUpdate', { id, customValues: [{ key: 'note', value: 'words' }] }),
    () => mutate(team.admin, 'customFieldUpdate', { id: made.field.id, kind: 'NUMBER' }),
  )
  expect(given!.__typename).toBe('PromptUpdatePayload')
  expect(changed).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('1 prompt') })
})

const holdTag = (tx: Transaction, name: string) =>
  tx.execute(sql`select from tags
    where library_id = ${team.library.libraryId}::uuid and name = ${name} for update`)

it('a tag is given while it is taken away: it is made anew', async () => {
  const { tags } = await prompt('First', ['short-lived'])
  const { id } = await prompt('Second')
  const [, given] = await meet(
    (tx) => holdTag(tx, 'short-lived'),
    () => must(team.admin, 'tagDelete', { id: tags[0]!.id }),
    () => must(team.developer, 'promptUpdate', { id, tags: ['short-lived'] }, 'prompt { tags { id name } }'),
  )
  expect(given!.prompt.tags).toEqual([{ id: expect.any(String), name: 'short-lived' }])
  expect(given!.prompt.tags[0].id).not.toBe(tags[0]!.id)
})

it('a tag is merged into another while a prompt that carries it is saved: neither waits for the other for ever', async () => {
  const { id, tags } = await prompt('Merged', ['left'])
  const other = await prompt('Remaining', ['right'])
  const [, saved] = await meet(
    (tx) => holdTag(tx, 'left'),
    () =>
      must(team.admin, 'tagMerge', {
        libraryId: team.id,
        from: [tags[0]!.id],
        into: other.tags[0]!.id,
      }),
    () => must(team.developer, 'promptUpdate', { id, tags: ['left'] }, 'prompt { tags { name } }'),
  )
  expect(saved!.prompt.tags).toEqual([{ name: 'left' }])
})
