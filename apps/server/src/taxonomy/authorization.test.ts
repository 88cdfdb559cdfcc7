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

/** What a mutation can be about: what its input names, or what stands in it without an id. */
type IdName = 'library' | 'prompt' | 'tag' | 'other' | 'field' | 'search'
type Named = IdName | 'subcategory'
const EVERYTHING: readonly Named[] = ['prompt', 'tag', 'other', 'subcategory', 'field', 'search']

/** Fresh things of the library, those that are named; the saved search belongs to whoever keeps it, and is shared. */
async function things(named = EVERYTHING, keeper: Visitor = team.admin) {
  const n = ++count
  const category = ['tasks', 'system', 'formatters', 'generators'][n % 4]!
  const subcategory = `own-x${n}`
  const made = {
    library: team.id,
    category,
    subcategory,
    prompt: '',
    tag: '',
    other: '',
    field: '',
    search: '',
    n,
  }
  if (named.some((name) => name === 'prompt' || name === 'tag' || name === 'other')) {
    const { prompt } = await must(
      team.admin,
      'promptCreate',
      { libraryId: team.id, name: `Prompt x${n}`, category: 'tasks', tags: [`one-${n}`, `two-${n}`] },
      'prompt { id tags { id } }',
    )
    Object.assign(made, { prompt: prompt.id, tag: prompt.tags[0].id, other: prompt.tags[1].id })
  }
  if (named.includes('subcategory'))
    await must(team.admin, 'subcategoryCreate', { libraryId: team.id, category, name: subcategory })
  if (named.includes('field')) {
    const create = { libraryId: team.id, key: `f${n}`, label: 'Field', kind: 'TEXT' }
    made.field = (await must(team.admin, 'customFieldCreate', create, 'field { id }')).field.id
  }
  if (named.includes('search')) {
    const create = { libraryId: team.id, name: 'Mine', query: { search: 'x' }, shared: true }
    made.search = (await must(keeper, 'savedSearchCreate', create, 'savedSearch { id }')).savedSearch.id
  }
  return made
}
type Things = Awaited<ReturnType<typeof things>>

/** Every mutation on the taxonomy and on shelves: the action it needs, its input, and what that names. */
const MUTATIONS: Record<
  string,
  { action: Action; ids: IdName[]; also?: Named[]; input: (real: Things) => Record<string, unknown> }
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
    also: ['subcategory'],
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
    also: ['subcategory'],
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

describe.each(Object.entries(MUTATIONS))('%s', (name, { action, input, ids, also = [] }) => {
  const named = [...ids, ...also]

  it(`is for exactly the levels that may ${action}`, async () => {
    await removeFields()
    for (const level of LEVELS) {
      const outcome = await mutate(team[level], name, input(await things(named, team[level])))
      const expected = can({ level }, action) ? payloadTypeOf(name) : 'ForbiddenError'
      expect([level, outcome.__typename]).toEqual([level, expected])
    }
  })

  it('answers strangers about existing things exactly as everybody about missing ones', async () => {
    const real = await things(named)
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
    expect(await mutate(lacking, name, input(await things(named)))).toMatchObject({
      __typename: 'ForbiddenError',
      message: expect.stringContaining(scope === null ? 'No API key may' : `scope ${scope}`),
    })
    if (scope === null) return
    const enough = await server.program(team.admin, team.id, 'admin', ['read', scope])
    expect((await mutate(enough, name, input(await things(named)))).__typename).toBe(payloadTypeOf(name))
  })

  it('is not for anonymous callers', async () => {
    const real = await things(named)
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
