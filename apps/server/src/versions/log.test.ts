import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { type TestHistory, testHistory } from './test-history.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let history: TestHistory
/** Hashes by the names the tests use: m main, f feature, x experiment. */
const hash: Record<string, string> = {}

const text = (...lines: string[]) => `user:\n${lines.join('\n\n\n')}\n`

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
  history = await testHistory(server, team, text('One', 'Two'))
  const { main } = history
  hash.m1 = (await history.commit(main, text('One', 'Two'))).hash
  const feature = await history.branch('feature/tone')
  hash.m2 = (await history.commit(main, text('One', 'Two on main'))).hash
  hash.f1 = (await history.commit(feature, text('One on feature', 'Two'))).hash
  hash.f2 = (await history.commit(feature, text('One on feature, again', 'Two'))).hash
  hash.m3 = await history.merge(feature, main)
  hash.f3 = (await history.commit(feature, text('One on feature, at last', 'Two'))).hash
  const trial = await history.branch('experiment/short', '1.0.0')
  hash.x1 = (await history.commit(trial, text('1', '2'))).hash
  await history.deleteBranch(trial)
  hash.m4 = (await history.commit(main, text('One on feature, again', 'Two on main, too'))).hash
})
afterAll(() => server.close())

const names = (hashes: string[]) =>
  hashes.map((one) => Object.keys(hash).find((name) => hash[name] === one) ?? one)

interface Page {
  readonly names: string[]
  readonly total: number
  readonly next: string | null
  readonly previous: string | null
}

async function log(args: string): Promise<Page> {
  const { commits, errors } = await history.ask(
    `commits(${args}) { totalCount edges { node { hash } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`,
  )
  expect(errors).toBeUndefined()
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = commits.pageInfo
  return {
    names: names(commits.edges.map((edge: { node: { hash: string } }) => edge.node.hash)),
    total: commits.totalCount,
    next: hasNextPage ? endCursor : null,
    previous: hasPreviousPage ? startCursor : null,
  }
}

async function refusal(args: string): Promise<string> {
  const { errors } = await history.ask(`commits(${args}) { totalCount }`)
  return errors[0].extensions.code
}

const LOGS: Record<string, [args: string, names: string[]]> = {
  'main with what it merged': ['order: FULL', ['m4', 'm3', 'f2', 'f1', 'm2', 'm1']],
  'main by first parents': ['order: FIRST_PARENT', ['m4', 'm3', 'm2', 'm1']],
  'a branch': ['branch: "feature/tone"', ['f3', 'f2', 'f1', 'm1']],
  'all branches but the deleted one': ['all: true', ['m4', 'f3', 'm3', 'f2', 'f1', 'm2', 'm1']],
}

describe.each(Object.entries(LOGS))('the log of %s', (_name, [args, expected]) => {
  it('is newest first, with its length', async () => {
    expect(await log(args)).toEqual({ names: expected, total: expected.length, next: null, previous: null })
  })

  it.each([1, 2, 3])('walks both ways in pages of %i', async (size) => {
    const forward: string[] = []
    for (let after = ''; ; ) {
      const page = await log(`${args}, first: ${size}${after}`)
      forward.push(...page.names)
      if (page.next === null) break
      after = `, after: "${page.next}"`
    }
    expect(forward).toEqual(expected)
    const backward: string[] = []
    for (let before = ''; ; ) {
      const page = await log(`${args}, last: ${size}${before}`)
      backward.unshift(...page.names)
      if (page.previous === null) break
      before = `, before: "${page.previous}"`
    }
    expect(backward).toEqual(expected)
  })
})

