import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { joinRoom } from '../testing/room-client.ts'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'
import { type TestBranch, type TestHistory, testHistory } from './test-history.ts'
import { outcomeOf } from './test-outcome.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let prompt: TestHistory

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())
beforeEach(async () => {
  prompt = await testHistory(server, team)
})

const open = (name: string, from?: string, visitor: Visitor = team.developer) =>
  outcomeOf(visitor, 'branchCreate', { promptId: prompt.id, name, from }, 'branch { id name type }')
const live = async ({ libraryId, documentId }: TestBranch) =>
  (await server.features.collaboration.read(libraryId, documentId)).text
const names = async () =>
  (await prompt.ask('branches { name }')).branches.map((b: { name: string }) => b.name)
const setStatus = (status: string) =>
  server.database.db.execute(sql`update prompts set status = ${status} where key = ${prompt.key}`)

describe('opening a branch', () => {
  it('starts from any commit, with a live text of its own that begins as that commit', async () => {
    const first = await prompt.commit(prompt.main, 'user:\nOne\n')
    await prompt.commit(prompt.main, 'user:\nTwo\n')
    const fromMain = await prompt.branch('feature/a')
    expect([fromMain.head, await live(fromMain)]).toEqual([prompt.main.head, 'user:\nTwo\n'])
    for (const [n, ref] of [first.version!, first.hash, first.hash.slice(0, 9)].entries()) {
      const old = await prompt.branch(`feature/old-${n}`, ref)
      expect([old.head, await live(old)]).toEqual([first.hash, 'user:\nOne\n'])
    }
    await prompt.commit(fromMain, 'user:\nThree\n')
    const fromBranch = await prompt.branch('hotfix/b', 'feature/a')
    expect([fromBranch.head, await live(fromBranch)]).toEqual([fromMain.head, 'user:\nThree\n'])
    expect(await live(prompt.main)).toBe('user:\nTwo\n')
    const shown = await prompt.ask(
      'branches { name type forkedFrom { hash } createdBy { id } head { hash } }',
    )
    expect(shown.branches[0]).toMatchObject({ name: 'main', type: 'MAIN', forkedFrom: null })
    expect(shown.branches[1]).toMatchObject({
      name: 'feature/a',
      type: 'FEATURE',
      forkedFrom: { hash: prompt.main.head },
      createdBy: { id: team.developer.userId },
    })
  })

  it('takes the type from the name, and refuses names that are none or taken', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const types = []
    for (const name of ['staging', 'feature/x', 'hotfix/x', 'release/1-2', 'experiment/x/y'])
      types.push((await open(name)).branch.type)
    expect(types).toEqual(['STAGING', 'FEATURE', 'HOTFIX', 'RELEASE', 'EXPERIMENT'])
    for (const name of [
      'topic/x',
      'feature/',
      'feature/A',
      'Feature/a',
      `feature/${'a'.repeat(80)}`,
      '__proto__',
    ])
      expect([name, (await open(name)).__typename]).toEqual([name, 'ValidationError'])
    for (const name of ['main', 'staging', 'feature/x'])
      expect(await open(name)).toMatchObject({
        __typename: 'ConflictError',
        message: expect.stringContaining(`${name} already`),
      })
  })

  it('needs a commit to start from, and a prompt that is not archived', async () => {
    expect(await open('feature/a')).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('no version yet'),
    })
    await prompt.commit(prompt.main, 'user:\nOne\n')
    expect(await open('feature/a', '9.9.9')).toMatchObject({
      __typename: 'ValidationError',
      message: expect.stringContaining('9.9.9'),
    })
    await setStatus('archived')
    expect(await open('feature/a')).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('archived'),
    })
  })

  it('is bounded: 200 living branches a prompt', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const one = await prompt.branch('feature/one')
    await server.database.db.execute(sql`insert into branches
      select b.library_id, b.prompt_id, gen_random_uuid(), 'feature/n-' || n, b.type, b.head_commit_id, b.live_commit_id,
        b.fork_commit_id, b.document_id, b.protected, b.creator_kind, b.creator_id, b.creator_name, b.created_at, b.deleted_at
      from branches b, generate_series(1, 198) n where b.name = 'feature/one' and b.document_id = ${one.documentId}`)
    expect(await open('feature/two')).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('200'),
    })
    await prompt.deleteBranch(one)
    expect((await open('feature/two')).__typename).toBe('BranchCreatePayload')
    expect(await outcomeOf(team.developer, 'branchRestore', { id: one.id })).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('200'),
    })
  })
})

