import { ACTIONS, type Action, can, LEVELS, SCOPES, type Scope } from '@incipit/access'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '../graphql/schema.ts'
import { changeComments } from './tables.ts'
import { type Person, startWorld, type World } from './test-world.ts'

let world: World
let author: Person

beforeAll(async () => {
  world = await startWorld()
  author = await world.server.person('developer', world.team.library.libraryId)
})
afterAll(() => world.server.close())

const rowId = (id: string) => Buffer.from(id, 'base64url').toString().split('.').at(-1)!

/** A change request by somebody none of those who ask, approved, with a comment; and a branch that may get one. */
async function things() {
  const { prompt, feature } = await world.setting()
  const { id: change } = await world.open(feature, author)
  const { review } = await world.review(world.team.reviewer, change, feature.head)
  const { comment } = await world.comment(author, change)
  const other = await world.createBranch(prompt, 'feature/other', author, 'feature/change')
  return { change, review: review.id, comment: comment.id, head: feature.head, branch: other.id }
}
type Things = Awaited<ReturnType<typeof things>>

interface Entry {
  readonly action: Action
  readonly ids: readonly (keyof Things)[]
  readonly input: (ids: Things) => Record<string, unknown>
  /** What must be so before somebody may. */
  readonly before?: (ids: Things, asker: Pick<Person, 'userId'>) => Promise<unknown>
}

const reviewOf = (verdict: string) => (ids: Things) => ({
  id: ids.change,
  verdict,
  body: 'Seen.',
  headCommit: ids.head,
})

/** Every mutation on change requests: the action it needs, its input, and the names of its ids. */
const MUTATIONS: Record<string, Entry> = {
  changeRequestCreate: {
    action: 'change.create',
    ids: ['branch'],
    input: (ids) => ({ sourceBranchId: ids.branch, title: 'Mine' }),
  },
  changeRequestEdit: {
    action: 'change.create',
    ids: ['change'],
    input: (ids) => ({ id: ids.change, title: 'Better' }),
  },
  changeRequestClose: { action: 'change.create', ids: ['change'], input: (ids) => ({ id: ids.change }) },
  changeRequestReopen: {
    action: 'change.create',
    ids: ['change'],
    input: (ids) => ({ id: ids.change }),
    before: (ids) => world.must(author, 'changeRequestClose', { id: ids.change }, '__typename'),
  },
  changeRequestReview: { action: 'review.approve', ids: ['change'], input: reviewOf('APPROVE') },
  'changeRequestReview to refuse': {
    action: 'review.approve',
    ids: ['change'],
    input: reviewOf('REQUEST_CHANGES'),
  },
  'changeRequestReview to comment': { action: 'change.comment', ids: ['change'], input: reviewOf('COMMENT') },
  changeRequestMerge: {
    action: 'branch.merge',
    ids: ['change'],
    input: (ids) => ({ id: ids.change, expectedHead: ids.head }),
  },
  changeCommentCreate: {
    action: 'change.comment',
    ids: ['change'],
    input: (ids) => ({ changeRequestId: ids.change, body: 'A remark' }),
  },
  changeCommentEdit: {
    action: 'change.comment',
    ids: ['comment'],
    input: (ids) => ({ id: ids.comment, body: 'Better' }),
    before: (ids, asker) =>
      world.server.database.db
        .update(changeComments)
        .set({ authorId: asker.userId })
        .where(eq(changeComments.id, rowId(ids.comment))),
  },
  changeCommentResolve: {
    action: 'change.comment',
    ids: ['comment'],
    input: (ids) => ({ id: ids.comment, resolved: true }),
  },
}

/** The same id in a library that does not exist. */
function missing(id: string): string {
  const [type, inside] = Buffer.from(id, 'base64url').toString().split(':') as [string, string]
  const parts = inside.split('.').map(() => '00000000-0000-7000-8000-00000000dead')
  return Buffer.from(`${type}:${parts.join('.')}`).toString('base64url')
}

it('knows every mutation on change requests', () => {
  const fields = Object.keys(schema.getMutationType()!.getFields())
  const own = fields.filter((name) => /^change(Request|Comment)/.test(name))
  expect([...new Set(Object.keys(MUTATIONS).map((name) => name.split(' ')[0]))]).toEqual(
    expect.arrayContaining(own),
  )
  expect(own.length).toBe(9)
})

