import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { type TestHistory, testHistory } from './test-history.ts'

let now = new Date('2026-03-01T09:00:00.000Z')
let server: TestServer
let history: TestHistory

const later = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000)
}
const text = (...lines: string[]) => `user:\n${lines.join('\n\n\n')}\n`

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
  const team = await server.team()
  history = await testHistory(server, team, text('One', 'Two'))
  const { main } = history
  await history.commit(main, text('One', 'Two'), { message: 'Start', changeType: 'FEATURE' })
  const feature = await history.branch('feature/tone')
  later(1)
  await history.commit(feature, text('One, better', 'Two'), { message: 'On the branch' })
  await history.commit(main, text('One', 'Two <b>'), {
    message: 'Say *why*\n\nAt length.',
    changeType: 'DOCS',
  })
  later(1)
  await history.merge(feature, main)
})
afterAll(() => server.close())

const SECTIONS = 'sections { title date entries { prefix text changeType version authors commit { hash } } }'

async function sections(args: string) {
  const { changelog, errors } = await history.ask(`changelog${args} { ${SECTIONS} }`)
  expect(errors).toBeUndefined()
  return changelog.sections.map(
    ({
      title,
      date,
      entries,
    }: {
      title: string
      date: string
      entries: { prefix: string; text: string }[]
    }) => [title, date.slice(0, 10), ...entries.map(({ prefix, text }) => `${prefix} ${text}`)],
  )
}

describe('the changelog', () => {
  it('is by version, with what took no number, and a merge as one change', async () => {
    expect(await sections('')).toEqual([
      ['1.0.1', '2026-03-03', 'Fixed: Merge feature/tone into main', 'Docs: Say *why*'],
      ['1.0.0', '2026-03-01', 'Added: Start'],
    ])
  })

  it('is by day, of another branch, and of the last days', async () => {
    expect(await sections('(by: DATE)')).toEqual([
      ['2026-03-03', '2026-03-03', 'Fixed: Merge feature/tone into main'],
      ['2026-03-02', '2026-03-02', 'Docs: Say *why*'],
      ['2026-03-01', '2026-03-01', 'Added: Start'],
    ])
    expect(await sections('(by: DATE, branch: "feature/tone")')).toEqual([
      ['2026-03-02', '2026-03-02', 'Fixed: On the branch'],
      ['2026-03-01', '2026-03-01', 'Added: Start'],
    ])
    expect(await sections('(days: 1)')).toEqual([
      ['1.0.1', '2026-03-03', 'Fixed: Merge feature/tone into main', 'Docs: Say *why*'],
    ])
  })

  it('names authors and commits', async () => {
    const { changelog } = await history.ask(`changelog(days: 1) { ${SECTIONS} }`)
    const [merge] = changelog.sections[0].entries
    const { commits } = await history.ask('commits(first: 1) { edges { node { hash } } }')
    expect(merge).toMatchObject({
      version: '1.0.1',
      changeType: 'FIX',
      commit: { hash: commits.edges[0].node.hash },
      authors: [expect.stringMatching(/^(Person|Developer)/)],
    })
  })

  it('is Markdown in which messages stay text', async () => {
    const { changelog } = await history.ask('changelog { markdown }')
    expect(changelog.markdown).toMatch(/^# History /)
    expect(changelog.markdown).toContain('## 1.0.1 (2026-03-03)')
    expect(changelog.markdown).toContain('- **Docs:** Say \\*why\\* (')
  })

  it('refuses unknown branches and days that are none', async () => {
    for (const [args, code] of [
      ['branch: "feature/none"', 'NOT_FOUND'],
      ['days: 0', 'BAD_USER_INPUT'],
      ['days: 1000000', 'BAD_USER_INPUT'],
    ] as const) {
      const { errors } = await history.ask(`changelog(${args}) { markdown }`)
      expect([args, errors[0].extensions.code]).toEqual([args, code])
    }
  })

  it('costs the same statements whatever its length', async () => {
    const statements = async (args: string) => {
      const before = server.database.statementCount()
      await history.ask(`changelog(${args}) { ${SECTIONS} }`)
      return server.database.statementCount() - before
    }
    await statements('days: 100')
    expect(await statements('days: 100')).toBe(await statements('days: 1'))
  })
})
