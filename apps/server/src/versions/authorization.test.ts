import { type Action, can, LEVELS } from '@incipit/access'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '../graphql/schema.ts'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'
import { testHistory } from './test-history.ts'
import { outcomeOf } from './test-outcome.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

const text = (middle: string) => `user:\nBegin\n\n${middle}\n\nEnd\n`

/** A prompt with two versions and two branches that differ in one place. */
async function things() {
  const prompt = await testHistory(server, team, text('One'))
  const first = await prompt.commit(prompt.main, text('One'))
  const feature = await prompt.branch('feature/a')
  const other = await prompt.branch('feature/b')
  await prompt.commit(prompt.main, text('Two'))
  const picked = await prompt.commit(other, `${text('One')}More\n`)
  return {
    prompt: prompt.id,
    main: prompt.main.id,
    branch: feature.id,
    commit: first.id,
    picked: picked.id,
    conflict: '',
  }
}
type Things = Awaited<ReturnType<typeof things>>

interface Entry {
  readonly action: Action
  readonly ids: readonly (keyof Things)[]
  readonly input: (ids: Things) => Record<string, unknown>
  /** What must be so before somebody may; may name further things. */
  readonly before?: (ids: Things) => Promise<Partial<Things>>
}

/** Puts a conflict into the live text of the branch, by a merge to be resolved. */
async function conflict(ids: Things): Promise<Partial<Things>> {
  const [libraryId, branchId] = Buffer.from(ids.branch, 'base64url').toString().slice(7).split('.')
  const [branch] = await server.features.versions.findBranches(libraryId!, [branchId!])
  await server.features.collaboration.edit(libraryId!, branch!.documentId, text('Ours'), {
    id: team.developer.userId,
  })
  await outcomeOf(team.developer, 'commitCreate', {
    branchId: ids.branch,
    expectedHead: branch!.headCommitId,
    message: 'Ours',
    changeType: 'FIX',
  })
  const merged = await outcomeOf(
    team.developer,
    'branchMerge',
    { branchId: ids.branch, from: 'main', resolve: true },
    'branch { conflicts { id } }',
  )
  return { conflict: merged.branch.conflicts[0].id }
}
async function deleted(ids: Things): Promise<Partial<Things>> {
  await outcomeOf(team.developer, 'branchDelete', { id: ids.branch })
  return {}
}

/** Every mutation on branches and merges: the action it needs, its input, and the names of its ids. */
const MUTATIONS: Record<string, Entry> = {
  branchCreate: {
    action: 'branch.create',
    ids: ['prompt'],
    input: (ids) => ({ promptId: ids.prompt, name: 'feature/new' }),
  },
  branchRename: {
    action: 'branch.create',
    ids: ['branch'],
    input: (ids) => ({ id: ids.branch, name: 'feature/renamed' }),
  },
  branchProtect: {
    action: 'branch.protect',
    ids: ['branch'],
    input: (ids) => ({ id: ids.branch, protected: true }),
  },
  branchDelete: { action: 'branch.create', ids: ['branch'], input: (ids) => ({ id: ids.branch }) },
  branchRestore: {
    action: 'branch.create',
    ids: ['branch'],
    input: (ids) => ({ id: ids.branch }),
    before: deleted,
  },
  branchMerge: {
    action: 'branch.merge',
    ids: ['branch'],
    input: (ids) => ({ branchId: ids.branch, from: 'main' }),
  },
  'branchMerge to resolve': {
    action: 'prompt.edit',
    ids: ['branch'],
    input: (ids) => ({ branchId: ids.branch, from: 'main', resolve: true }),
  },
  mergeAbort: {
    action: 'prompt.edit',
    ids: ['branch'],
    input: (ids) => ({ branchId: ids.branch }),
    before: conflict,
  },
  conflictResolve: {
    action: 'prompt.edit',
    ids: ['conflict'],
    input: (ids) => ({ id: ids.conflict, choice: 'THEIRS' }),
    before: conflict,
  },
  commitRollback: {
    action: 'commit.rollback',
    ids: ['commit'],
    input: (ids) => ({ commitId: ids.commit, reason: 'It broke' }),
  },
  commitCherryPick: {
    action: 'commit.create',
    ids: ['picked', 'branch'],
    input: (ids) => ({ commitId: ids.picked, branchId: ids.branch }),
  },
  'commitRestore of a branch': {
    action: 'prompt.edit',
    ids: ['commit', 'branch'],
    input: (ids) => ({ commitId: ids.commit, branchId: ids.branch }),
  },
}

async function prepared({ before }: Entry): Promise<Things> {
  const ids = await things()
  return { ...ids, ...(await before?.(ids)) }
}

/** The same id in a library that does not exist. */
function missing(id: string): string {
  const [type, inside] = Buffer.from(id, 'base64url').toString().split(':') as [string, string]
  const parts = inside
    .split('.')
    .map((part) => (part.length === 64 ? part : '00000000-0000-7000-8000-00000000dead'))
  return Buffer.from(`${type}:${parts.join('.')}`).toString('base64url')
}

