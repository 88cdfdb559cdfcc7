import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

// Time stands still, so that every row of every list has the same sort key and only the tie-breaker orders them.
const now = new Date('2026-03-01T09:00:00.000Z')
let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let promptId: string

const COUNT = 7

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
  team = await server.team()
  for (let n = 0; n < COUNT; n++) {
    const created = await team.admin.query(
      'mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { ... on PromptCreatePayload { prompt { id branch(name: "main") { id document { room } } } } } }',
      {
        input: {
          libraryId: team.id,
          name: 'Same name',
          keyName: `name-${n}`,
          category: 'tasks',
          tags: [`tag-${n}`],
          content: 'user:\n0\n',
        },
      },
    )
    const { prompt } = created.data.promptCreate
    await team.admin.query(
      'mutation ($input: InvitationCreateInput!) { invitationCreate(input: $input) { __typename } }',
      { input: { libraryId: team.id, email: `guest${n}@example.org`, level: 'VIEWER' } },
    )
    await server.program(team.admin, team.id, 'viewer', ['read'])
    await server.features.libraries.createLibraryFor(team.admin.userId, { name: `Library ${n}` })
    if (n > 0) continue
    promptId = prompt.id
    let head: string | null = null
    for (let m = 1; m <= COUNT; m++) {
      const [libraryId, documentId] = prompt.branch.document.room.split('.')
      await server.features.collaboration.edit(libraryId, documentId, `user:\n${m}\n`, {
        id: team.admin.userId,
      })
      const done: { data: { commitCreate: { commit: { hash: string } } } } = await team.admin.query(
        'mutation ($input: CommitCreateInput!) { commitCreate(input: $input) { ... on CommitCreatePayload { commit { hash } } } }',
        {
          input: {
            branchId: prompt.branch.id,
            expectedHead: head,
            message: `Change ${m}`,
            changeType: 'FIX',
          },
        },
      )
      head = done.data.commitCreate.commit.hash
    }
  }
})
afterAll(() => server.close())

const inLibrary = (field: string) => ({
  query: (args: string) =>
    `query ($id: ID!) { node(id: $id) { ... on Library { list: ${field.replace('ARGS', args)} { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`,
  id: () => team.id,
  at: (data: { node: { list: unknown } }) => data.node.list,
})

const LISTS: Record<
  string,
  { query: (args: string) => string; id: () => string; at: (data: never) => unknown }
