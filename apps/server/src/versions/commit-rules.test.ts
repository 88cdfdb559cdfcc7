import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { type TestBranch, type TestHistory, testHistory } from './test-history.ts'
import { outcomeOf } from './test-outcome.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

const set = (prompt: TestHistory, column: 'status' | 'category', value: string) =>
  server.database.db.execute(
    sql`update prompts set ${sql.identifier(column)} = ${value} where key = ${prompt.key}`,
  )
const protect = (branch: TestBranch) =>
  outcomeOf(team.admin, 'branchProtect', { id: branch.id, protected: true })

let texts = 0
/** Writes something new and tries to commit it. */
async function attempt(branch: TestBranch, changeType = 'FIX') {
  texts += 1
  await server.features.collaboration.edit(branch.libraryId, branch.documentId, `user:\nText ${texts}\n`, {
    id: team.developer.userId,
  })
  const outcome = await outcomeOf(
    team.developer,
    'commitCreate',
    { branchId: branch.id, expectedHead: branch.head, message: 'A change', changeType },
    'commit { hash version }',
  )
  if (outcome.commit) branch.head = outcome.commit.hash
  return outcome
}

async function ruleOf(branch: TestBranch, visitor = team.developer) {
  const answer = await visitor.query(
    'query ($id: ID!) { node(id: $id) { ... on Branch { commitRule { allowed reason remedy } } } }',
    { id: branch.id },
  )
  return answer.data.node.commitRule
}

describe('direct commits', () => {
  it('go to any branch, and take a number on main only', async () => {
    const prompt = await testHistory(server, team)
    expect((await attempt(prompt.main)).commit.version).toBe('1.0.0')
    const branch = await prompt.branch('feature/a')
    expect((await attempt(branch)).commit.version).toBeNull()
    expect((await attempt(prompt.main)).commit.version).toBe('1.0.1')
    expect((await attempt(branch, 'BREAKING')).commit.version).toBeNull()
    const shown = await prompt.ask('version head { hash version } branches { name head { hash } }')
    expect(shown).toEqual({
      version: '1.0.1',
      head: { hash: prompt.main.head, version: '1.0.1' },
      branches: [
        { name: 'main', head: { hash: prompt.main.head } },
        { name: 'feature/a', head: { hash: branch.head } },
      ],
    })
  })

  it('to main need a review where the change type does; the first commit has nothing to compare with', async () => {
    const prompt = await testHistory(server, team)
    expect((await attempt(prompt.main, 'BREAKING')).commit.version).toBe('1.0.0')
    for (const type of ['BREAKING', 'DEPRECATION', 'SECURITY'])
      expect(await attempt(prompt.main, type)).toMatchObject({
        __typename: 'ConflictError',
        message: expect.stringMatching(/change request/),
      })
    expect(await ruleOf(prompt.main)).toEqual({ allowed: true, reason: null, remedy: null })
    expect((await attempt(prompt.main, 'FEATURE')).commit.version).toBe('1.1.0')
  })

  it('to main need a review where the category does', async () => {
    const prompt = await testHistory(server, team)
    await set(prompt, 'category', 'agents')
    expect((await attempt(prompt.main)).commit.version).toBe('1.0.0')
    expect(await attempt(prompt.main)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('agents'),
    })
    expect(await ruleOf(prompt.main)).toMatchObject({ allowed: false, remedy: 'CHANGE_REQUEST' })
    const branch = await prompt.branch('feature/a')
    expect((await attempt(branch)).__typename).toBe('CommitCreatePayload')
    expect(await ruleOf(branch)).toMatchObject({ allowed: true })
  })

  it('to main wait while the status is not editable; a hotfix branch takes them', async () => {
    const prompt = await testHistory(server, team)
    await attempt(prompt.main)
    const hotfix = await prompt.branch('hotfix/a')
    for (const status of ['approved', 'deployed', 'deprecated']) {
      await set(prompt, 'status', status)
      expect(await attempt(prompt.main)).toMatchObject({
        __typename: 'ConflictError',
        message: expect.stringContaining('hotfix'),
      })
      expect(await ruleOf(prompt.main)).toMatchObject({ allowed: false, remedy: 'HOTFIX_BRANCH' })
      expect((await attempt(hotfix)).__typename).toBe('CommitCreatePayload')
    }
  })

  it('to an archived prompt are refused on every branch', async () => {
    const prompt = await testHistory(server, team)
    await attempt(prompt.main)
    const branch = await prompt.branch('feature/a')
    await set(prompt, 'status', 'archived')
    for (const at of [prompt.main, branch]) {
      expect((await attempt(at)).message).toContain('archived')
      expect(await ruleOf(at)).toMatchObject({ allowed: false, remedy: 'RESTORE' })
    }
  })

  it('to a protected branch are refused, whatever its type', async () => {
    const prompt = await testHistory(server, team)
    await attempt(prompt.main)
    const branch = await prompt.branch('feature/a')
    for (const at of [prompt.main, branch]) {
      await protect(at)
      expect((await attempt(at)).message).toContain('protected')
      expect(await ruleOf(at)).toMatchObject({ allowed: false, remedy: 'CHANGE_REQUEST' })
    }
  })

  it('the rule says so to those whose level commits nothing', async () => {
    const prompt = await testHistory(server, team)
    await attempt(prompt.main)
    expect(await ruleOf(prompt.main, team.viewer)).toMatchObject({
      allowed: false,
      remedy: null,
      reason: expect.stringContaining('viewer'),
    })
  })
})

