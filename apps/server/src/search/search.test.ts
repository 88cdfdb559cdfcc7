import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { addPrompts, type Found, find as findAs } from './test-world.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

const find = (search: string | Record<string, unknown>, page?: Record<string, unknown>) =>
  findAs(team.viewer, team.slug, search, page)
const names = async (search: string | Record<string, unknown>) => (await find(search)).names

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
  await addPrompts(server, team, [
    { name: 'Body', content: 'user:\nEvery invoice counts, so does the café.\n' },
    { name: 'Described', description: 'Reads an invoice' },
    { name: 'Tagged', tags: ['invoice'] },
    { name: 'Invoices of partners' },
    { name: 'Sorting an invoice' },
    { name: 'Invoice' },
    {
      name: 'Percent 100%_sure',
      description: 'Looks for Zebras',
      content: 'user:\nA giraffe\\in the room, dear customer.\n',
    },
    { name: 'Dear old customer' },
    { name: 'getUserName helper' },
    { name: '東京都庁の案内' },
    {
      name: 'Customer classification',
      owner: 'sales',
      category: 'agents',
      content: '---\nmodel: gpt-4o\n---\nuser:\nClassify it.\n',
    },
  ])
})
afterAll(() => server.close())

describe('words', () => {
  it('find by name or key as typed, whole words and beginnings of words in them, tags, description, text, in this order', async () => {
    expect(await names('invoice')).toEqual([
      'Invoice',
      'Sorting an invoice',
      'Invoices of partners',
      'Tagged',
      'Described',
      'Body',
    ])
    expect((await names('tasks-general-sorting-an-invoice'))[0]).toBe('Sorting an invoice')
  })

  it('are found while they are typed, whatever their case and accents', async () => {
    expect(await names('ZEB')).toEqual(['Percent 100%_sure'])
    expect(await names('percent-100')).toEqual(['Percent 100%_sure'])
    expect(await names('CAFE')).toEqual(['Body'])
    expect(await names('username')).toEqual([])
    expect(await names('user nam')).toEqual(['getUserName helper'])
    expect(await names('京都')).toEqual(['東京都庁の案内'])
    expect(await names('庁')).toEqual(['東京都庁の案内'])
    expect(await names('giraffe\\in')).toEqual(['Percent 100%_sure'])
  })

  it('have all to be there, but for those with a minus', async () => {
    expect((await names('customer')).sort()).toEqual([
      'Customer classification',
      'Dear old customer',
      'Percent 100%_sure',
    ])
    expect((await names('customer -dear')).sort()).toEqual(['Customer classification'])
    expect(await names('customer zebras')).toEqual(['Percent 100%_sure'])
    expect(await names('-invoice -customer -giraffe')).toEqual(
      expect.not.arrayContaining(['Invoice', 'Body', 'Dear old customer']),
    )
    expect((await names('-invoice')).length).toBeGreaterThan(3)
  })

  it('in quotes have to stand together', async () => {
    expect((await names('dear customer')).length).toBe(2)
    expect(await names('"dear customer"')).toEqual(['Percent 100%_sure'])
    expect(await names('"Dear   Old"')).toEqual(['Dear old customer'])
    expect(await names('"customer dear"')).toEqual([])
  })

  it('of a single letter find beginnings of names, and words of texts', async () => {
    expect(await names('z')).toEqual(['Percent 100%_sure'])
    expect(await names('h')).toEqual(['getUserName helper'])
    // Its text begins with "Every".
    expect(await names('e')).not.toContain('Body')
    expect(await names('ev')).toEqual(['Body'])
  })

  it('are followed through rename, new tags and commits', async () => {
    const [id] = await addPrompts(server, team, [{ name: 'Changeling', content: 'user:\nquokka\n' }])
    const nodeId = (await find('changeling')).edges[0]!.node.id
    const update = (input: object) =>
      team.developer.query(
        'mutation ($input: PromptUpdateInput!) { promptUpdate(input: $input) { __typename } }',
        { input: { id: nodeId, ...input } },
      )
    await update({ name: 'Wallaby' })
    expect([await names('wallaby'), await names('quokka')]).toEqual([['Wallaby'], ['Wallaby']])
    await update({ tags: ['marsupial'] })
    expect([await names('marsupial'), await names('tag:marsupial')]).toEqual([['Wallaby'], ['Wallaby']])
    const branch = await team.developer.query(
      'query ($id: ID!) { node(id: $id) { ... on Prompt { head { hash } branch(name: "main") { id document { room } } } } }',
      { id: nodeId },
    )
    const { head, branch: main } = branch.data.node
    await server.features.collaboration.edit(
      team.library.libraryId,
      main.document.room.split('.')[1],
      'user:\nnumbat\n',
      {
        id: team.developer.userId,
      },
    )
    const committed = await team.developer.query(
      'mutation ($input: CommitCreateInput!) { commitCreate(input: $input) { __typename } }',
      { input: { branchId: main.id, expectedHead: head.hash, message: 'Other', changeType: 'FIX' } },
    )
    expect(committed.data.commitCreate.__typename).toBe('CommitCreatePayload')
    expect([await names('numbat'), await names('quokka')]).toEqual([['Wallaby'], []])
    expect(id).toBeDefined()
  })

  it('of archived prompts are found only among the archived', async () => {
    await addPrompts(server, team, [{ name: 'Platypus' }])
    const { id } = (await find('platypus')).edges[0]!.node
    await team.admin.query('mutation ($id: ID!) { promptArchive(input: { id: $id }) { __typename } }', { id })
    expect([await names('platypus'), await names({ search: 'platypus', archived: true })]).toEqual([
      [],
      ['Platypus'],
    ])
  })
})