> = {
  'prompts by change': inLibrary('prompts(ARGS)'),
  'prompts by name': inLibrary('prompts(ARGS, orderBy: { field: NAME, direction: ASC })'),
  'prompts by key': inLibrary('prompts(ARGS, orderBy: { field: KEY, direction: DESC })'),
  'prompts by creation': inLibrary('prompts(ARGS, orderBy: { field: CREATED_AT, direction: ASC })'),
  members: inLibrary('members(ARGS)'),
  invitations: inLibrary('invitations(ARGS)'),
  'API keys': inLibrary('apiKeys(ARGS)'),
  'audit entries': inLibrary('auditEntries(ARGS)'),
  tags: inLibrary('tags(ARGS)'),
  commits: {
    query: (args) =>
      `query ($id: ID!) { node(id: $id) { ... on Prompt { list: commits(${args}) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`,
    id: () => promptId,
    at: (data: { node: { list: unknown } }) => data.node.list,
  },
  libraries: {
    query: (args) =>
      `query { viewer { list: libraries(${args}) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
    id: () => '',
    at: (data: { viewer: { list: unknown } }) => data.viewer.list,
  },
}

interface Page {
  readonly totalCount: number
  readonly edges: { cursor: string; node: { id: string } }[]
  readonly pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
}

describe.each(Object.entries(LISTS))('%s', (_name, list) => {
  async function page(args: string): Promise<Page> {
    const answer = await team.admin.query(list.query(args), { id: list.id() })
    expect(answer.errors).toBeUndefined()
    return list.at(answer.data as never) as Page
  }

  it.each([1, 2, 3])('walks forward and backward in pages of %i, each entry once', async (size) => {
    const whole = (await page('first: 100')).edges.map((edge) => edge.node.id)
    expect(whole.length).toBeGreaterThanOrEqual(5)
    const forward: string[] = []
    for (let after = ''; ; ) {
      const next = await page(`first: ${size}${after}`)
      forward.push(...next.edges.map((edge) => edge.node.id))
      expect(next.totalCount).toBe(whole.length)
      expect(next.pageInfo.hasNextPage).toBe(forward.length < whole.length)
      expect(next.pageInfo.hasPreviousPage).toBe(after !== '')
      if (!next.pageInfo.hasNextPage) break
      after = `, after: "${next.pageInfo.endCursor}"`
    }
    expect(forward).toEqual(whole)
    const backward: string[] = []
    for (let before = ''; ; ) {
      const next = await page(`last: ${size}${before}`)
      backward.unshift(...next.edges.map((edge) => edge.node.id))
      expect(next.pageInfo.hasPreviousPage).toBe(backward.length < whole.length)
      if (!next.pageInfo.hasPreviousPage) break
      before = `, before: "${next.pageInfo.startCursor}"`
    }
    expect(backward).toEqual(whole)
    expect(new Set(whole).size).toBe(whole.length)
  })

  it('has an empty page without cursors, and refuses cursors of other lists', async () => {
    const empty = await page('first: 0')
    expect(empty.edges).toEqual([])
    expect(empty.pageInfo).toMatchObject({ startCursor: null, endCursor: null, hasNextPage: true })
    const foreign = Buffer.from(JSON.stringify(['other', 1])).toString('base64url')
    const answer = await team.admin.query(list.query(`first: 1, after: "${foreign}"`), { id: list.id() })
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('round-trips every node by its id', async () => {
    const ids = (await page('first: 100')).edges.map((edge) => edge.node.id)
    const answer = await team.admin.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
    expect(answer.data.nodes).toEqual(ids.map((id) => ({ id })))
  })
})

describe('SQL statements', () => {
  async function statementsOf(query: string): Promise<number> {
    const before = server.database.statementCount()
    const answer = await team.admin.query(query, { slug: team.slug })
    expect(answer.errors).toBeUndefined()
    return server.database.statementCount() - before
  }

  it.each([
    // The first of them has commits, so that the shorter list already needs every kind of look-up.
    [
      'prompts',
      'prompts(first: COUNT, orderBy: { field: KEY, direction: ASC }) { edges { node { key name status stale tags { name usageCount } author { name hue user { email } } modifiedBy { name hue } editors { name } head { version message createdAt content authors { name hue } parents { hash } } branches { name document { uncommitted { changes } } } } } }',
    ],
    [
      'found prompts',
      'prompts(first: COUNT, filter: { search: "same" }) { totalCount correctedTo edges { matches { field text ranges { from to } } node { key } } }',
    ],
    ['members', 'members(first: COUNT) { edges { node { level user { name email } } } }'],
    ['invitations', 'invitations(first: COUNT) { edges { node { email createdBy { name } } } }'],
    ['API keys', 'apiKeys(first: COUNT) { edges { node { name createdBy { name } } } }'],
    [
      'audit entries',
      'auditEntries(first: COUNT) { edges { node { action actor { name hue user { name } } } } }',
    ],
    ['tags', 'tags(first: COUNT) { edges { node { name usageCount } } }'],
  ])('of a list of %s do not grow with its length', async (_name, field) => {
    const query = (count: number) =>
      `query ($slug: String!) { library(slug: $slug) { ${field.replace('COUNT', String(count))} } }`
    await statementsOf(query(2))
    const [few, many] = [await statementsOf(query(2)), await statementsOf(query(7))]
    expect(many).toBe(few)
    expect(many).toBeLessThan(20)
  })

  it('of a prompt’s commits do not grow with their number', async () => {
    const query = (count: number) =>
      `query { node(id: "${promptId}") { ... on Prompt { commits(first: ${count}) { edges { node { version message content authors { name hue } committer { name hue } parents { hash } } } } } } }`
    await statementsOf(query(2))
    expect(await statementsOf(query(7))).toBe(await statementsOf(query(2)))
  })
})