describe('rollback', () => {
  const rollBack = (input: object, visitor = team.developer) =>
    outcomeOf(
      visitor,
      'commitRollback',
      input,
      'commit { hash version message changeType content parents { hash } authors { id } } branch { head { hash } document { content } }',
    )

  it('gives main an old content as a new commit, whatever the status, category and change type', async () => {
    const prompt = await testHistory(server, team)
    const first = await prompt.commit(prompt.main, 'user:\nOne\n')
    const second = await prompt.commit(prompt.main, 'user:\nTwo\n')
    await set(prompt, 'category', 'agents')
    await set(prompt, 'status', 'deployed')
    const done = await rollBack(
      { commitId: first.id, expectedHead: second.hash, reason: 'Two broke the routing' },
      team.reviewer,
    )
    expect(done.commit).toMatchObject({
      version: '1.0.2',
      message: 'Rollback to 1.0.0: Two broke the routing',
      changeType: 'ROLLBACK',
      content: 'user:\nOne\n',
      parents: [{ hash: second.hash }],
      authors: [{ id: team.reviewer.userId }],
    })
    expect(done.branch).toEqual({
      head: { hash: done.commit.hash },
      document: { content: 'user:\nOne\n' },
    })
  })

  it('keeps uncommitted text, which then stands on the new head', async () => {
    const prompt = await testHistory(server, team)
    const first = await prompt.commit(prompt.main, 'user:\nOne\n\nTail\n')
    await prompt.commit(prompt.main, 'user:\nTwo\n\nTail\n')
    const { main } = prompt
    await server.features.collaboration.edit(
      main.libraryId,
      main.documentId,
      'user:\nTwo\n\nTail, not committed\n',
      { id: team.developer.userId },
    )
    const done = await rollBack({ commitId: first.id, reason: 'Back' })
    expect(done.branch.document.content).toBe('user:\nOne\n\nTail, not committed\n')
  })

  it('needs a reason, another content, a commit of main, the head that was seen, and no archive', async () => {
    const prompt = await testHistory(server, team)
    const first = await prompt.commit(prompt.main, 'user:\nOne\n')
    const second = await prompt.commit(prompt.main, 'user:\nTwo\n')
    const branch = await prompt.branch('feature/a')
    const aside = await prompt.commit(branch, 'user:\nAside\n')
    const reason = 'Because'
    expect((await rollBack({ commitId: first.id, reason: '  ' })).__typename).toBe('ValidationError')
    expect((await rollBack({ commitId: second.id, reason })).message).toContain('already')
    expect((await rollBack({ commitId: aside.id, reason })).message).toContain('never the content of main')
    expect(await rollBack({ commitId: first.id, reason, expectedHead: first.hash })).toMatchObject({
      __typename: 'ConflictError',
      head: { hash: second.hash },
    })
    await protect(prompt.main)
    expect((await rollBack({ commitId: first.id, reason })).message).toContain('protected')
    await set(prompt, 'status', 'archived')
    expect((await rollBack({ commitId: first.id, reason })).message).toContain('archived')
  })

  it('a content that came to main by a merge counts as the merge, not as the branch', async () => {
    const prompt = await testHistory(server, team)
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const branch = await prompt.branch('feature/a')
    const onBranch = await prompt.commit(branch, 'user:\nTwo\n')
    const merged = await prompt.merge(branch, prompt.main)
    await prompt.commit(prompt.main, 'user:\nThree\n')
    expect((await rollBack({ commitId: onBranch.id, reason: 'x' })).message).toContain('never')
    const [libraryPart, promptPart] = Buffer.from(onBranch.id, 'base64url').toString().split('.')
    const mergeId = Buffer.from(`${libraryPart}.${promptPart}.${merged}`).toString('base64url')
    expect((await rollBack({ commitId: mergeId, reason: 'x' })).commit.content).toBe('user:\nTwo\n')
  })
})
