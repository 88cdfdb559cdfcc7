import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must, mutate } from '../testing/mutate.ts'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'

let now = new Date('2026-06-01T09:00:00.000Z')
let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
const ids: string[] = []

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
  team = await server.team()
  for (let n = 0; n < 55; n++) {
    const { prompt } = await must(
      team.developer,
      'promptCreate',
      { libraryId: team.id, name: `P${n}`, keyName: `p${n}`, category: 'tasks' },
      'prompt { id }',
    )
    ids.push(prompt.id)
  }
})
afterAll(() => server.close())

async function shelf(reader: Visitor, fields: string) {
  const answer = await reader.query(`query ($id: ID!) { node(id: $id) { ... on Library { ${fields} } } }`, {
    id: team.id,
  })
  if (answer.errors) throw new Error(answer.errors[0]!.message)
  return answer.data.node
}
const names = (list: { node: { name: string } }[]) => list.map(({ node }) => node.name)
const later = () => {
  now = new Date(now.getTime() + 1000)
}
const entries = async () =>
  (await shelf(team.admin, 'auditEntries(first: 1) { totalCount }')).auditEntries.totalCount

describe('favourites', () => {
  const favourite = (reader: Visitor, id: string, favourite = true) =>
    must(reader, 'promptFavourite', { id, favourite }, 'prompt { isFavourite }')

  it('are marked and unmarked, by each person for themselves, and no log tells', async () => {
    const before = await entries()
    expect((await favourite(team.viewer, ids[0]!)).prompt.isFavourite).toBe(true)
    later()
    await favourite(team.viewer, ids[1]!)
    await favourite(team.viewer, ids[1]!)
    const list = 'favourites { totalCount edges { node { name isFavourite } } }'
    const { favourites } = await shelf(team.viewer, list)
    expect([favourites.totalCount, names(favourites.edges)]).toEqual([2, ['P1', 'P0']])
    expect((await shelf(team.admin, list)).favourites).toEqual({ totalCount: 0, edges: [] })
    const { prompt } = await shelf(team.admin, 'prompt(key: "tasks-general-p0") { isFavourite }')
    expect(prompt.isFavourite).toBe(false)
    expect((await favourite(team.viewer, ids[0]!, false)).prompt.isFavourite).toBe(false)
    expect(names((await shelf(team.viewer, list)).favourites.edges)).toEqual(['P1'])
    expect(await entries()).toBe(before)
  })

  it('come in pages', async () => {
    for (const id of ids.slice(2, 5)) await favourite(team.reviewer, id)
    const page = async (args: string) =>
      (
        await shelf(
          team.reviewer,
          `favourites(${args}) { pageInfo { endCursor hasNextPage } edges { node { name } } }`,
        )
      ).favourites
    const first = await page('first: 2')
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`)
    expect(first.pageInfo.hasNextPage).toBe(true)
    expect([...names(first.edges), ...names(second.edges)].sort()).toEqual(['P2', 'P3', 'P4'])
  })

  it('do not hold prompts that were deleted', async () => {
    const { prompt } = await must(
      team.developer,
      'promptCreate',
      { libraryId: team.id, name: 'Gone', category: 'tasks' },
      'prompt { id }',
    )
    await favourite(team.developer, prompt.id)
    await must(team.developer, 'promptOpened', { id: prompt.id })
    await must(team.admin, 'promptArchive', { id: prompt.id, reason: 'A mistake' })
    await must(team.admin, 'promptDelete', {
      id: prompt.id,
      reason: 'A mistake',
      confirmKey: 'tasks-general-gone',
    })
    const left = await shelf(
      team.developer,
      'favourites { totalCount edges { node { name } } } recentlyOpened { name }',
    )
    expect(left).toEqual({ favourites: { totalCount: 0, edges: [] }, recentlyOpened: [] })
  })
})

describe('opened prompts', () => {
  const recent = async (reader: Visitor, first = 20) =>
    (await shelf(reader, `recentlyOpened(first: ${first}) { name }`)).recentlyOpened.map(
      ({ name }: { name: string }) => name,
    )

  it('stand with the latest first, each once, for each person alone', async () => {
    for (const at of [0, 1, 2, 0]) {
      later()
      await must(team.viewer, 'promptOpened', { id: ids[at] })
    }
    expect(await recent(team.viewer)).toEqual(['P0', 'P2', 'P1'])
    expect(await recent(team.viewer, 1)).toEqual(['P0'])
    expect(await recent(team.admin)).toEqual([])
    await expect(recent(team.viewer, 21)).rejects.toThrow('from 1 to 20')
  })

  it('are remembered up to fifty', async () => {
    for (const id of ids) {
      later()
      await must(team.reviewer, 'promptOpened', { id })
    }
    const [row] = await server.database.db.execute(
      `select count(*)::int as count from opened_prompts where user_id = '${team.reviewer.userId}'`,
    )
    expect(row).toEqual({ count: 50 })
    expect((await recent(team.reviewer))[0]).toBe('P54')
  })
})

describe('saved searches', () => {
  const FIELDS =
    'savedSearch { id name shared isMine owner { name } query { search category status tags stale orderBy { field direction } } }'
  const save = (by: Visitor, name: string, more = {}) =>
    must(by, 'savedSearchCreate', { libraryId: team.id, name, query: {}, ...more }, FIELDS)
  const seen = async (by: Visitor) =>
    names((await shelf(by, 'savedSearches { edges { node { name } } }')).savedSearches.edges)

  it('keep what was looked for', async () => {
    const query = {
      search: 'refund',
      category: ['agents'],
      status: ['DRAFT', 'REVIEW'],
      tags: ['legal'],
      stale: true,
      orderBy: { field: 'NAME', direction: 'ASC' },
    }
    const { savedSearch } = await save(team.developer, 'Refunds', { query })
    expect(savedSearch).toMatchObject({ name: 'Refunds', shared: false, isMine: true, query })
    const bare = await save(team.developer, 'All')
    expect(bare.savedSearch.query).toEqual({
      search: null,
      category: [],
      status: [],
      tags: [],
      stale: null,
      orderBy: null,
    })
    expect(await seen(team.developer)).toEqual(['All', 'Refunds'])
  })

  it('are seen by others only while they are shared, and then the log tells', async () => {
    const before = await entries()
    const { savedSearch } = await save(team.viewer, 'Mine')
    await must(team.viewer, 'savedSearchUpdate', { id: savedSearch.id, name: 'Still mine' })
    expect([await seen(team.admin), await entries()]).toEqual([[], before])
    expect(
      (await mutate(team.admin, 'savedSearchUpdate', { id: savedSearch.id, name: 'x' })).__typename,
    ).toBe('NotFoundError')
    const node = await team.admin.query('query ($id: ID!) { node(id: $id) { id } }', { id: savedSearch.id })
    expect(node.data.node).toBeNull()
    await must(team.viewer, 'savedSearchUpdate', { id: savedSearch.id, shared: true })
    expect([await seen(team.admin), await entries()]).toEqual([['Still mine'], before + 1])
    const { savedSearches } = await shelf(team.admin, 'savedSearches { edges { node { isMine shared } } }')
    expect(savedSearches.edges[0].node).toEqual({ isMine: false, shared: true })
  })

  it('that are shared change only by their owner and admins', async () => {
    const { savedSearch } = await save(team.viewer, 'Shared', { shared: true })
    const rename = { id: savedSearch.id, name: 'Renamed' }
    expect((await mutate(team.developer, 'savedSearchUpdate', rename)).__typename).toBe('ForbiddenError')
    expect((await mutate(team.developer, 'savedSearchDelete', { id: savedSearch.id })).__typename).toBe(
      'ForbiddenError',
    )
    await must(team.admin, 'savedSearchUpdate', rename)
    await must(team.admin, 'savedSearchDelete', { id: savedSearch.id })
    expect(await seen(team.viewer)).toEqual(['Still mine'])
  })

  it('refuse what no list understands', async () => {
    const refused = async (query: object, name = 'x') =>
      (await mutate(team.viewer, 'savedSearchCreate', { libraryId: team.id, name, query })).__typename
    expect(await refused({ category: ['novels'] })).toBe('ValidationError')
    expect(await refused({ tags: Array.from({ length: 21 }, (_, n) => `t${n}`) })).toBe('ValidationError')
    expect(await refused({ search: 'x'.repeat(201) })).toBe('ValidationError')
    expect(await refused({ search: 'a\u0000b' })).toBe('ValidationError')
    expect(await refused({}, ' ')).toBe('ValidationError')
  })

  it('are a hundred at most', async () => {
    const someone = await server.person('viewer', team.library.libraryId)
    for (let n = 0; n < 97; n++) await save(someone, `S${n}`)
    const more = { libraryId: team.id, name: 'More', query: {} }
    const meeting = await Promise.all(
      Array.from({ length: 6 }, () => mutate(someone, 'savedSearchCreate', more)),
    )
    const saved = meeting.filter(({ __typename }) => __typename === 'SavedSearchCreatePayload')
    expect(saved).toHaveLength(3)
    expect(await mutate(someone, 'savedSearchCreate', more)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('100 saved searches'),
    })
  })
})

describe('API keys', () => {
  it('have no shelf, and are told so', async () => {
    const key = await server.program(team.admin, team.id, 'admin', ['read', 'write'])
    for (const fields of [
      'favourites { totalCount }',
      'recentlyOpened { id }',
      'savedSearches { totalCount }',
    ])
      await expect(shelf(key, fields)).rejects.toThrow('Do it signed in as a person')
    const { prompt } = await shelf(key, 'prompt(key: "tasks-general-p0") { isFavourite }')
    expect(prompt.isFavourite).toBe(false)
  })
})
