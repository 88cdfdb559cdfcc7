import { createHash } from 'node:crypto'
import { commitId } from '@incipit/version-control'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UserActor } from '../accounts/index.ts'
import { idParts } from '../graphql/node.ts'
import { createCaller } from '../libraries/index.ts'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'

let now = new Date('2026-03-01T09:00:00.000Z')
let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
  team = await server.team()
})
afterAll(() => server.close())

const text = (body: string, inputs: string[] = []) =>
  `---\ndescription: Test\ninputs:\n${inputs.map((name) => `  ${name.replace('!', '')}:\n    kind: string\n    required: ${name.endsWith('!')}\n`).join('') || '  {}\n'}---\nuser:\n${body}${inputs.map((name) => ` {{${name.replace('!', '')}}}`).join('')}\n`

interface Prompt {
  readonly id: string
  readonly key: string
  readonly branch: string
  readonly document: { libraryId: string; documentId: string }
}

async function createPrompt(content: string, at = team): Promise<Prompt> {
  const answer = await at.developer.query(
    `mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { ... on PromptCreatePayload { prompt { id key branch(name: "main") { id document { room } } } } ... on Error { message } } }`,
    {
      input: {
        libraryId: at.id,
        name: `Prompt ${crypto.randomUUID().replaceAll('-', 'x').slice(0, 12)}`,
        category: 'tasks',
        content,
      },
    },
  )
  const { prompt } = answer.data.promptCreate
  const [libraryId, documentId] = prompt.branch.document.room.split('.')
  return { id: prompt.id, key: prompt.key, branch: prompt.branch.id, document: { libraryId, documentId } }
}

async function write(prompt: Prompt, content: string, author: { userId: string }): Promise<void> {
  await server.features.collaboration.edit(prompt.document.libraryId, prompt.document.documentId, content, {
    id: author.userId,
  })
}

const COMMIT = `mutation ($input: CommitCreateInput!) { commitCreate(input: $input) {
  __typename
  ... on CommitCreatePayload { commit { id hash version message changeType content contentHash added removed createdAt authors { id name } committer { name } parents { hash } } branch { head { hash } } }
  ... on ConflictError { message head { hash version } }
  ... on Error { message } } }`

async function commit(
  prompt: Prompt,
  expectedHead: string | null,
  changeType = 'FIX',
  visitor: Visitor = team.developer,
  message = 'A change',
) {
  const answer = await visitor.query(COMMIT, {
    input: { branchId: prompt.branch, expectedHead, message, changeType },
  })
  return answer.data.commitCreate
}

const actorOf = (person: { userId: string }): UserActor => ({
  kind: 'user',
  id: person.userId,
  name: 'Person',
  hue: 1,
  sessionId: '',
  isOperator: false,
})

describe('commit', () => {
  it('stores an immutable version whose id and content hash can be verified', async () => {
    const prompt = await createPrompt(text('Hello'))
    const { commit: first } = await commit(prompt, null, 'FEATURE')
    expect(first).toMatchObject({ version: '1.0.0', content: text('Hello'), parents: [] })
    expect(first.contentHash).toBe(createHash('sha256').update(text('Hello')).digest('hex'))
    const body = {
      content: first.contentHash,
      parents: [],
      authors: first.authors.map((author: { id: string }) => author.id),
      createdAt: first.createdAt,
      message: 'A change',
      changeType: 'feature' as const,
    }
    expect(first.hash).toBe(commitId(body))
  })

  it('takes line endings as LF and counts lines', async () => {
    const prompt = await createPrompt('user:\r\nHello\r\n')
    const { commit: first } = await commit(prompt, null)
    expect(first.content).toBe('user:\nHello\n')
    expect([first.added, first.removed]).toEqual([2, 0])
  })

  it('names everyone who contributed since the head, the committer first', async () => {
    const prompt = await createPrompt(text('Hello'))
    const { commit: first } = await commit(prompt, null)
    await write(prompt, text('Hello there'), team.admin)
    await write(prompt, text('Hello there, you'), team.developer)
    const { commit: second } = await commit(prompt, first.hash)
    expect(second.authors.map((author: { id: string }) => author.id)).toEqual([
      team.developer.userId,
      team.admin.userId,
    ])
    await write(prompt, text('Bye'), team.developer)
    const { commit: third } = await commit(prompt, second.hash)
    expect(third.authors).toHaveLength(1)
  })

  it('refuses when nothing changed, when the text is empty, and without a message', async () => {
    const prompt = await createPrompt(text('Hello'))
    const { commit: first } = await commit(prompt, null)
    expect(await commit(prompt, first.hash)).toMatchObject({
      __typename: 'ValidationError',
      message: expect.stringContaining('Nothing changed since 1.0.0'),
    })
    await write(prompt, '', team.developer)
    expect(await commit(prompt, first.hash)).toMatchObject({
      __typename: 'ValidationError',
      message: expect.stringContaining('empty'),
    })
    await write(prompt, text('Bye'), team.developer)
    expect(await commit(prompt, first.hash, 'FIX', team.developer, '   ')).toMatchObject({
      __typename: 'ValidationError',
    })
  })

  it('of fifty racing commits on one head, one wins and the others learn the new head', async () => {
    const prompt = await createPrompt(text('Hello'))
    const { commit: first } = await commit(prompt, null)
    await write(prompt, text('Bye'), team.developer)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        commit(prompt, first.hash, 'FIX', n % 2 ? team.developer : team.admin),
      ),
    )
    const winners = answers.filter((answer) => answer.__typename === 'CommitCreatePayload')
    const losers = answers.filter((answer) => answer.__typename === 'ConflictError')
    expect([winners.length, losers.length]).toEqual([1, 49])
    expect(winners[0].commit.version).toBe('1.0.1')
    expect(new Set(losers.map((loser) => loser.head.hash))).toEqual(new Set([winners[0].commit.hash]))
  })

  it('is not possible for reviewers and viewers, nor on an archived prompt', async () => {
    const prompt = await createPrompt(text('Hello'))
    for (const level of ['reviewer', 'viewer'] as const)
      expect((await commit(prompt, null, 'FIX', team[level])).__typename).toBe('ForbiddenError')
    expect((await commit(prompt, null, 'FIX', team.stranger)).__typename).toBe('NotFoundError')
    await team.admin.query('mutation ($id: ID!) { promptArchive(input: { id: $id }) { __typename } }', {
      id: prompt.id,
    })
    expect(await commit(prompt, null)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('archived'),
    })
  })
})

