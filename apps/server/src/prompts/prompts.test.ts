import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

const FIELDS =
  'id key name description category subcategory status owner tags { name category } author { name } archivedAt version branch(name: "main") { document { content } }'
const CREATE = `mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { __typename ... on PromptCreatePayload { prompt { ${FIELDS} } } ... on ValidationError { issues { path message } } ... on ConflictError { message } } }`

async function create(input: Record<string, unknown>) {
  const answer = await team.developer.query(CREATE, {
    input: { libraryId: team.id, category: 'tasks', ...input },
  })
  return answer.data.promptCreate
}

async function update(id: string, input: Record<string, unknown>) {
  const answer = await team.developer.query(
    `mutation ($input: PromptUpdateInput!) { promptUpdate(input: $input) { __typename ... on PromptUpdatePayload { prompt { ${FIELDS} } } ... on ValidationError { issues { path message } } ... on ConflictError { message } } }`,
    { input: { id, ...input } },
  )
  return answer.data.promptUpdate
}

async function list(filter: Record<string, unknown>, visitor = team.viewer): Promise<string[]> {
  const answer = await visitor.query(
    'query ($slug: String!, $filter: PromptFilter) { library(slug: $slug) { prompts(first: 100, filter: $filter, orderBy: { field: KEY, direction: ASC }) { edges { node { key } } } } }',
    { slug: team.slug, filter },
  )
  return answer.data.library.prompts.edges.map((edge: { node: { key: string } }) => edge.node.key)
}