describe('targets', () => {
  it('follow the type; staging gathers features where there is one', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    for (const name of ['feature/a', 'hotfix/a', 'release/a', 'experiment/a']) await prompt.branch(name)
    const targets = async () => {
      const { branches } = await prompt.ask('branches { name target { name } approvalRequired }')
      return Object.fromEntries(
        branches.map((b: { name: string; target: { name: string } | null }) => [
          b.name,
          b.target?.name ?? null,
        ]),
      )
    }
    expect(await targets()).toEqual({
      main: null,
      'feature/a': 'main',
      'hotfix/a': 'main',
      'release/a': 'main',
      'experiment/a': null,
    })
    await prompt.branch('staging')
    expect(await targets()).toMatchObject({ 'feature/a': 'staging', 'hotfix/a': 'main', staging: 'main' })
    const { branches } = await prompt.ask('branches { name approvalRequired }')
    expect(
      branches
        .filter((b: { approvalRequired: boolean }) => b.approvalRequired)
        .map((b: { name: string }) => b.name),
    ).toEqual(['main', 'release/a', 'staging'])
  })

  it('ahead and behind count commits, in as many statements for many branches as for one', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const branch = await prompt.branch('feature/a')
    await prompt.commit(prompt.main, 'user:\nTwo\n')
    await prompt.commit(branch, 'user:\nThree\n')
    await prompt.commit(branch, 'user:\nFour\n')
    const FIELDS = `branches { name ahead behind target { name } approvalRequired protected createdBy { id } forkedFrom { hash }
      editors { id } merging { name } conflicts { id } commitRule { allowed } head { hash } }`
    const asked = async () => {
      const before = server.database.statementCount()
      const { branches } = await prompt.ask(FIELDS)
      return { branches, statements: server.database.statementCount() - before }
    }
    const few = await asked()
    const counts = (branches: { name: string; ahead: number; behind: number }[]) =>
      branches.map(({ name, ahead, behind }) => [name, ahead, behind])
    expect(counts(few.branches)).toEqual([
      ['main', 0, 0],
      ['feature/a', 2, 1],
    ])
    for (let n = 0; n < 20; n += 1) await prompt.branch(`experiment/n-${n}`, 'feature/a')
    const many = await asked()
    expect(counts(many.branches).slice(2)).toEqual(
      Array.from({ length: 20 }, (_, n) => [`experiment/n-${n}`, 2, 1]),
    )
    expect(many.statements).toBe(few.statements)
  })
})

describe('renaming', () => {
  it('keeps the type, the commits and the live text', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const branch = await prompt.branch('feature/a')
    const rename = (id: string, name: string, visitor: Visitor = team.developer) =>
      outcomeOf(visitor, 'branchRename', { id, name }, 'branch { name head { hash } }')
    expect(await rename(branch.id, 'feature/b')).toMatchObject({
      branch: { name: 'feature/b', head: { hash: branch.head } },
    })
    expect(await rename(branch.id, 'hotfix/b')).toMatchObject({
      __typename: 'ValidationError',
      message: expect.stringContaining('keeps its type'),
    })
    await prompt.branch('feature/taken')
    expect((await rename(branch.id, 'feature/taken')).__typename).toBe('ConflictError')
    expect((await rename(prompt.main.id, 'feature/c')).message).toContain('main cannot be renamed')
  })
})

describe('protection', () => {
  it('is for admins, and keeps name, existence and commits', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const branch = await prompt.branch('feature/a')
    const protect = (on: boolean, visitor: Visitor = team.admin) =>
      outcomeOf(
        visitor,
        'branchProtect',
        { id: branch.id, protected: on },
        'branch { protected approvalRequired commitRule { allowed remedy } }',
      )
    expect((await protect(true, team.developer)).__typename).toBe('ForbiddenError')
    expect((await protect(true)).branch).toEqual({
      protected: true,
      approvalRequired: true,
      commitRule: { allowed: false, remedy: 'CHANGE_REQUEST' },
    })
    for (const [name, input] of [
      ['branchRename', { id: branch.id, name: 'feature/b' }],
      ['branchDelete', { id: branch.id }],
    ] as const)
      expect((await outcomeOf(team.developer, name, input)).message).toContain('protected')
    expect((await protect(false)).branch.commitRule).toEqual({ allowed: true, remedy: null })
    await prompt.deleteBranch(branch)
    expect((await protect(true)).message).toContain('deleted')
  })
})

