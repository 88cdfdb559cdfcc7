import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { commitBlames } from './tables.ts'
import { type TestHistory, testHistory } from './test-history.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let history: TestHistory

const text = (...lines: string[]) => `user:\n${lines.join('\n\n')}\n`

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
  history = await testHistory(server, team, text('One', 'Two'))
  const { main } = history
  await history.commit(main, text('One', 'Two'), { message: 'm1' })
  const feature = await history.branch('feature/tone')
  await history.commit(feature, text('One of the feature', 'Two'), { message: 'f1' })
  await history.commit(main, text('One', 'Two of main'), { message: 'm2', by: team.admin })
  await history.merge(feature, main)
})
afterAll(() => server.close())

interface Runs {
  readonly content: string
  readonly blame: Record<
    'lines' | 'words',
    { start: number; count: number; commit: { message: string; authors: { id: string }[] } }[]
  >
}

const FIELDS =
  'content blame { lines { start count commit { message authors { id } } } words { start count commit { message authors { id } } } }'

async function blameOf(ref: string): Promise<Runs> {
  const { commit, errors } = await history.ask(`commit(ref: $ref) { ${FIELDS} }`, { ref }, '$ref: String!')
  expect(errors).toBeUndefined()
  return commit
}

/** Every line with the message of its commit. */
function linesOf({ content, blame }: Runs): string[] {
  const lines = content.split('\n')
  return blame.lines.flatMap(({ start, count, commit }) =>
    lines.slice(start - 1, start - 1 + count).map((line) => `${commit.message}: ${line}`),
  )
}

function wordsOf({ content, blame }: Runs): string[] {
  return blame.words.map(
    ({ start, count, commit }) => `${commit.message}: ${content.slice(start, start + count)}`,
  )
}

describe('blame', () => {
  it('tells the commit of every line and word, through merges', async () => {
    const merged = await blameOf('main')
    expect(linesOf(merged)).toEqual(['m1: user:', 'f1: One of the feature', 'm1: ', 'm2: Two of main'])
    expect(wordsOf(merged)).toEqual([
      'm1: user:\nOne',
      'f1:  of the feature\n',
      'm1: \nTwo',
      'm2:  of main\n',
    ])
    const [, , , two] = merged.blame.lines
    expect(two?.commit.authors.map(({ id }) => id)).toContain(team.admin.userId)
  })

  it('covers the content exactly', async () => {
    for (const ref of ['1.0.0', '1.0.1', 'main', 'feature/tone']) {
      const { content, blame } = await blameOf(ref)
      const lines = content.match(/[^\n]*\n|[^\n]+/g) ?? []
      let [line, unit] = [1, 0]
      for (const run of blame.lines) {
        expect(run.start).toBe(line)
        line += run.count
      }
      for (const run of blame.words) {
        expect(run.start).toBe(unit)
        unit += run.count
      }
      expect([line, unit]).toEqual([lines.length + 1, content.length])
    }
  })

  it('is made again where it is missing, and stored', async () => {
    const before = await Promise.all(['main', 'feature/tone', '1.0.0'].map(blameOf))
    const { db } = server.database
    const stored = await db.select().from(commitBlames)
    await db.delete(commitBlames)
    const { commits } = await history.ask(
      `commits(all: true, first: 10) { edges { node { message ${FIELDS} } } }`,
    )
    expect(commits?.edges).toHaveLength(4)
    expect(await Promise.all(['main', 'feature/tone', '1.0.0'].map(blameOf))).toEqual(before)
    const byCommit = (rows: typeof stored) => rows.map((row) => [row.commitId, row.blame]).sort()
    expect(byCommit(await db.select().from(commitBlames))).toEqual(byCommit(stored))
  })

  it('stops at the nearest ancestor that has one', async () => {
    const { db } = server.database
    const own = await testHistory(server, team)
    const texts = Array.from({ length: 5 }, (_, n) =>
      text(...Array.from({ length: n + 1 }, (_, m) => `Line ${m}`)),
    )
    for (const one of texts) await own.commit(own.main, one)
    const { commits } = await own.ask('commits { edges { node { hash } } }')
    const [newest, ...others] = commits.edges.map((edge: { node: { hash: string } }) => edge.node.hash)
    const rows = await db.select().from(commitBlames)
    await db.delete(commitBlames)
    await db
      .insert(commitBlames)
      .values(rows.filter((row) => row.commitId !== newest && row.commitId !== others[0]))
    const { commit } = await own.ask('commit(ref: "main") { blame { lines { count commit { hash } } } }')
    expect(commit.blame.lines.length).toBeGreaterThan(3)
    expect((await db.select().from(commitBlames)).length).toBe(rows.length)
  })
})
