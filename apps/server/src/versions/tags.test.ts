import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../platform/ids.ts'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'
import { commitTags } from './tables.ts'
import { type TestCommit, type TestHistory, testHistory } from './test-history.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let history: TestHistory
let [first, second]: TestCommit[] = []

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())
beforeEach(async () => {
  history = await testHistory(server, team)
  first = await history.commit(history.main, 'user:\nOne\n')
  second = await history.commit(history.main, 'user:\nTwo\n')
})

async function tag(
  name: string,
  { at = first, note, by = team.developer }: { at?: TestCommit; note?: string; by?: Visitor } = {},
) {
  const answer = await by.query(
    `mutation ($input: CommitTagCreateInput!) { commitTagCreate(input: $input) { __typename ... on Error { message }
      ... on CommitTagCreatePayload { tag { id name note createdAt taggedBy { id } commit { version } } } } }`,
    { input: { commitId: at!.id, name, note } },
  )
  expect(answer.errors).toBeUndefined()
  return answer.data.commitTagCreate
}

describe('a tag', () => {
  it('names a commit, with a note, and is found as a node', async () => {
    const { tag: made } = await tag(' launch ', { note: ' Spring campaign ' })
    expect(made).toMatchObject({
      name: 'launch',
      note: 'Spring campaign',
      taggedBy: { id: team.developer.userId },
      commit: { version: '1.0.0' },
    })
    const answer = await team.viewer.query(
      'query ($id: ID!) { node(id: $id) { ... on CommitTag { name commit { tags { name } } } } }',
      { id: made.id },
    )
    expect(answer.data.node).toEqual({ name: 'launch', commit: { tags: [{ name: 'launch' }] } })
    const stranger = await team.stranger.query('query ($id: ID!) { node(id: $id) { id } }', { id: made.id })
    expect(stranger.data.node).toBeNull()
  })

  it('never moves: a taken name is refused and says who has it, in this prompt alone', async () => {
    await tag('launch')
    expect(await tag('launch', { at: second })).toEqual({
      __typename: 'ConflictError',
      message: 'launch names 1.0.0 already, and a tag never moves. Choose another name.',
    })
    expect((await tag('launch')).__typename).toBe('ConflictError')
    const other = await testHistory(server, team)
    const commit = await other.commit(other.main, 'user:\nOne\n')
    expect((await tag('launch', { at: commit })).__typename).toBe('CommitTagCreatePayload')
  })

  it.each(['', '2.0.0', 'v3', 'abcdef1', 'main', 'feature/x', 'two words', '<b>'])(
    '%j is no name for one',
    async (name) => expect((await tag(name)).__typename).toBe('ValidationError'),
  )

  it('of several set at once, one wins', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) => tag('launch', { at: n % 2 ? first! : second! })),
    )
    const won = all.filter((one) => one.__typename === 'CommitTagCreatePayload')
    expect([won.length, all.length]).toEqual([1, 10])
    const { commitTags } = await history.ask('commitTags { name commit { version } }')
    expect(commitTags).toEqual([{ name: 'launch', commit: won[0].tag.commit }])
  })

  it('is listed newest first for the prompt, oldest first on its commit', async () => {
    for (const name of ['a', 'b', 'c']) await tag(name, { at: name === 'b' ? second! : first! })
    const { commitTags, commits } = await history.ask(
      'commitTags { name } commits { edges { node { tags { name } } } }',
    )
    expect(commitTags.map((one: { name: string }) => one.name)).toEqual(['c', 'b', 'a'])
    expect(commits.edges.map((edge: { node: unknown }) => edge.node)).toEqual([
      { tags: [{ name: 'b' }] },
      { tags: [{ name: 'a' }, { name: 'c' }] },
    ])
  })

  it('is in the audit log', async () => {
    await tag('launch')
    const answer = await team.admin.query(
      'query ($slug: String!) { library(slug: $slug) { auditEntries(first: 1) { edges { node { action subject { label } details } } } } }',
      { slug: team.slug },
    )
    expect(answer.data.library.auditEntries.edges[0].node).toMatchObject({
      action: 'tag.create',
      subject: { label: `${history.key}@launch` },
      details: { tag: 'launch', version: '1.0.0', commit: first!.hash },
    })
  })

  it('is for the levels that may name commits, and not on archived prompts', async () => {
    expect((await tag('by-reviewer', { by: team.reviewer })).__typename).toBe('CommitTagCreatePayload')
    expect((await tag('by-viewer', { by: team.viewer })).__typename).toBe('ForbiddenError')
    expect((await tag('by-stranger', { by: team.stranger })).__typename).toBe('NotFoundError')
    await team.admin.query('mutation ($id: ID!) { promptArchive(input: { id: $id }) { __typename } }', {
      id: history.id,
    })
    expect(await tag('late')).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('archived'),
    })
  })

  it('is one of at most 500', async () => {
    const [libraryId = '', promptId = ''] = Buffer.from(history.id, 'base64url')
      .toString()
      .split(':')[1]!
      .split('.')
    const row = (n: number): typeof commitTags.$inferInsert => ({
      libraryId,
      promptId,
      id: newId(),
      name: `filler-${n}`,
      note: '',
      commitId: first!.hash,
      taggerKind: 'user',
      taggerId: team.developer.userId,
      taggerName: 'Developer',
      createdAt: new Date(),
    })
    await server.database.db.insert(commitTags).values(Array.from({ length: 499 }, (_, n) => row(n)))
    expect((await tag('the-last')).__typename).toBe('CommitTagCreatePayload')
    expect(await tag('one-too-many')).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('at most 500'),
    })
  })
})
