import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'
import { type TestBranch, type TestHistory, testHistory } from './test-history.ts'
import { outcomeOf } from './test-outcome.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let prompt: TestHistory
let feature: TestBranch
let other: TestBranch

/** A document of paragraphs, of which a test changes some. */
const text = (paragraphs: Record<number, string> = {}) =>
  `user:\n${Array.from({ length: 6 }, (_, n) => `${paragraphs[n] ?? `Paragraph ${n}`}\n`).join('\n')}`

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())
beforeEach(async () => {
  prompt = await testHistory(server, team, text())
  await prompt.commit(prompt.main, text())
  feature = await prompt.branch('feature/a')
  other = await prompt.branch('feature/b')
})

const COMMIT =
  'hash version message changeType content added removed parents { hash } authors { id } committer { id }'
const MERGED = `outcome conflicts commit { ${COMMIT} } branch { head { hash } document { content } merging { name kind commit { hash } startedBy { id } } conflicts { id base ours theirs theirsName choice } }`

async function merge(
  into: TestBranch,
  from: TestBranch | string,
  more: object = {},
  visitor: Visitor = team.developer,
) {
  const input = { branchId: into.id, from: typeof from === 'string' ? from : from.name, ...more }
  const outcome = await outcomeOf(visitor, 'branchMerge', input, MERGED)
  if (outcome.commit) into.head = outcome.commit.hash
  return outcome
}
const pick = (commitId: string, into: TestBranch, more: object = {}, visitor: Visitor = team.developer) =>
  outcomeOf(visitor, 'commitCherryPick', { commitId, branchId: into.id, ...more }, MERGED)
const write = ({ libraryId, documentId }: TestBranch, content: string, by = team.developer) =>
  server.features.collaboration.edit(libraryId, documentId, content, { id: by.userId })
async function branchState(branch: TestBranch) {
  const answer = await team.developer.query(
    `query ($id: ID!) { node(id: $id) { ... on Branch { head { hash } merging { name kind } conflicts { id ours theirs base choice resolvedBy { id } }
      commitRule { allowed remedy reason } proposal { changed changeType parents { hash } unresolved contributors { id } } document { content } } } }`,
    { id: branch.id },
  )
  expect(answer.errors).toBeUndefined()
  return answer.data.node
}
const resolve = (id: string, choice: string | null, visitor: Visitor = team.developer) =>
  outcomeOf(
    visitor,
    'conflictResolve',
    { id, choice },
    'conflict { choice resolvedBy { id } } branch { document { content } }',
  )
const commit = (branch: TestBranch, message = 'Resolved', changeType = 'FIX') =>
  outcomeOf(
    team.developer,
    'commitCreate',
    { branchId: branch.id, expectedHead: branch.head, message, changeType },
    `commit { ${COMMIT} }`,
  )