describe('deleting and restoring', () => {
  it('takes the branch out of sight and brings back its commits and uncommitted text', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const branch = await prompt.branch('feature/a')
    await prompt.commit(branch, 'user:\nTwo\n')
    await server.features.collaboration.edit(branch.libraryId, branch.documentId, 'user:\nUncommitted\n', {
      id: team.developer.userId,
    })
    await prompt.deleteBranch(branch)
    expect(await names()).toEqual(['main'])
    const { deletedBranches } = await prompt.ask('deletedBranches { name deletedAt head { hash } }')
    expect(deletedBranches).toEqual([
      { name: 'feature/a', deletedAt: expect.any(String), head: { hash: branch.head } },
    ])
    for (const [name, input] of [
      ['commitCreate', { branchId: branch.id, expectedHead: branch.head, message: 'x', changeType: 'FIX' }],
      ['branchRename', { id: branch.id, name: 'feature/b' }],
      ['branchDelete', { id: branch.id }],
      ['branchMerge', { branchId: branch.id, from: 'main' }],
    ] as const) {
      expect([name, await outcomeOf(team.developer, name, input)]).toMatchObject([
        name,
        { __typename: 'ConflictError', message: expect.stringContaining('deleted') },
      ])
    }
    const restored = await outcomeOf(
      team.developer,
      'branchRestore',
      { id: branch.id },
      'branch { name deletedAt document { content } head { hash } }',
    )
    expect(restored.branch).toEqual({
      name: 'feature/a',
      deletedAt: null,
      document: { content: 'user:\nUncommitted\n' },
      head: { hash: branch.head },
    })
    expect((await outcomeOf(team.developer, 'branchRestore', { id: branch.id })).message).toContain(
      'not deleted',
    )
  })

  it('says so when the name was taken meanwhile', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const branch = await prompt.branch('feature/a')
    await prompt.deleteBranch(branch)
    await prompt.branch('feature/a')
    expect(await outcomeOf(team.developer, 'branchRestore', { id: branch.id })).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('There is a branch called feature/a already'),
    })
  })

  it('main cannot be deleted, nor a branch that an open change request names', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const branch = await prompt.branch('feature/a')
    await prompt.commit(branch, 'user:\nTwo\n')
    expect((await outcomeOf(team.developer, 'branchDelete', { id: prompt.main.id })).message).toContain(
      'main cannot be deleted',
    )
    const { changeRequest } = await outcomeOf(
      team.developer,
      'changeRequestCreate',
      { sourceBranchId: branch.id, title: 'Two' },
      'changeRequest { id number }',
    )
    expect(await outcomeOf(team.developer, 'branchDelete', { id: branch.id })).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining(`#${changeRequest.number}`),
    })
    await outcomeOf(team.developer, 'changeRequestClose', { id: changeRequest.id })
    expect((await outcomeOf(team.developer, 'branchDelete', { id: branch.id })).__typename).toBe(
      'BranchDeletePayload',
    )
  })

  it('sends everybody out of the live document and lets nobody in, until it is restored', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const branch = await prompt.branch('feature/a')
    const at = { url: server.url, cookie: team.developer.cookie() }
    const room = `${branch.libraryId}.${branch.documentId}`
    const client = await joinRoom(at, room)
    const editors = async () =>
      (await prompt.ask('branches { name editors { id } }')).branches.find(
        (b: { name: string }) => b.name === 'feature/a',
      )?.editors
    expect(await editors()).toEqual([{ id: team.developer.userId }])
    const closed = new Promise<number>((resolve) =>
      client.provider.on('closed', ({ code }: { code: number }) => resolve(code)),
    )
    await prompt.deleteBranch(branch)
    expect(await closed).toBe(4403)
    client.destroy()
    await expect(joinRoom(at, room)).rejects.toThrow('4404')
    await outcomeOf(team.developer, 'branchRestore', { id: branch.id })
    const again = await joinRoom(at, room)
    expect(again.text.toString()).toBe('user:\nOne\n')
    again.destroy()
  })
})