it('knows every mutation on branches, merges and old commits', () => {
  const fields = Object.keys(schema.getMutationType()!.getFields())
  const own = fields.filter((name) => /^(branch|merge|conflict)|^commit(Rollback|CherryPick)$/.test(name))
  expect(own).toHaveLength(10)
  expect(Object.keys(MUTATIONS)).toEqual(expect.arrayContaining(own))
})

describe.each(Object.entries(MUTATIONS))('%s', (label, entry) => {
  const name = label.split(' ')[0]!
  const { action, ids, input } = entry

  it(`is for exactly the levels that may ${action}`, async () => {
    for (const level of LEVELS) {
      const { __typename } = await outcomeOf(team[level], name, input(await prepared(entry)))
      const payload = `${name[0]!.toUpperCase()}${name.slice(1)}Payload`
      expect([level, __typename]).toEqual([level, can({ level }, action) ? payload : 'ForbiddenError'])
    }
  })

  it('answers strangers about existing things exactly as everybody about missing ones', async () => {
    const real = await prepared(entry)
    const none = { ...real, ...Object.fromEntries(ids.map((id) => [id, missing(real[id])])) } as Things
    const [foreign, absent, absentForAdmin] = [
      await outcomeOf(team.stranger, name, input(real)),
      await outcomeOf(team.stranger, name, input(none)),
      await outcomeOf(team.admin, name, input(none)),
    ]
    expect(foreign.__typename).toBe('NotFoundError')
    expect([absent, absentForAdmin]).toEqual([foreign, foreign])
  })

  it('is not for anonymous callers', async () => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
    const answer = await server
      .visitor()
      .query(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, {
        input: input(await prepared(entry)),
      })
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})

describe('API keys', () => {
  const attempt = async (key: Visitor, name: string) =>
    outcomeOf(key, name, MUTATIONS[name]!.input(await prepared(MUTATIONS[name]!)))

  it('need the scope of the deed', async () => {
    const without = await server.program(team.admin, team.id, 'developer', ['read', 'write'])
    const withScope = await server.program(team.admin, team.id, 'developer', ['read', 'commit'])
    for (const name of [
      'branchCreate',
      'branchDelete',
      'branchMerge',
      'commitRollback',
      'commitCherryPick',
    ]) {
      expect(await attempt(without, name)).toMatchObject({
        __typename: 'ForbiddenError',
        message: expect.stringContaining('scope commit'),
      })
      expect((await attempt(withScope, name)).__typename).toMatch(/Payload$/)
    }
    expect((await attempt(withScope, 'conflictResolve')).message).toContain('scope write')
    expect((await attempt(without, 'conflictResolve')).__typename).toBe('ConflictResolvePayload')
  })

  it('never protect a branch, whatever their level and scopes', async () => {
    const strong = await server.program(team.admin, team.id, 'admin', ['read', 'write', 'commit', 'review'])
    expect((await attempt(strong, 'branchProtect')).__typename).toBe('ForbiddenError')
  })

  it('are named as committer and author of what they merge', async () => {
    const key = await server.program(team.admin, team.id, 'developer', ['read', 'commit'])
    const ids = await things()
    const done = await outcomeOf(
      key,
      'branchMerge',
      { branchId: ids.branch, from: 'feature/b' },
      'commit { committer { kind } authors { kind } }',
    )
    expect(done.commit).toEqual({ committer: { kind: 'KEY' }, authors: [{ kind: 'KEY' }, { kind: 'USER' }] })
  })
})

describe('strangers', () => {
  it('see neither branches, deleted ones, nor conflicts, and cannot watch them', async () => {
    const ids = await prepared(MUTATIONS.conflictResolve!)
    for (const id of [ids.branch, ids.conflict]) {
      const ask = (visitor: Visitor) => visitor.query('query ($id: ID!) { node(id: $id) { id } }', { id })
      expect((await ask(team.stranger)).data).toEqual({ node: null })
      expect((await ask(team.viewer)).data).toEqual({ node: { id } })
    }
    const refused = new Promise((resolve) => {
      team.stranger.socket().subscribe(
        {
          query: 'subscription ($id: ID!) { branchMoved(promptId: $id) { action } }',
          variables: { id: ids.prompt },
        },
        {
          next: (value) => resolve(value.errors?.[0]?.extensions?.code ?? value),
          error: resolve,
          complete: () => resolve('complete'),
        },
      )
    })
    expect(await refused).toBe('NOT_FOUND')
  })

  it('a branch of another library is as good as missing, also for a commit of one’s own', async () => {
    const own = await things()
    const elsewhere = await server.team('Elsewhere')
    const foreign = await testHistory(server, elsewhere)
    await foreign.commit(foreign.main, 'user:\nTheirs\n')
    for (const [name, input] of [
      ['commitCherryPick', { commitId: own.picked, branchId: foreign.main.id }],
      ['commitRestore', { commitId: own.commit, branchId: foreign.main.id }],
    ] as const)
      expect((await outcomeOf(team.admin, name, input)).__typename).toBe('NotFoundError')
  })
})
