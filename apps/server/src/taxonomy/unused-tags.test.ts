import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

const create = async (name: string, tags: string[]): Promise<string> => {
  const { data } = await team.admin.query(
    'mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { ... on PromptCreatePayload { prompt { id } } } }',
    { input: { libraryId: team.id, name, category: 'tasks', tags } },
  )
  return data.promptCreate.prompt.id
}

it('tags can be narrowed to those that no prompt carries, by name and by usage, with their number', async () => {
  const id = await create('First', ['kept', 'left'])
  await create('Second', ['kept'])
  await team.admin.query(
    'mutation ($input: PromptUpdateInput!) { promptUpdate(input: $input) { __typename } }',
    { input: { id, tags: ['kept'] } },
  )
  const { data } = await team.viewer.query(
    `query ($id: ID!) { node(id: $id) { ... on Library {
      byName: tags(filter: { unused: true }) { totalCount edges { node { name usageCount } } }
      byUsage: tags(filter: { unused: true }, orderBy: USAGE) { edges { node { name } } }
      all: tags(filter: { unused: false }) { totalCount }
    } } }`,
    { id: team.id },
  )
  expect(data.node.byName).toEqual({ totalCount: 1, edges: [{ node: { name: 'left', usageCount: 0 } }] })
  expect(data.node.byUsage.edges).toEqual([{ node: { name: 'left' } }])
  expect(data.node.all.totalCount).toBe(2)
})