describe('live texts of branches', () => {
  it('can be written in whatever the status but archived; main only while it is editable', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const branch = await prompt.branch('feature/a')
    const at = { url: server.url, cookie: team.developer.cookie() }
    const mayWrite = async ({ libraryId, documentId }: TestBranch) => {
      const client = await joinRoom(at, `${libraryId}.${documentId}`)
      const refused = new Promise<false>((resolve) => client.provider.on('closed', () => resolve(false)))
      client.edit((text) => text.insert(0, ' '))
      const saved = client.saved().then(() => true as const)
      const may = await Promise.race([saved, refused])
      client.destroy()
      return may
    }
    expect([await mayWrite(prompt.main), await mayWrite(branch)]).toEqual([true, true])
    await setStatus('deployed')
    expect([await mayWrite(prompt.main), await mayWrite(branch)]).toEqual([false, true])
    await setStatus('archived')
    expect([await mayWrite(prompt.main), await mayWrite(branch)]).toEqual([false, false])
  })

  it('get an old content back where it is asked for', async () => {
    const first = await prompt.commit(prompt.main, 'user:\nOne\n')
    await prompt.commit(prompt.main, 'user:\nTwo\n')
    const branch = await prompt.branch('feature/a')
    const restore = (input: object) =>
      outcomeOf(team.developer, 'commitRestore', input, 'changed branch { name document { content } }')
    expect(await restore({ commitId: first.id, branchId: branch.id })).toMatchObject({
      changed: true,
      branch: { name: 'feature/a', document: { content: 'user:\nOne\n' } },
    })
    expect(await live(prompt.main)).toBe('user:\nTwo\n')
    const other = await testHistory(server, team)
    expect((await restore({ commitId: first.id, branchId: other.main.id })).__typename).toBe('NotFoundError')
  })
})

describe('audit and subscription', () => {
  it('every change of a branch is written down and told', async () => {
    await prompt.commit(prompt.main, 'user:\nOne\n')
    const client = team.viewer.socket()
    const events: string[] = []
    const done = Promise.withResolvers<void>()
    const stop = client.subscribe(
      {
        query:
          'subscription ($id: ID!) { branchMoved(promptId: $id) { action actor { id } branch { name head { hash } } } }',
        variables: { id: prompt.id },
      },
      {
        next: ({ data }) => {
          const move = (data as { branchMoved: { action: string; branch: { name: string } } }).branchMoved
          events.push(`${move.action} ${move.branch.name}`)
          if (move.action === 'branch.restore') done.resolve()
        },
        error: done.reject,
        complete: () => done.resolve(),
      },
    )
    // Subscribed once the server has answered something that was sent later on the same socket.
    await new Promise<void>((resolve, reject) =>
      client.subscribe(
        { query: '{ viewer { kind } }' },
        { next: () => {}, error: reject, complete: resolve },
      ),
    )
    const branch = await prompt.branch('feature/a')
    await prompt.commit(branch, 'user:\nTwo\n')
    await outcomeOf(team.developer, 'branchRename', { id: branch.id, name: 'feature/b' })
    for (const on of [true, false])
      await outcomeOf(team.admin, 'branchProtect', { id: branch.id, protected: on })
    await prompt.deleteBranch(branch)
    await outcomeOf(team.developer, 'branchRestore', { id: branch.id })
    await done.promise
    stop()
    const actions = events.map((event) => event.split(' ')[0])
    const audited = await team.admin.query(
      'query ($slug: String!) { library(slug: $slug) { auditEntries(first: 7) { edges { node { action details } } } } }',
      { slug: team.slug },
    )
    const entries = audited.data.library.auditEntries.edges.map(
      ({ node }: { node: { action: string } }) => node.action,
    )
    const expected = [
      'branch.create',
      'commit.create',
      'branch.rename',
      'branch.protect',
      'branch.protect',
      'branch.delete',
      'branch.restore',
    ]
    expect(entries.reverse()).toEqual(expected)
    // Who lags gets fewer events, never others, and the last one.
    expect(expected).toEqual(expect.arrayContaining(actions))
    expect(actions.at(-1)).toBe('branch.restore')
  })
})
