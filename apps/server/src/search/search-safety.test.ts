import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { addPrompts, find as findAs } from './test-world.ts'

// Time stands still: only the tie-breaker orders prompts that fit a search equally well.
const now = new Date('2026-03-01T09:00:00.000Z')
let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

const COUNT = 23
const find = (search: string | Record<string, unknown>, page?: Record<string, unknown>) =>
  findAs(team.viewer, team.slug, search, page)

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
  team = await server.team()
  await addPrompts(
    server,
    team,
    Array.from({ length: COUNT }, (_, n) => ({
      name: n < 8 ? `Common prompt ${n}` : `Prompt ${n}`,
      description: n < 14 ? 'common' : '',
      content: 'user:\nSomething common to all.\n',
    })),
  )
})
afterAll(() => server.close())

describe('pages', () => {
  it.each([
    ['by relevance', 'common', undefined],
    ['by relevance, of a phrase', '"common to all"', undefined],
    ['by name', 'common', { field: 'NAME', direction: 'ASC' }],
    ['by instant, all equal', 'common', { field: 'MODIFIED_AT', direction: 'DESC' }],
  ])('%s are complete and without repeats, forward and backward', async (_name, search, orderBy) => {
    const all = (await find(search, { first: 100, orderBy })).names
    expect(new Set(all).size).toBe(COUNT)
    const forward: string[] = []
    for (let after: string | null = null; ; ) {
      const page = await find(search, { first: 4, after, orderBy })
      forward.push(...page.names)
      after = page.pageInfo.endCursor
      if (!page.pageInfo.hasNextPage) break
    }
    expect(forward).toEqual(all)
    const backward: string[] = []
    for (let before: string | null = null; ; ) {
      const page = await find(search, { last: 5, before, orderBy })
      if (page.names.length === 0) break
      backward.unshift(...page.names)
      before = page.pageInfo.startCursor
    }
    expect(backward).toEqual(all)
  })

  it('refuse cursors that are forged, or of another order', async () => {
    const { endCursor } = (await find('common', { first: 2, orderBy: { field: 'NAME', direction: 'ASC' } }))
      .pageInfo
    const forged = (key: unknown[]) =>
      Buffer.from(JSON.stringify(['prompts RELEVANCE DESC', ...key])).toString('base64url')
    const id = '00000000-0000-7000-8000-000000000001'
    for (const after of [
      endCursor,
      'nonsense',
      forged(['1; drop table prompts', now.toISOString(), id]),
      forged([1, "' or 1=1", id]),
      forged([1, now.toISOString(), 'no id']),
      forged([1, now.toISOString(), id, 'more']),
    ]) {
      await expect(find('common', { first: 2, after })).rejects.toThrow('does not belong to this list')
    }
    // One that could have been: it begins there, in the library that is asked.
    expect((await find('common', { first: 100, after: forged([5, now.toISOString(), id]) })).names).toEqual(
      [],
    )
    expect(
      (await find('common', { first: 100, after: forged([2 ** 52, now.toISOString(), id]) })).names,
    ).toEqual([])
  })
})

describe('junk', () => {
  const statementsOf = async (search: string) => {
    const statements: string[] = []
    const stop = server.database.onStatement((text) => statements.push(text))
    await find(search).finally(stop)
    return statements
  }

  it.each([
    "' or pg_sleep(5) is null --",
    "'; select pg_sleep(5); --",
    '") || pg_sleep(5)::text || ("',
    '(a+)+$ (a+)+$ (a+)+$',
    '%_'.repeat(100),
    '"'.repeat(199),
    "''''\\\\:*&|!()<->",
    'tag:"" category: status:nonsense owner:\\',
    '-'.repeat(200),
    '\u{1F600}'.repeat(100),
    'a b c d e f g h i j k l m n o p q r s t u v w x y z',
    'it\'s-"a -"b',
  ])('%j is looked for as words, or finds nothing: it is part of no statement', async (search) => {
    const statements = await statementsOf(search)
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.length).toBeLessThan(20)
    expect(statements.filter((text) => text.includes(search) || text.includes('pg_sleep'))).toEqual([])
  })

  it('that is too long or no text is refused with a reason', async () => {
    await expect(find('%_'.repeat(5_000))).rejects.toThrow('at most 200 characters')
    await expect(find('a\u0000b')).rejects.toThrow('NUL')
    await expect(find({ owner: Array.from({ length: 21 }, String) })).rejects.toThrow('at most 20 values')
  })
})

describe('texts at the limits', () => {
  it('of a megabyte, of many words or of one, are found by their beginning', async () => {
    const many = Array.from({ length: 90_000 }, (_, n) => `word${n.toString(36)}`).join(' ')
    await addPrompts(server, team, [
      { name: 'Many words', content: `user:\n${many}\n` },
      { name: 'One word', content: `user:\n${'wombat'.repeat(100_000)}\n` },
    ])
    expect((await find('wordzz')).names).toEqual(['Many words'])
    expect((await find('wombatwombat')).names).toEqual(['One word'])
  })
})

describe('other libraries', () => {
  it('have their own words, even where their ids end alike', async () => {
    const other = await server.team('Other')
    await addPrompts(server, other, [{ name: 'Secret pangolin' }])
    // As though both libraries' ids had the same end: words of one stand in the index as words of the other.
    await server.database.db.execute(
      `update prompt_search set terms = array_to_tsvector(array['${team.library.libraryId.slice(-4)}cpangolin', '${team.library.libraryId.slice(-4)}npangolin'])
        where library_id = '${other.library.libraryId}'`,
    )
    expect((await find('pangolin')).names).toEqual([])
    expect((await find('pangolin')).totalCount).toBe(0)
    // Nor does a misspelling tell of words of others.
    expect((await find('pangolim')).correctedTo).toBeNull()
  })

  it('are missing for strangers', async () => {
    const answer = await team.stranger.query(
      'query ($slug: String!) { library(slug: $slug) { prompts(filter: { search: "common" }) { totalCount } facets(filter: { search: "common" }) { total } } }',
      { slug: team.slug },
    )
    expect(answer.data.library).toBeNull()
  })
})

describe('an index that was not there', () => {
  it('takes in prompts of before', async () => {
    await server.database.db.execute('delete from prompt_search')
    await server.database.db.execute('delete from search_vocabulary')
    expect((await find('common')).names).toEqual([])
    const { catalogue } = server.features
    expect(await catalogue.fillMissingSearch(server.database.db)).toBeGreaterThanOrEqual(COUNT)
    expect(await catalogue.fillMissingSearch(server.database.db)).toBe(0)
    expect((await find('common')).names.length).toBe(COUNT)
    expect((await find('comon')).correctedTo).toBe('common')
  })
})