describe('a clean merge', () => {
  it('makes a commit with two parents and everybody whose work it brings, and the live text follows', async () => {
    await prompt.commit(feature, text({ 1: 'Ours' }))
    await prompt.commit(other, text({ 4: 'Theirs' }), { by: team.admin, changeType: 'FEATURE' })
    const done = await merge(feature, other)
    expect(done).toMatchObject({
      outcome: 'MERGED',
      conflicts: 0,
      commit: {
        version: null,
        message: 'Merge feature/b into feature/a',
        changeType: 'FEATURE',
        content: text({ 1: 'Ours', 4: 'Theirs' }),
        added: 1,
        removed: 1,
        authors: [{ id: team.developer.userId }, { id: team.admin.userId }],
      },
      branch: { document: { content: text({ 1: 'Ours', 4: 'Theirs' }) }, merging: null, conflicts: [] },
    })
    expect(done.commit.parents).toHaveLength(2)
    expect(done.commit.parents[1].hash).toBe(other.head)
    expect((await branchState(feature)).proposal).toMatchObject({ changed: false, contributors: [] })
  })

  it('squashed is one commit with one parent and all authors', async () => {
    const before = feature.head
    await prompt.commit(other, text({ 4: 'Theirs' }), { by: team.admin })
    await prompt.commit(other, text({ 4: 'Theirs', 5: 'More' }))
    const done = await merge(feature, other, { squash: true, message: 'All of b', changeType: 'REFACTOR' })
    expect(done.commit).toMatchObject({
      message: 'All of b',
      changeType: 'REFACTOR',
      parents: [{ hash: before }],
      authors: [{ id: team.developer.userId }, { id: team.admin.userId }],
    })
  })

  it('takes versions, hashes and prefixes, and brings main into a branch', async () => {
    const onMain = await prompt.commit(prompt.main, text({ 0: 'Main' }))
    for (const [n, ref] of ['main', onMain.version!, onMain.hash, onMain.hash.slice(0, 8)].entries()) {
      const branch = await prompt.branch(`experiment/n-${n}`, '1.0.0')
      const done = await merge(branch, ref)
      expect([done.outcome, done.commit.content]).toEqual(['MERGED', text({ 0: 'Main' })])
      expect(done.commit.message).toBe(`Merge ${ref === 'main' ? 'main' : '1.0.1'} into ${branch.name}`)
    }
  })

  it('is never a fast-forward; what is there already is up to date', async () => {
    await prompt.commit(other, text({ 4: 'Theirs' }))
    const done = await merge(feature, other)
    expect(done.commit.parents).toHaveLength(2)
    expect(await merge(feature, other)).toMatchObject({ outcome: 'UP_TO_DATE', commit: null })
    expect((await merge(other, feature)).commit.parents.map((p: { hash: string }) => p.hash)).toEqual([
      other.head === null ? '' : done.commit.parents[1].hash,
      feature.head,
    ])
  })

  it('merges committed text only; uncommitted text stays uncommitted on both sides', async () => {
    await prompt.commit(other, text({ 4: 'Theirs' }))
    await write(other, text({ 4: 'Theirs', 5: 'Not committed there' }))
    await write(feature, text({ 1: 'Not committed here' }))
    const done = await merge(feature, other)
    expect(done.commit.content).toBe(text({ 4: 'Theirs' }))
    expect(done.branch.document.content).toBe(text({ 1: 'Not committed here', 4: 'Theirs' }))
    expect((await branchState(feature)).proposal).toMatchObject({
      changed: true,
      contributors: [{ id: team.developer.userId }],
    })
  })

  it('does not make who merged a contributor of text that others wrote', async () => {
    await prompt.commit(other, text({ 4: 'Theirs' }))
    await merge(feature, other, {}, team.admin)
    await write(feature, text({ 1: 'Mine', 4: 'Theirs' }))
    const { commit: made } = await commit(feature)
    expect(made.authors).toEqual([{ id: team.developer.userId }])
  })
})

describe('who may merge where', () => {
  it('into main, staging, release and protected branches goes a change request only', async () => {
    await prompt.commit(other, text({ 4: 'Theirs' }))
    const targets = [prompt.main, await prompt.branch('staging'), await prompt.branch('release/a'), feature]
    await outcomeOf(team.admin, 'branchProtect', { id: feature.id, protected: true })
    for (const target of targets)
      expect(await merge(target, other, {}, team.admin)).toMatchObject({
        __typename: 'ConflictError',
        message: expect.stringContaining('Open a change request'),
      })
  })

  it('refuses an old expected head, itself, unknown names and archived prompts', async () => {
    const before = feature.head
    await prompt.commit(feature, text({ 1: 'Ours' }))
    await prompt.commit(other, text({ 4: 'Theirs' }))
    expect(await merge(feature, other, { expectedHead: before })).toMatchObject({
      __typename: 'ConflictError',
      head: { hash: feature.head },
    })
    expect((await merge(feature, feature)).__typename).toBe('ValidationError')
    for (const name of ['nowhere', '', '9.9.9', '__proto__', 'a\u0000b'])
      expect((await merge(feature, name)).__typename).toBe('ValidationError')
    await server.database.db.execute(sql`update prompts set status = 'archived' where key = ${prompt.key}`)
    expect((await merge(feature, other)).message).toContain('archived')
  })

  it('reviewers merge, but do not resolve', async () => {
    await prompt.commit(other, text({ 4: 'Theirs' }))
    expect((await merge(feature, other, { resolve: true }, team.reviewer)).__typename).toBe('ForbiddenError')
    expect((await merge(feature, other, {}, team.reviewer)).outcome).toBe('MERGED')
  })
})