describe('misspelt words', () => {
  it.each([
    ['invocie', 'invoice'],
    ['invoic3', 'invoice'],
    ['Clasification customer', 'classification customer'],
    ['girafffe room', 'giraffe room'],
    ['customrr -dear', 'customer -dear'],
  ])('%s becomes %s, and the answer says so', async (typed, meant) => {
    const found = await find(typed)
    expect(found.correctedTo).toBe(meant)
    expect(found.names).toEqual(await names(meant))
    expect(found.names.length).toBeGreaterThan(0)
    expect(found.totalCount).toBe(found.names.length)
  })

  it('stay as they are where they exist, and where nothing is close', async () => {
    expect((await find('invoice')).correctedTo).toBeNull()
    expect(await find('xqzjvk')).toMatchObject({ names: [], correctedTo: null, totalCount: 0 })
    expect(await find({ search: 'invoice', owner: ['nobody'] })).toMatchObject({
      names: [],
      correctedTo: null,
    })
  })

  it('are corrected page by page', async () => {
    const first = await find('invocie', { first: 2 })
    const second = await find('invocie', { first: 10, after: first.pageInfo.endCursor })
    expect([...first.names, ...second.names]).toEqual(await names('invoice'))
    expect(second.correctedTo).toBe('invoice')
  })
})

describe('what was hit', () => {
  const marked = ({ text, ranges }: Found['edges'][number]['matches'][number]) =>
    ranges.map(({ from, to }) => text.slice(from, to))

  it('is told by field, with all places', async () => {
    const [first, ...rest] = (await find('invoice')).edges
    expect(first!.matches.map((match) => [match.field, marked(match)])).toEqual([
      ['NAME', ['Invoice']],
      ['KEY', ['invoice']],
    ])
    expect(rest.at(-1)!.matches).toMatchObject([{ field: 'CONTENT', text: expect.stringContaining('café') }])
    expect(marked(rest.at(-1)!.matches[0]!)).toEqual(['invoice'])
  })

  it('is looked for behind the front matter first, which repeats name and description', async () => {
    const front = '---\nname: Walrus keeper\ndescription: Feeds it\nmodel: walnut-1\n---\n'
    await addPrompts(server, team, [
      { name: 'Walrus keeper', content: `${front}user:\nFeed it.\n` },
      { name: 'Walrus friend', content: `${front}user:\nPraise the walrus.\n` },
    ])
    const matches = (found: Found) =>
      Object.fromEntries(found.edges.map(({ node, matches }) => [node.name, matches]))
    const { 'Walrus keeper': keeper, 'Walrus friend': friend } = matches(await find('walrus'))
    expect(keeper!.map(({ field }) => field)).toEqual(['NAME', 'KEY'])
    expect(friend!.at(-1)).toMatchObject({ field: 'CONTENT', text: 'user:\nPraise the walrus.\n' })
    for (const [only] of Object.values(matches(await find('walnut'))))
      expect(only).toMatchObject({ field: 'CONTENT', text: expect.stringContaining('model: walnut-1') })
  })

  it('is the part of a long text where the words stand', async () => {
    const filler = 'padding '.repeat(5_000)
    await addPrompts(server, team, [
      { name: 'Long one', content: `user:\n${filler}the NEEDLE is here ${filler}\n` },
    ])
    const [match] = (await find('needle')).edges[0]!.matches
    expect(marked(match!)).toEqual(['NEEDLE'])
    expect(match!.text.length).toBeLessThan(300)
  })
})