describe('creating', () => {
  it('makes the key from category, subcategory, name and variant', async () => {
    expect(
      (await create({ name: 'Support Triage', category: 'agents', subcategory: 'support', variant: 'short' }))
        .prompt,
    ).toMatchObject({
      key: 'agents-support-support-triage-short',
      name: 'Support Triage',
      owner: 'product-team',
      status: 'DRAFT',
      version: null,
    })
    expect((await create({ name: 'Ünïcode, näme!' })).prompt.key).toBe('tasks-general-unicode-name')
    expect((await create({ name: 'Something else', keyName: 'chosen' })).prompt.key).toBe(
      'tasks-general-chosen',
    )
  })

  it('starts the live document with the content as LF, or with a valid example', async () => {
    expect(
      (await create({ name: 'With content', content: 'user:\r\nHi\r\n' })).prompt.branch.document.content,
    ).toBe('user:\nHi\n')
    expect(
      (await create({ name: 'Without content', description: 'Says "hello"' })).prompt.branch.document.content,
    ).toContain('description: "Says \\"hello\\""')
  })

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ name: 'two\nlines' }, 'name'],
    [{ name: 'nul\u0000' }, 'name'],
    [{ name: 'ok', category: 'nonsense' }, 'category'],
    [{ name: 'ok', subcategory: 'Not Kebab' }, 'subcategory'],
    [{ name: 'ok', keyName: '-bad-' }, 'keyName'],
    [{ name: 'ok', tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }, 'tags'],
    [{ name: 'ok', content: 'x'.repeat(1_000_001) }, 'content'],
  ])('refuses %j, naming the field', async (input, path) => {
    const answer = await create(input)
    expect([answer.__typename, answer.issues?.[0]?.path]).toEqual(['ValidationError', path])
    expect(answer.issues[0].message).toMatch(/\.$/)
  })

  it('refuses a key that is taken, and nothing is half done', async () => {
    await create({ name: 'Twice' })
    const before = await team.admin.query(
      'query ($slug: String!) { library(slug: $slug) { prompts { totalCount } auditEntries { totalCount } } }',
      { slug: team.slug },
    )
    const answer = await create({ name: 'Twice' })
    expect(answer).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('tasks-general-twice'),
    })
    const after = await team.admin.query(
      'query ($slug: String!) { library(slug: $slug) { prompts { totalCount } auditEntries { totalCount } } }',
      { slug: team.slug },
    )
    expect(after.data).toEqual(before.data)
  })

  it('keeps names that look like markup or prototype keys as plain text', async () => {
    const name = '<img src=x onerror=alert(1)> __proto__ {{constructor}}'
    const { prompt } = await create({ name, tags: ['__proto__', 'constructor'] })
    expect(prompt.name).toBe(name)
    expect(prompt.tags.map((tag: { name: string }) => tag.name)).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('changing', () => {
  it('renames, describes and tags, and leaves the rest', async () => {
    const { prompt } = await create({ name: 'Before', tags: ['Sales', 'two words'] })
    expect(prompt.tags).toEqual([
      { name: 'sales', category: 'DOMAIN' },
      { name: 'two-words', category: 'GENERAL' },
    ])
    const after = await update(prompt.id, { name: 'After', tags: ['summarize'] })
    expect(after.prompt).toMatchObject({
      name: 'After',
      key: prompt.key,
      tags: [{ name: 'summarize', category: 'ACTION' }],
      description: prompt.description,
    })
  })

  it('moves a prompt, which changes its key', async () => {
    const { prompt } = await create({ name: 'Movable' })
    expect((await update(prompt.id, { category: 'agents', subcategory: 'sales' })).prompt.key).toBe(
      'agents-sales-movable',
    )
    expect((await update(prompt.id, { keyName: 'moved', variant: 'long' })).prompt.key).toBe(
      'agents-sales-moved-long',
    )
    await create({ name: 'Occupied', category: 'agents', subcategory: 'sales' })
    expect((await update(prompt.id, { keyName: 'occupied', variant: '' })).__typename).toBe('ConflictError')
  })

  it('archives and, by an admin, restores; an archived prompt takes no change', async () => {
    const { prompt } = await create({ name: 'Old one' })
    const archive = await team.developer.query(
      'mutation ($id: ID!) { promptArchive(input: { id: $id, reason: "Replaced" }) { ... on PromptArchivePayload { prompt { status archivedAt } } } }',
      { id: prompt.id },
    )
    expect(archive.data.promptArchive.prompt).toMatchObject({
      status: 'ARCHIVED',
      archivedAt: expect.any(String),
    })
    expect(await list({ archived: true })).toContain(prompt.key)
    expect(await list({})).not.toContain(prompt.key)
    expect((await update(prompt.id, { name: 'New name' })).__typename).toBe('ConflictError')
    const restore = (visitor: typeof team.admin) =>
      visitor.query(
        'mutation ($id: ID!) { promptRestore(input: { id: $id }) { __typename ... on PromptRestorePayload { prompt { status archivedAt } } } }',
        { id: prompt.id },
      )
    expect((await restore(team.developer)).data.promptRestore.__typename).toBe('ForbiddenError')
    expect((await restore(team.admin)).data.promptRestore.prompt).toEqual({
      status: 'DRAFT',
      archivedAt: null,
    })
  })
})

describe('finding', () => {
  it('narrows by category, status and tags, and counts facets', async () => {
    const own = await server.team('Facets')
    const add = (name: string, category: string, tags: string[]) =>
      own.developer.query(CREATE, { input: { libraryId: own.id, name, category, tags } })
    await add('One', 'tasks', ['red', 'blue'])
    await add('Two', 'tasks', ['red'])
    await add('Three', 'agents', ['blue'])
    const answer = await own.viewer.query(
      `query ($slug: String!) { library(slug: $slug) {
        both: prompts(filter: { tags: ["red", "blue"] }) { totalCount } agents: prompts(filter: { category: ["agents"], status: [DRAFT] }) { totalCount } deployed: prompts(filter: { status: [DEPLOYED] }) { totalCount }
        facets(filter: { category: ["tasks"] }) { total categories { value count } statuses { value count } tags { value count } } categories { name promptCount } } }`,
      { slug: own.slug },
    )
    const { library } = answer.data
    expect([library.both.totalCount, library.agents.totalCount, library.deployed.totalCount]).toEqual([
      1, 1, 0,
    ])
    expect(library.facets).toEqual({
      total: 2,
      categories: [
        { value: 'tasks', count: 2 },
        { value: 'agents', count: 1 },
      ],
      statuses: [{ value: 'draft', count: 2 }],
      tags: [
        { value: 'red', count: 2 },
        { value: 'blue', count: 1 },
      ],
    })
    expect(
      library.categories.find((category: { name: string }) => category.name === 'tasks').promptCount,
    ).toBe(2)
  })
})