describe('a merge with conflicts', () => {
  beforeEach(async () => {
    await prompt.commit(feature, text({ 1: 'Ours', 2: 'Only ours' }))
    await prompt.commit(other, text({ 1: 'Theirs', 4: 'Only theirs' }), { by: team.admin })
  })

  it('changes nothing unless people are to resolve it', async () => {
    const before = feature.head
    expect(await merge(feature, other)).toMatchObject({
      outcome: 'CONFLICTS',
      conflicts: 1,
      commit: null,
      branch: { head: { hash: before }, merging: null, conflicts: [] },
    })
  })

  it('arrives in the live text: clean parts at once, conflicts beside what stands there', async () => {
    const started = await merge(feature, other, { resolve: true })
    expect(started).toMatchObject({
      outcome: 'CONFLICTS',
      conflicts: 1,
      branch: {
        document: { content: text({ 1: 'Ours', 2: 'Only ours', 4: 'Only theirs' }) },
        merging: {
          name: 'feature/b',
          kind: 'MERGE',
          commit: { hash: other.head },
          startedBy: { id: team.developer.userId },
        },
        conflicts: [
          {
            base: 'Paragraph 1\n',
            ours: 'Ours\n',
            theirs: 'Theirs\n',
            theirsName: 'feature/b',
            choice: null,
          },
        ],
      },
    })
    const state = await branchState(feature)
    expect(state.proposal).toMatchObject({
      unresolved: 1,
      parents: [{ hash: feature.head }, { hash: other.head }],
    })
    expect(state.commitRule).toMatchObject({ allowed: false, remedy: 'RESOLVE' })
    expect((await commit(feature)).message).toContain('nobody has settled')
  })

  it.each([
    ['OURS', 'Ours\n'],
    ['THEIRS', 'Theirs\n'],
    ['BOTH', 'Ours\nTheirs\n'],
    ['WRITTEN', 'Ours\n'],
  ])(
    'settled as %s it becomes a commit with two parents and the authors of both',
    async (choice, expected) => {
      const started = await merge(feature, other, { resolve: true })
      const [conflict] = started.branch.conflicts
      const settled = text({ 1: 'CONFLICT', 2: 'Only ours', 4: 'Only theirs' }).replace(
        'CONFLICT\n',
        expected,
      )
      expect(await resolve(conflict.id, choice, team.admin)).toMatchObject({
        conflict: { choice, resolvedBy: { id: team.admin.userId } },
        branch: { document: { content: settled } },
      })
      const state = await branchState(feature)
      expect(state.conflicts).toMatchObject([{ choice }])
      expect(state.commitRule.allowed).toBe(true)
      const before = feature.head
      const { commit: made } = await commit(feature)
      expect(made.content).toBe(settled)
      expect(made.parents).toEqual([{ hash: before }, { hash: other.head }])
      expect(new Set(made.authors.map((author: { id: string }) => author.id))).toEqual(
        new Set([team.developer.userId, team.admin.userId]),
      )
      expect(await branchState(feature)).toMatchObject({ merging: null, conflicts: [] })
      feature.head = made.hash
      expect((await merge(feature, other)).outcome).toBe('UP_TO_DATE')
    },
  )

  it('can be settled again and opened again', async () => {
    const started = await merge(feature, other, { resolve: true })
    const [{ id }] = started.branch.conflicts
    const shown = async (choice: string | null) => (await resolve(id, choice)).branch.document.content
    const at = (paragraph: string) => text({ 1: paragraph, 2: 'Only ours', 4: 'Only theirs' })
    expect(await shown('THEIRS')).toBe(at('Theirs'))
    expect(await shown('BOTH')).toBe(at('Ours\nTheirs'))
    expect(await shown('OURS')).toBe(at('Ours'))
    expect(await shown('THEIRS')).toBe(at('Theirs'))
    expect(await shown(null)).toBe(at('Theirs'))
    expect((await branchState(feature)).conflicts).toMatchObject([{ choice: null, resolvedBy: null }])
    expect((await commit(feature)).__typename).toBe('ConflictError')
  })

  it('finds its place when people write before, behind and inside of it', async () => {
    const started = await merge(feature, other, { resolve: true })
    const [{ id }] = started.branch.conflicts
    await write(
      feature,
      `system:\nNew at the top\n${text({ 1: 'Ours, edited by hand', 2: 'Only ours', 4: 'Only theirs' })}`,
      team.admin,
    )
    expect((await resolve(id, 'THEIRS')).branch.document.content).toBe(
      `system:\nNew at the top\n${text({ 1: 'Theirs', 2: 'Only ours', 4: 'Only theirs' })}`,
    )
  })

  it('keeping everything as it was is a decision too: the merge is committed with the same content', async () => {
    await prompt.commit(prompt.main, text({ 1: 'Main' }))
    const branch = await prompt.branch('experiment/a', feature.name)
    await merge(branch, 'main', { resolve: true })
    const [conflict] = (await branchState(branch)).conflicts
    await resolve(conflict.id, 'OURS')
    const { commit: made } = await commit(branch)
    expect(made.parents).toHaveLength(2)
    expect(made.content).toBe(text({ 1: 'Ours', 2: 'Only ours' }))
  })

  it('lets no second merge, cherry-pick or resolve in while it is under way', async () => {
    const third = await prompt.branch('feature/c')
    const picked = await prompt.commit(third, text({ 5: 'Third' }))
    await merge(feature, other, { resolve: true })
    for (const outcome of [
      await merge(feature, third),
      await merge(feature, third, { resolve: true }),
      await pick(picked.id, feature),
    ])
      expect(outcome).toMatchObject({
        __typename: 'ConflictError',
        message: expect.stringContaining('under way'),
      })
  })

  it('aborted, the live text loses what it brought and keeps what people wrote', async () => {
    await write(feature, text({ 1: 'Ours', 2: 'Only ours', 5: 'Uncommitted before' }))
    await merge(feature, other, { resolve: true })
    await write(
      feature,
      text({
        0: 'Written while merging',
        1: 'Ours',
        2: 'Only ours',
        4: 'Only theirs',
        5: 'Uncommitted before',
      }),
    )
    const aborted = await outcomeOf(
      team.developer,
      'mergeAbort',
      { branchId: feature.id },
      'branch { merging { name } conflicts { id } document { content } }',
    )
    expect(aborted.branch).toEqual({
      merging: null,
      conflicts: [],
      document: {
        content: text({ 0: 'Written while merging', 1: 'Ours', 2: 'Only ours', 5: 'Uncommitted before' }),
      },
    })
    expect((await outcomeOf(team.developer, 'mergeAbort', { branchId: feature.id })).message).toContain(
      'nothing to abort',
    )
    expect((await commit(feature)).commit.parents).toEqual([{ hash: feature.head }])
  })

  it('uncommitted text takes part in it, and can settle it', async () => {
    await write(feature, text({ 1: 'Theirs', 2: 'Only ours' }))
    const started = await merge(feature, other, { resolve: true })
    expect(started).toMatchObject({
      outcome: 'CONFLICTS',
      conflicts: 0,
      branch: { merging: { name: 'feature/b' } },
    })
    const { commit: made } = await commit(feature)
    expect(made.content).toBe(text({ 1: 'Theirs', 2: 'Only ours', 4: 'Only theirs' }))
    expect(made.parents).toHaveLength(2)
  })

  it('a library that merges by lines only has conflicts where words would merge', async () => {
    const long = (a: string, b: string) =>
      text({ 3: `A long line with ${a} words and then some ${b} words in it` })
    const own = await server.team('By lines')
    const history = await testHistory(server, own, long('many', 'more'))
    await history.commit(history.main, long('many', 'more'))
    const [left, right] = [await history.branch('feature/a'), await history.branch('feature/b')]
    await history.commit(left, long('few', 'more'))
    await history.commit(right, long('many', 'other'))
    const setting = (proseMerge: boolean) =>
      outcomeOf(own.admin, 'libraryUpdate', { id: own.id, proseMerge }, 'library { proseMerge }')
    const attempt = (visitor = own.developer) =>
      outcomeOf(
        visitor,
        'branchMerge',
        { branchId: left.id, from: 'feature/b' },
        'outcome commit { content }',
      )
    expect((await setting(false)).library.proseMerge).toBe(false)
    expect((await attempt()).outcome).toBe('CONFLICTS')
    await setting(true)
    expect(await attempt()).toMatchObject({
      outcome: 'MERGED',
      commit: { content: long('few', 'other') },
    })
  })
})

