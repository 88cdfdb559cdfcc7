import { sql } from 'drizzle-orm'
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

it('a report counts all tags, however many there are, and lists the first of them', async () => {
  const crowd = await server.team('Crowd')
  await crowd.admin.query(
    'mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { __typename } }',
    { input: { libraryId: crowd.id, name: 'One', category: 'tasks', tags: ['carried', 'support'] } },
  )
  await server.database.db.execute(sql`insert into tags (library_id, id, name, category, created_by, created_at)
    select ${crowd.library.libraryId}::uuid, gen_random_uuid(), 'tag-' || lpad(n::text, 5, '0'), 'general', 'somebody', now()
    from generate_series(1, 6000) n`)
  const { data } = await crowd.viewer.query(
    `query ($id: ID!) { node(id: $id) { ... on Library { taxonomyReport {
      unusedTagCount unusedTags { name } tagGroups { category tagCount usage tags { name } } } } } }`,
    { id: crowd.id },
  )
  const { unusedTagCount, unusedTags, tagGroups } = data.node.taxonomyReport
  expect(unusedTagCount).toBe(6000)
  expect(unusedTags).toHaveLength(50)
  expect(unusedTags[0]).toEqual({ name: 'tag-00001' })
  expect(tagGroups).toEqual([
    { category: 'DOMAIN', tagCount: 1, usage: 1, tags: [{ name: 'support' }] },
    { category: 'ACTION', tagCount: 0, usage: 0, tags: [] },
    { category: 'MODEL', tagCount: 0, usage: 0, tags: [] },
    { category: 'GENERAL', tagCount: 6001, usage: 1, tags: [{ name: 'carried' }] },
  ])
})