describe.each(Object.entries(MUTATIONS))('%s', (label, { action, ids, input, before }) => {
  const name = label.split(' ')[0]!

  it(`is for exactly the levels that may ${action}`, async () => {
    for (const level of LEVELS) {
      const real = await things()
      await before?.(real, world.team[level])
      const { __typename } = await world.mutate(world.team[level], name, input(real))
      const payload = `${name[0]!.toUpperCase()}${name.slice(1)}Payload`
      expect([level, __typename]).toEqual([level, can({ level }, action) ? payload : 'ForbiddenError'])
    }
  })

  it('answers strangers about existing things exactly as everybody about missing ones', async () => {
    const real = await things()
    const none = { ...real, ...Object.fromEntries(ids.map((id) => [id, missing(real[id])])) } as Things
    const { team } = world
    const [foreign, absent, absentForAdmin] = [
      await world.mutate(team.stranger, name, input(real)),
      await world.mutate(team.stranger, name, input(none)),
      await world.mutate(team.admin, name, input(none)),
    ]
    expect(foreign.__typename).toBe('NotFoundError')
    expect([absent, absentForAdmin]).toEqual([foreign, foreign])
  })

  it('is for a key with the scope it needs, whatever other scopes a key has', async () => {
    const { team, server } = world
    const scope = ACTIONS[action].scope!
    const attempt = async (level: 'admin' | 'viewer', scopes: readonly Scope[]) => {
      const key = await server.program(team.admin, team.id, level, scopes)
      const real = await things()
      await before?.(real, { userId: rowId(key.keyId) })
      return world.mutate(key, name, input(real))
    }
    const lacking = await attempt(
      'admin',
      SCOPES.filter((other) => other !== scope),
    )
    expect(lacking).toMatchObject({
      __typename: 'ForbiddenError',
      message: expect.stringContaining(`scope ${scope}`),
    })
    expect((await attempt('admin', ['read', scope])).__typename).toMatch(/Payload$/)
    expect((await attempt('viewer', [...SCOPES])).__typename).toBe('ForbiddenError')
  })

  it('is not for anonymous callers', async () => {
    const nobody = world.server.visitor()
    await expect(world.mutate(nobody, name, input(await things()))).rejects.toThrow('UNAUTHENTICATED')
  })
})

describe('strangers', () => {
  it('see no change request, review or comment, by any edge', async () => {
    const { team } = world
    const real = await things()
    for (const id of [real.change, real.review, real.comment]) {
      const query = 'query ($id: ID!) { node(id: $id) { id } }'
      expect((await team.stranger.query(query, { id })).data).toEqual({ node: null })
      expect((await team.viewer.query(query, { id })).data.node).toEqual({ id })
    }
  })

  it('cannot name a branch, target or comment of another library', async () => {
    const { team, server } = world
    const { feature } = await world.setting()
    const other = await server.team('Other')
    const main = await other.admin.query(
      `mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { ... on PromptCreatePayload { prompt { branch(name: "main") { id } } } } }`,
      { input: { libraryId: other.id, name: 'Theirs', category: 'tasks' } },
    )
    const targetBranchId = main.data.promptCreate.prompt.branch.id
    const input = { sourceBranchId: feature.id, targetBranchId, title: 'Across' }
    expect((await world.mutate(team.admin, 'changeRequestCreate', input)).__typename).toBe('NotFoundError')
  })
})

describe('API keys', () => {
  it('need the scope of what they do', async () => {
    const { team, server } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature, author)
    const open = (key: Awaited<ReturnType<typeof server.program>>) =>
      world.mutate(key, 'changeRequestEdit', { id, title: 'By a key' })
    const writer = await server.program(team.admin, team.id, 'developer', ['read', 'write'])
    expect(await open(writer)).toMatchObject({
      __typename: 'ForbiddenError',
      message: expect.stringContaining('scope commit'),
    })
    const committer = await server.program(team.admin, team.id, 'developer', ['read', 'commit'])
    expect((await open(committer)).__typename).toBe('ChangeRequestEditPayload')
    expect((await world.review(committer, id, feature.head)).__typename).toBe('ForbiddenError')
    const reviewer = await server.program(team.admin, team.id, 'reviewer', ['read', 'review'])
    expect((await world.review(reviewer, id, feature.head)).__typename).toBe('ChangeRequestReviewPayload')
    expect((await world.see(id)).approvals.given).toBe(1)
    await team.admin.query('mutation ($id: ID!) { apiKeyRevoke(input: { id: $id }) { __typename } }', {
      id: reviewer.keyId,
    })
    expect((await world.see(id)).approvals.given).toBe(0)
  })
})