describe('version numbers', () => {
  async function history(scheme: string, steps: { type: string; daysLater?: number }[]) {
    const own = await server.team(`Scheme ${scheme} ${crypto.randomUUID()}`)
    await own.admin.query(
      'mutation ($id: ID!, $scheme: VersionScheme!) { libraryUpdate(input: { id: $id, versionScheme: $scheme }) { __typename } }',
      { id: own.id, scheme },
    )
    const prompt = await createPrompt(text('0'), own)
    const versions: (string | null)[] = []
    let head: string | null = null
    // Made up, so that the rules of direct commits are not asked: they have tests of their own.
    const caller = createCaller(actorOf(own.developer), server.features.libraries.findLevel)
    const [branchId] = idParts(prompt.branch, 'Branch', 'The branch').slice(1)
    for (const [n, step] of steps.entries()) {
      now = new Date(now.getTime() + (step.daysLater ?? 0) * 86_400_000 + 1000)
      await write(prompt, text(String(n + 1)), own.developer)
      const { commit: made } = await server.features.versions.commit(
        caller,
        {
          libraryId: own.library.libraryId,
          branchId: branchId!,
          expectedHead: head,
          message: 'A change',
          changeType: step.type.toLowerCase(),
        },
        false,
      )
      head = made.id
      versions.push(made.version)
    }
    return { versions, own, prompt, head: head! }
  }

  it('semver follows the change type, and docs take none', async () => {
    const { versions } = await history(
      'SEMVER',
      ['FEATURE', 'FIX', 'DOCS', 'FEATURE', 'BREAKING', 'SECURITY'].map((type) => ({ type })),
    )
    expect(versions).toEqual(['1.0.0', '1.0.1', null, '1.1.0', '2.0.0', '2.0.1'])
  })

  it('calver counts within a day', async () => {
    const { versions } = await history('CALVER', [
      { type: 'FEATURE' },
      { type: 'FIX' },
      { type: 'FIX' },
      { type: 'FIX', daysLater: 1 },
    ])
    const day = (back: number) =>
      new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '.')
    expect(versions).toEqual([day(1), `${day(1)}.1`, `${day(1)}.2`, day(0)])
  })

  it('sequential counts, hash names by the commit', async () => {
    expect((await history('SEQUENTIAL', [{ type: 'FIX' }, { type: 'BREAKING' }])).versions).toEqual([
      'v1',
      'v2',
    ])
    const { versions, head } = await history('HASH', [{ type: 'FIX' }, { type: 'FIX' }])
    expect(head.startsWith(versions[1]!)).toBe(true)
  })

  it('are never reused when a library changes its scheme back and forth', async () => {
    const { own, prompt, head } = await history('SEMVER', [{ type: 'FEATURE' }, { type: 'FIX' }])
    const change = (scheme: string) =>
      own.admin.query(
        'mutation ($id: ID!, $scheme: VersionScheme!) { libraryUpdate(input: { id: $id, versionScheme: $scheme }) { __typename } }',
        { id: own.id, scheme },
      )
    await change('SEQUENTIAL')
    await write(prompt, text('a'), own.developer)
    const sequential = await commit(prompt, head, 'FIX', own.developer)
    await change('SEMVER')
    await write(prompt, text('b'), own.developer)
    const semver = await commit(prompt, sequential.commit.hash, 'FIX', own.developer)
    expect([sequential.commit.version, semver.commit.version]).toEqual(['v1', '1.0.2'])
  })
})

