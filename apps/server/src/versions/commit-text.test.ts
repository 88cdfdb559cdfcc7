import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { must, mutate } from '../testing/mutate.ts'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let branch: { id: string; document: { room: string } }

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())
beforeEach(async () => {
  const { prompt } = await must(
    team.developer,
    'promptCreate',
    {
      libraryId: team.id,
      name: `x${crypto.randomUUID().slice(0, 8)}`,
      category: 'tasks',
      content: 'user:\nDraft\n',
    },
    'prompt { branch(name: "main") { id document { room } } }',
  )
  branch = prompt.branch
})

const commit = (content: string, expectedHead: string | null, by: Visitor = team.developer) =>
  mutate(
    by,
    'commitText',
    { branchId: branch.id, content, expectedHead, message: 'Brought', changeType: 'FIX' },
    'commit { hash version authors { name } content }',
  )
async function live() {
  const { data } = await team.viewer.query(
    'query ($id: ID!) { node(id: $id) { ... on Branch { document { content uncommitted { changed } } } } }',
    { id: branch.id },
  )
  return data.node.document
}
async function write(text: string, by = team.admin) {
  const [libraryId, documentId] = branch.document.room.split('.')
  await server.features.collaboration.edit(libraryId!, documentId!, text, { id: by.userId })
}

describe('a text that a program brings', () => {
  it('becomes the first version, and then the next, and the live text is the same', async () => {
    const first = await commit('user:\nOne\n', null)
    expect(first.commit).toMatchObject({ version: '1.0.0', content: 'user:\nOne\n' })
    const second = await commit('user:\r\nTwo\r\n', first.commit.hash)
    expect(second.commit).toMatchObject({ version: '1.0.1', content: 'user:\nTwo\n' })
    expect(await live()).toEqual({ content: 'user:\nTwo\n', uncommitted: { changed: false } })
  })

  it('leaves what people have not committed in the live text', async () => {
    const { commit: first } = await commit('user:\nOne\n\nassistant:\nYes\n', null)
    await write('user:\nOne\n\nassistant:\nYes, of course\n')
    await commit('user:\nOne, better\n\nassistant:\nYes\n', first.hash)
    expect(await live()).toEqual({
      content: 'user:\nOne, better\n\nassistant:\nYes, of course\n',
      uncommitted: { changed: true },
    })
  })

  it('does not become the first version over what somebody else wrote', async () => {
    await write('user:\nSomebody is writing\n')
    expect(await commit('user:\nOne\n', null)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('somebody else has written'),
    })
    expect((await live()).content).toBe('user:\nSomebody is writing\n')
  })

  it('is refused on another head than was seen, where nothing changed, and where nothing is', async () => {
    const { commit: first } = await commit('user:\nOne\n', null)
    const { commit: second } = await commit('user:\nTwo\n', first.hash)
    for (const [content, head, type] of [
      ['user:\nThree\n', first.hash, 'ConflictError'],
      ['user:\nThree\n', null, 'ConflictError'],
      ['user:\nTwo\n', second.hash, 'ValidationError'],
      [' \n', second.hash, 'ValidationError'],
    ] as const)
      expect([content, (await commit(content, head)).__typename]).toEqual([content, type])
  })

  it('of a prompt whose status takes no commits is refused with what to do instead', async () => {
    const { commit: first } = await commit('user:\nOne\n', null)
    const { data } = await team.viewer.query(
      'query ($id: ID!) { node(id: $id) { ... on Branch { prompt { id } } } }',
      { id: branch.id },
    )
    await must(team.admin, 'promptArchive', { id: data.node.prompt.id, reason: 'No longer needed' })
    expect(await commit('user:\nTwo\n', first.hash)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('archived'),
    })
  })

  it('does not come into the live text of a prompt that is archived, nor of a protected branch', async () => {
    const { data } = await team.viewer.query(
      'query ($id: ID!) { node(id: $id) { ... on Branch { prompt { id } } } }',
      { id: branch.id },
    )
    await must(team.admin, 'branchProtect', { id: branch.id, protected: true })
    expect(await commit('user:\nOne\n', null)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('protected'),
    })
    expect((await live()).content).toBe('user:\nDraft\n')
    await must(team.admin, 'promptArchive', { id: data.node.prompt.id })
    expect(await commit('user:\nOne\n', null)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('archived'),
    })
    expect((await live()).content).toBe('user:\nDraft\n')
  })

  it('of one of two writers at once wins', async () => {
    const { commit: first } = await commit('user:\nOne\n', null)
    const outcomes = await Promise.all([
      commit('user:\nLeft\n', first.hash),
      commit('user:\nRight\n', first.hash, team.admin),
    ])
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'CommitTextPayload',
      'ConflictError',
    ])
  })
})
