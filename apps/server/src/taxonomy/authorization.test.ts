import { ACTIONS, type Action, can, LEVELS, SCOPES } from '@incipit/access'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '../graphql/schema.ts'
import { missingId, must, mutate, payloadTypeOf } from '../testing/mutate.ts'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let count = 0

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

/** Fresh things of the library; the saved search belongs to whoever keeps it, and is shared. */
async function things(keeper: Visitor = team.admin) {
  const n = ++count
  const { prompt } = await must(
    team.admin,
    'promptCreate',
    { libraryId: team.id, name: `Prompt x${n}`, category: 'tasks', tags: [`one-${n}`, `two-${n}`] },
    'prompt { id tags { id } }',
  )
  const subcategory = `own-x${n}`
  await must(team.admin, 'subcategoryCreate', {
    libraryId: team.id,
    category: `${['tasks', 'system', 'formatters', 'generators'][n % 4]}`,
    name: subcategory,
  })
  const { field } = await must(
    team.admin,
    'customFieldCreate',
    { libraryId: team.id, key: `f${n}`, label: 'Field', kind: 'TEXT' },
    'field { id }',
  )
  const { savedSearch } = await must(
    keeper,
    'savedSearchCreate',
    { libraryId: team.id, name: 'Mine', query: { search: 'x' }, shared: true },
    'savedSearch { id }',
  )
  return {
    library: team.id,
    prompt: prompt.id as string,
    tag: prompt.tags[0].id as string,
    other: prompt.tags[1].id as string,
    category: `${['tasks', 'system', 'formatters', 'generators'][n % 4]}`,
    subcategory,
    field: field.id as string,
    search: savedSearch.id as string,
    n,
  }
}
type Things = Awaited<ReturnType<typeof things>>
type IdName = 'library' | 'prompt' | 'tag' | 'other' | 'field' | 'search'

/** Every mutation on the taxonomy and on shelves: the action it needs, its input, and the names of its ids. */
const MUTATIONS: Record<
  string,
  { action: Action; ids: IdName[]; input: (real: Things) => Record<string, unknown> }
> = {
  categoryUpdate: {
    action: 'taxonomy.manage',
    ids: ['library'],
    input: (real) => ({ libraryId: real.library, category: 'tasks', owner: 'us' }),
  },
  subcategoryCreate: {
    action: 'taxonomy.manage',
    ids: ['library'],
    input: (real) => ({ libraryId: real.library, category: 'tasks', name: `new-x${real.n}` }),
  },
  subcategoryUpdate: {
    action: 'taxonomy.manage',
    ids: ['library'],
    input: (real) => ({
      libraryId: real.library,
      category: real.category,
      name: real.subcategory,
      description: 'Ours',
    }),
  },
  subcategoryDelete: {
    action: 'taxonomy.manage',
    ids: ['library'],
    input: (real) => ({ libraryId: real.library, category: real.category, name: real.subcategory }),
  },
  customFieldCreate: {
    action: 'taxonomy.manage',
    ids: ['library'],
    input: (real) => ({ libraryId: real.library, key: `g${real.n}`, label: 'G', kind: 'NUMBER' }),
  },
  customFieldUpdate: {
    action: 'taxonomy.manage',
    ids: ['field'],
    input: (real) => ({ id: real.field, label: 'Better' }),
  },
  customFieldMove: {
    action: 'taxonomy.manage',
    ids: ['field'],
    input: (real) => ({ id: real.field, position: 0 }),
  },
  customFieldRemove: { action: 'taxonomy.manage', ids: ['field'], input: (real) => ({ id: real.field }) },
  tagUpdate: { action: 'tag.manage', ids: ['tag'], input: (real) => ({ id: real.tag, name: `b${real.n}` }) },
  tagMerge: {
    action: 'tag.manage',
    ids: ['library', 'tag', 'other'],
    input: (real) => ({ libraryId: real.library, from: [real.other], into: real.tag }),
  },
  tagDelete: { action: 'tag.manage', ids: ['tag'], input: (real) => ({ id: real.tag }) },
  promptFavourite: {
    action: 'shelf.keep',
    ids: ['prompt'],
    input: (real) => ({ id: real.prompt, favourite: true }),
  },
  promptOpened: { action: 'shelf.keep', ids: ['prompt'], input: (real) => ({ id: real.prompt }) },
  savedSearchCreate: {
    action: 'shelf.keep',
    ids: ['library'],
    input: (real) => ({ libraryId: real.library, name: 'New', query: {} }),
  },
  savedSearchUpdate: {
    action: 'shelf.keep',
    ids: ['search'],
    input: (real) => ({ id: real.search, name: 'Better' }),
  },
  savedSearchDelete: { action: 'shelf.keep', ids: ['search'], input: (real) => ({ id: real.search }) },
}