describe('a log', () => {
  it('of an unknown or deleted branch is none, and one branch of all is a contradiction', async () => {
    expect(await refusal('branch: "feature/none"')).toBe('NOT_FOUND')
    expect(await refusal('branch: "experiment/short"')).toBe('NOT_FOUND')
    expect(await refusal('branch: "main", all: true')).toBe('BAD_USER_INPUT')
  })

  it('takes no cursor of another log', async () => {
    const { next } = await log('first: 1')
    expect(await refusal(`first: 1, after: "${next}", all: true`)).toBe('BAD_USER_INPUT')
    expect(await refusal(`first: 1, after: "${next}", order: FIRST_PARENT`)).toBe('BAD_USER_INPUT')
    expect(await refusal(`first: 1, after: "${next}", branch: "feature/tone"`)).toBe('BAD_USER_INPUT')
  })

  it('of a branch without commits is empty', async () => {
    const empty = await testHistory(server, team)
    expect(
      await empty.ask(
        'commits { totalCount edges { node { hash } } } all: commits(all: true) { totalCount }',
      ),
    ).toEqual({
      commits: { totalCount: 0, edges: [] },
      all: { totalCount: 0 },
    })
  })

  it('costs the same statements whatever it shows', async () => {
    const statements = async (args: string) => {
      const before = server.database.statementCount()
      await history.ask(
        `commits(${args}) { totalCount edges { node { hash version tags { name } authors { name } parents { hash } blame { lines { start count commit { hash } } } } } }`,
      )
      return server.database.statementCount() - before
    }
    await statements('first: 1')
    const one = await statements('first: 1')
    expect(await statements('first: 6')).toBe(one)
    expect(await statements('first: 7, all: true')).toBe(one)
    expect(one).toBeLessThan(14)
  })
})

describe('the versions of a prompt', () => {
  const versions = async (startsWith: string | null, of: TestHistory = history) => {
    const answer = await of.ask(
      'versions(startsWith: $startsWith) { version hash }',
      { startsWith },
      '$startsWith: String',
    )
    expect(answer.errors).toBeUndefined()
    return answer.versions as { version: string; hash: string }[]
  }

  it('are its numbered commits, newest first', async () => {
    const found = await versions(null)
    expect(names(found.map(({ hash }) => hash))).toEqual(['m4', 'm3', 'm2', 'm1'])
    expect(found.at(-1)).toMatchObject({ version: '1.0.0' })
  })

  it('are those that begin as asked, whatever it is', async () => {
    const all = (await versions('')).map(({ version }) => version)
    const told = async (startsWith: string) => (await versions(startsWith)).map(({ version }) => version)
    expect(await told('1.0.')).toEqual(all)
    expect(await told('1.0.1')).toEqual(['1.0.1'])
    for (const none of ['.0', '2', '%', '_', '\u0000', '1'.repeat(500)]) expect(await told(none)).toEqual([])
  })

  it('are at most twenty', async () => {
    const long = await testHistory(server, team)
    for (let at = 0; at <= 20; at += 1) await long.commit(long.main, text(`Line ${at}`))
    const found = await versions(null, long)
    expect(found.map(({ version }) => version)).toEqual(
      Array.from({ length: 20 }, (_, at) => `1.0.${20 - at}`),
    )
  })
})

describe('a commit', () => {
  const find = async (ref: string) => {
    const { commit } = await history.ask('commit(ref: $ref) { hash }', { ref }, '$ref: String!')
    return commit && names([commit.hash])[0]
  }

  it('is found by version, branch, tag, hash and a prefix of it that only one has', async () => {
    const id = (await history.ask('commit(ref: "1.0.1") { id }')).commit.id
    await team.developer.query(
      'mutation ($id: ID!) { commitTagCreate(input: { commitId: $id, name: "launch" }) { __typename } }',
      { id },
    )
    expect(await find('1.0.1')).toBe('m2')
    expect(await find('main')).toBe('m4')
    expect(await find('feature/tone')).toBe('f3')
    expect(await find('launch')).toBe('m2')
    expect(await find(hash.f1!)).toBe('f1')
    expect(await find(hash.f1!.slice(0, 7))).toBe('f1')
  })

  it('of a deleted branch is found by its hash alone', async () => {
    expect(await find(hash.x1!)).toBe('x1')
    expect(await find('experiment/short')).toBeNull()
  })

  it.each(['', 'nobody', '9.9.9', 'abcdef', 'feature/', '\u0000', '%', '_______', 'A'.repeat(500)])(
    '%j names none',
    async (ref) => expect(await find(ref)).toBeNull(),
  )
})