describe('filters and facets', () => {
  const facets = async (filter: Record<string, unknown>) => {
    const { data, errors } = await team.viewer.query(
      `query ($slug: String!, $filter: PromptFilter) { library(slug: $slug) { facets(filter: $filter) {
        total stale hasOpenChanges hasErrors hasMoreThanCounted correctedTo categories { value count } statuses { value count } owners { value count } models { value count } tags { value count } } } }`,
      { slug: team.slug, filter },
    )
    expect(errors).toBeUndefined()
    return data.library.facets
  }

  it('narrow what words find; each facet leaves out its own choice', async () => {
    expect(await names({ search: 'customer', owner: ['sales'] })).toEqual(['Customer classification'])
    expect(await names('customer owner:sales category:agents status:draft model:gpt-4o')).toEqual([
      'Customer classification',
    ])
    expect(await names({ search: 'customer', model: ['gpt-4o'] })).toEqual(['Customer classification'])
    expect(await facets({ search: 'customer', owner: ['sales'] })).toMatchObject({
      total: 1,
      hasMoreThanCounted: false,
      owners: [
        { value: 'team', count: 2 },
        { value: 'sales', count: 1 },
      ],
      categories: [{ value: 'agents', count: 1 }],
      statuses: [{ value: 'draft', count: 1 }],
      models: [{ value: 'gpt-4o', count: 1 }],
    })
  })

  it('count the same as the list, corrected words too', async () => {
    for (const search of [
      'invoice',
      'invocie',
      'customer -dear',
      '"dear customer"',
      'zebras',
      'nothing-at-all-xyz',
      '',
    ]) {
      const [counts, found] = [await facets({ search }), await find({ search })]
      expect([search, counts.total, counts.correctedTo]).toEqual([
        search,
        found.totalCount,
        found.correctedTo,
      ])
      expect(found.totalCount).toBe(found.names.length)
    }
  })

  it('tell stale prompts and those with open changes', async () => {
    const before = await facets({})
    expect([before.stale, before.hasOpenChanges]).toEqual([0, 0])
    expect(await names({ stale: true })).toEqual([])
    expect((await names({ stale: false })).length).toBe(before.total)
    await server.database.db.execute(
      `update prompts set modified_at = modified_at - interval '200 days' where name = 'Described'`,
    )
    expect(await names({ stale: true })).toEqual(['Described'])
    expect(await facets({ stale: true })).toMatchObject({ total: 1, stale: 1 })
    expect(await names({ hasOpenChanges: true })).toEqual([])
    expect((await names({ hasOpenChanges: false })).length).toBe(before.total)
  })

  it('tell prompts whose text has errors', async () => {
    const all = await names({})
    await addPrompts(server, team, [{ name: 'Unclosed', content: 'user:\n{{#open}}\n' }])
    expect(await names({ hasErrors: true })).toEqual(['Unclosed'])
    expect((await names({ hasErrors: false })).toSorted()).toEqual(all.toSorted())
    expect(await facets({ hasErrors: true })).toMatchObject({ total: 1, hasErrors: 1 })
    expect(await facets({ hasErrors: false })).toMatchObject({ total: all.length, hasErrors: 1 })
  })
})
