import { ACTIONS, type Action, can, LEVELS, SCOPES, type Scope } from '@incipit/access'
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
    head: '',
  }
}
type Things = Awaited<ReturnType<typeof things>>

interface Entry {
  readonly action: Action
  readonly ids: readonly (keyof Things)[]
  readonly input: (ids: Things) => Record<string, unknown>
  /** What must be so before somebody may; may name further things. */
  readonly before?: (ids: Things) => Promise<Partial<Things>>
  /** A scope that a key needs besides that of the action. */
  readonly scope?: Scope
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
/** Writes something into the live text of the branch. */
async function written(ids: Things): Promise<Partial<Things>> {
  const [libraryId, branchId] = Buffer.from(ids.branch, 'base64url').toString().slice(7).split('.')
  const [branch] = await server.features.versions.findBranches(libraryId!, [branchId!])
  await server.features.collaboration.edit(libraryId!, branch!.documentId, text('Written'), {
    id: team.developer.userId,
  })
  return { head: branch!.headCommitId! }
}
async function deleted(ids: Things): Promise<Partial<Things>> {
  await outcomeOf(team.developer, 'branchDelete', { id: ids.branch })
  return {}
}

/** Every mutation on branches, commits and merges: the action it needs, its input, and the names of its ids. */
const MUTATIONS: Record<string, Entry> = {
  commitCreate: {
    action: 'commit.create',
    ids: ['branch'],
    input: (ids) => ({
      branchId: ids.branch,
      expectedHead: ids.head,
      message: 'Written',
      changeType: 'FIX',
    }),
    before: written,
  },
  commitText: {
    action: 'commit.create',
    ids: ['branch'],
    input: (ids) => ({
      branchId: ids.branch,
      expectedHead: ids.head,
      content: text('Brought'),
      message: 'Brought',
      changeType: 'FIX',
    }),
    before: written,
  },
  commitTagCreate: {
    action: 'commit.tag',
    ids: ['commit'],
    input: (ids) => ({ commitId: ids.commit, name: 'launch' }),
  },
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
    scope: 'commit',
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

it('knows every mutation on branches, commits, merges and tags', () => {
  const fields = Object.keys(schema.getMutationType()!.getFields())
  const own = fields.filter((name) => /^(branch|merge|conflict|commit)/.test(name))
  expect(own).toHaveLength(14)
  const known = Object.keys(MUTATIONS).map((label) => label.split(' ')[0])
  expect(known).toEqual(expect.arrayContaining(own))
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

  it('is for a key with the scope it needs, whatever other scopes a key has', async () => {
    const needed = [ACTIONS[action].scope, entry.scope].flatMap((scope) => scope ?? [])
    const lacking = SCOPES.filter((scope) => scope !== ACTIONS[action].scope)
    const without = await server.program(team.admin, team.id, 'admin', lacking)
    const refused = await outcomeOf(without, name, input(await prepared(entry)))
    expect(refused.__typename).toBe('ForbiddenError')
    if (needed.length === 0) return
    expect(refused.message).toContain(`scope ${needed[0]}`)
    const enough = await server.program(team.admin, team.id, 'admin', ['read', ...needed])
    expect((await outcomeOf(enough, name, input(await prepared(entry)))).__typename).toMatch(/Payload$/)
    const weak = await server.program(team.admin, team.id, 'viewer', [...SCOPES])
    expect((await outcomeOf(weak, name, input(await prepared(entry)))).__typename).toBe('ForbiddenError')
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

describe('readers', () => {
  const FIELDS =
    'branches { name ahead behind } deletedBranches { name } commits(all: true, first: 1) { totalCount } commit(ref: "main") { blame { lines { count } } tags { name } } compare(base: "main", head: "feature/b") { patch } commitTags { name } changelog { markdown } changeRequests { totalCount }'
  const ask = (visitor: Visitor, id: string) =>
    visitor.query(`query ($id: ID!) { node(id: $id) { ... on Prompt { ${FIELDS} } } }`, { id })

  it('are all levels, and keys with the scope read; a history is nothing to anybody else', async () => {
    const ids = await things()
    const reader = await server.program(team.admin, team.id, 'viewer', ['read'])
    for (const visitor of [...LEVELS.map((level) => team[level]), reader]) {
      const { data, errors } = await ask(visitor, ids.prompt)
      expect(errors).toBeUndefined()
      expect(data.node.branches).toHaveLength(3)
    }
    const scopes = SCOPES.filter((scope) => scope !== 'read')
    const blind = await server.program(team.admin, team.id, 'admin', scopes)
    for (const visitor of [team.stranger, blind, server.visitor()]) {
      expect((await ask(visitor, ids.prompt)).data).toEqual({ node: null })
    }
  })

  it('of all levels, and keys with the scope read, see branches move', async () => {
    const ids = await things()
    const reader = await server.program(team.admin, team.id, 'viewer', ['read'])
    const seen = [...LEVELS.map((level) => team[level]), reader].map((visitor) => {
      const events = visitor.socket().iterate<{ branchMoved: { action: string } }>({
        query: 'subscription ($id: ID!) { branchMoved(promptId: $id) { action } }',
        variables: { id: ids.prompt },
      })
      return events.next()
    })
    // A subscription begins when the server has it: branches move until everybody saw one.
    const all = Promise.all(seen)
    let done = false
    void all.then(() => {
      done = true
    })
    for (let n = 0; !done; n += 1) {
      await outcomeOf(team.developer, 'branchCreate', { promptId: ids.prompt, name: `feature/n-${n}` })
    }
    for (const { value } of await all) expect(value?.data?.branchMoved.action).toBe('branch.create')
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