describe('proposal', () => {
  it('follows the difference of the inputs', async () => {
    const prompt = await createPrompt(text('Hello', ['name!']))
    const ask = async () => {
      const answer = await team.developer.query(
        'query ($id: ID!) { node(id: $id) { ... on Branch { proposal { changed changeType version reasons contractChanges { description breaking } nextVersions { changeType version } contributors { name } } document { uncommitted { changed changes added contributors { id } } } } } }',
        { id: prompt.branch },
      )
      return answer.data.node
    }
    expect((await ask()).proposal).toMatchObject({ changed: true, changeType: 'FEATURE', version: '1.0.0' })
    const { commit: first } = await commit(prompt, null)
    expect((await ask()).proposal.changed).toBe(false)
    await write(prompt, text('Hello', ['name!', 'tone']), team.developer)
    const optional = await ask()
    expect(optional.proposal).toMatchObject({ changeType: 'FEATURE', version: '1.1.0' })
    expect(optional.document.uncommitted).toMatchObject({
      changed: true,
      changes: 1,
      contributors: [{ id: team.developer.userId }],
    })
    await write(prompt, text('Hello'), team.developer)
    const removed = await ask()
    expect(removed.proposal).toMatchObject({
      changeType: 'BREAKING',
      version: '2.0.0',
      contractChanges: [{ breaking: true }],
    })
    expect(removed.proposal.nextVersions).toHaveLength(10)
    expect(first.version).toBe('1.0.0')
  })
})

describe('equal commits', () => {
  it('of two prompts keep their own authors and parents', async () => {
    // Time stands still here, so equal texts committed alike have equal ids.
    const [one, other] = [await createPrompt(text('Same')), await createPrompt(text('Same'))]
    const [first, second] = [await commit(one, null), await commit(other, null)]
    expect(first.commit.hash).toBe(second.commit.hash)
    const answer = await team.viewer.query(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Prompt { head { authors { id } parents { hash } } } } }',
      { ids: [one.id, other.id] },
    )
    const alone = { head: { authors: [{ id: team.developer.userId }], parents: [] } }
    expect(answer.data.nodes).toEqual([alone, alone])
  })
})

describe('history', () => {
  it('finds commits by number, hash and unique prefix, compares and restores them', async () => {
    const prompt = await createPrompt(text('One', ['name']))
    const { commit: first } = await commit(prompt, null)
    await write(prompt, text('Two', ['name', 'tone']), team.developer)
    const { commit: second } = await commit(prompt, first.hash, 'FEATURE')
    const found = await team.viewer.query(
      `query ($id: ID!, $hash: String!, $prefix: String!) { node(id: $id) { ... on Prompt {
        byVersion: commit(ref: "1.0.0") { hash } byHash: commit(ref: $hash) { hash } byPrefix: commit(ref: $prefix) { hash } none: commit(ref: "9.9.9") { hash } short: commit(ref: "abc") { hash }
        compare(base: "1.0.0", head: "1.1.0") { added removed contractChanges { description } base { content } head { content } }
        nothing: compare(base: "1.0.0", head: "7.0.0") { added } } } }`,
      { id: prompt.id, hash: first.hash, prefix: first.hash.slice(0, 10) },
    )
    expect(found.data.node).toMatchObject({
      byVersion: { hash: first.hash },
      byHash: { hash: first.hash },
      byPrefix: { hash: first.hash },
      none: null,
      short: null,
      nothing: null,
    })
    expect(found.data.node.compare).toMatchObject({
      contractChanges: [{ description: expect.stringContaining('tone') }],
      base: { content: first.content },
      head: { content: second.content },
    })

    const restored = await team.developer.query(
      'mutation ($id: ID!) { commitRestore(input: { commitId: $id }) { ... on CommitRestorePayload { changed branch { head { hash } document { content } } } } }',
      { id: first.id },
    )
    expect(restored.data.commitRestore).toEqual({
      changed: true,
      branch: { head: { hash: second.hash }, document: { content: first.content } },
    })
    const { commit: third } = await commit(prompt, second.hash, 'ROLLBACK')
    expect(third).toMatchObject({ contentHash: first.contentHash, version: '1.1.1' })
    expect(third.hash).not.toBe(first.hash)
  })
})