describe('a cherry-pick', () => {
  it('makes the change of one commit on another branch, with its authors', async () => {
    await prompt.commit(other, text({ 5: 'Not this' }))
    const wanted = await prompt.commit(other, text({ 0: 'This', 5: 'Not this' }), {
      by: team.admin,
      message: 'Only this',
      changeType: 'PERFORMANCE',
    })
    const done = await pick(wanted.id, feature)
    expect(done).toMatchObject({
      outcome: 'MERGED',
      commit: {
        content: text({ 0: 'This' }),
        changeType: 'PERFORMANCE',
        message: `Only this\n\n(cherry-picked from ${wanted.hash.slice(0, 7)})`,
        parents: [{ hash: feature.head }],
        authors: [{ id: team.developer.userId }, { id: team.admin.userId }],
      },
      branch: { document: { content: text({ 0: 'This' }) } },
    })
    expect((await pick(wanted.id, feature)).outcome).toBe('UP_TO_DATE')
  })

  it('goes to main where a direct commit may, and takes a number there', async () => {
    const harmless = await prompt.commit(other, text({ 0: 'This' }))
    const breaking = await prompt.commit(other, text({ 0: 'This', 1: 'That' }), { changeType: 'BREAKING' })
    expect((await pick(harmless.id, prompt.main)).commit.version).toBe('1.0.1')
    expect((await pick(breaking.id, prompt.main)).message).toContain('change request')
    expect((await pick(harmless.id, feature, {}, team.reviewer)).__typename).toBe('ForbiddenError')
  })

  it('with conflicts is resolved like a merge, into a commit with one parent', async () => {
    await prompt.commit(feature, text({ 1: 'Ours' }))
    const wanted = await prompt.commit(other, text({ 1: 'Theirs', 4: 'Too' }), { by: team.admin })
    expect(await pick(wanted.id, feature)).toMatchObject({ outcome: 'CONFLICTS', conflicts: 1, commit: null })
    const started = await pick(wanted.id, feature, { resolve: true })
    expect(started.branch.merging).toMatchObject({ kind: 'CHERRY_PICK', name: wanted.hash.slice(0, 7) })
    await resolve(started.branch.conflicts[0].id, 'THEIRS')
    const before = feature.head
    const { commit: made } = await commit(feature)
    expect(made).toMatchObject({
      content: text({ 1: 'Theirs', 4: 'Too' }),
      parents: [{ hash: before }],
      authors: [{ id: team.developer.userId }, { id: team.admin.userId }],
    })
  })

  it('of which nothing was taken over is not a commit', async () => {
    await prompt.commit(feature, text({ 1: 'Ours' }))
    const wanted = await prompt.commit(other, text({ 1: 'Theirs' }))
    const started = await pick(wanted.id, feature, { resolve: true })
    await resolve(started.branch.conflicts[0].id, 'OURS')
    expect(await commit(feature)).toMatchObject({
      __typename: 'ValidationError',
      message: expect.stringContaining('abort'),
    })
  })

  it('takes no branch of another prompt', async () => {
    const elsewhere = await testHistory(server, team)
    const wanted = await prompt.commit(other, text({ 1: 'Theirs' }))
    expect((await pick(wanted.id, elsewhere.main)).__typename).toBe('NotFoundError')
  })
})