/** Fields of a library are limited, and every test makes some. */
async function removeFields() {
  const { data } = await team.admin.query(
    'query ($id: ID!) { node(id: $id) { ... on Library { customFields { id } } } }',
    { id: team.id },
  )
  for (const { id } of data.node.customFields) await must(team.admin, 'customFieldRemove', { id })
}

it('knows every mutation on them', () => {
  const own = Object.keys(schema.getMutationType()!.getFields()).filter((name) =>
    /^(category|subcategory|customField|tag|savedSearch|promptFavourite|promptOpened)/.test(name),
  )
  expect(Object.keys(MUTATIONS).sort()).toEqual(own.sort())
})

describe.each(Object.entries(MUTATIONS))('%s', (name, { action, input, ids }) => {
  it(`is for exactly the levels that may ${action}`, async () => {
    await removeFields()
    for (const level of LEVELS) {
      const outcome = await mutate(team[level], name, input(await things(team[level])))
      const expected = can({ level }, action) ? payloadTypeOf(name) : 'ForbiddenError'
      expect([level, outcome.__typename]).toEqual([level, expected])
    }
  })

  it('answers strangers about existing things exactly as everybody about missing ones', async () => {
    const real = await things()
    const none = { ...real, ...Object.fromEntries(ids.map((id) => [id, missingId(real[id])])) } as Things
    const foreign = await mutate(team.stranger, name, input(real))
    expect(foreign.__typename).toBe('NotFoundError')
    expect(await mutate(team.stranger, name, input(none))).toEqual(foreign)
    expect(await mutate(team.admin, name, input(none))).toEqual(foreign)
  })

  it('is for keys with the scope it needs, or for people only', async () => {
    const { scope } = ACTIONS[action]
    const lacking = await server.program(
      team.admin,
      team.id,
      'admin',
      SCOPES.filter((other) => other !== scope),
    )
    expect(await mutate(lacking, name, input(await things()))).toMatchObject({
      __typename: 'ForbiddenError',
      message: expect.stringContaining(scope === null ? 'No API key may' : `scope ${scope}`),
    })
    if (scope === null) return
    const enough = await server.program(team.admin, team.id, 'admin', ['read', scope])
    expect((await mutate(enough, name, input(await things()))).__typename).toBe(payloadTypeOf(name))
  })

  it('is not for anonymous callers', async () => {
    const real = await things()
    await expect(mutate(server.visitor(), name, input(real))).rejects.toThrow('UNAUTHENTICATED')
  })
})

describe('strangers', () => {
  it('see no tag, field or saved search by its id', async () => {
    const real = await things()
    const query = 'query ($id: ID!) { node(id: $id) { id } }'
    for (const id of [real.tag, real.field, real.search]) {
      expect((await team.stranger.query(query, { id })).data).toEqual({ node: null })
      expect((await team.viewer.query(query, { id })).data.node).toEqual({ id })
    }
  })

  it('cannot bring things of two libraries together', async () => {
    const real = await things()
    const other = await server.team('Other')
    const { prompt } = await must(
      other.admin,
      'promptCreate',
      { libraryId: other.id, name: 'Theirs', category: 'templates', tags: ['theirs'], content: 'user:\nx\n' },
      'prompt { id tags { id } }',
    )
    const merge = { libraryId: team.id, from: [real.tag], into: prompt.tags[0].id }
    expect((await mutate(team.admin, 'tagMerge', merge)).__typename).toBe('NotFoundError')
    const create = { libraryId: team.id, name: 'Copied', category: 'tasks', templateId: prompt.id }
    expect((await mutate(team.admin, 'promptCreate', create)).__typename).toBe('NotFoundError')
  })
})
