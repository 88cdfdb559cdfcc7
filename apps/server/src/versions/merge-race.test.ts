import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UserActor } from '../accounts/index.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { type TestBranch, testHistory } from './test-history.ts'
import { outcomeOf } from './test-outcome.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

const MERGES = 50

const text = (changed: Record<number, string> = {}) =>
  `user:\nA heading\n\n${Array.from({ length: MERGES }, (_, n) => `${changed[n] ?? `Paragraph ${n}`}\n`).join('\n')}`
const live = async ({ libraryId, documentId }: TestBranch) =>
  (await server.features.collaboration.read(libraryId, documentId)).text
const rowId = (branch: TestBranch) => Buffer.from(branch.id, 'base64url').toString().split('.')[1]!
const actor = (): UserActor => ({
  kind: 'user',
  id: team.developer.userId,
  name: 'Developer',
  hue: 1,
  sessionId: '',
  isOperator: false,
})

/** Branches of one commit, each with a commit of its own on top. */
async function fan(contentOf: (n: number) => string) {
  const prompt = await testHistory(server, team, text())
  await prompt.commit(prompt.main, text())
  const sources: TestBranch[] = []
  for (let n = 0; n < MERGES; n += 1) {
    const branch = await prompt.branch(`feature/n-${n}`)
    await prompt.commit(branch, contentOf(n), { message: `Change ${n}` })
    sources.push(branch)
  }
  return { prompt, sources }
}

const mergeToMain = (main: TestBranch, source: TestBranch) =>
  server.features.versions.mergeBranches(actor(), {
    libraryId: main.libraryId,
    sourceBranchId: rowId(source),
    targetBranchId: rowId(main),
    expectedSourceHead: source.head!,
    squash: false,
  })

describe(`${MERGES} merges into one head at once`, () => {
  it('go in one after the other: dense numbers, every change there, uncommitted text too', async () => {
    const { prompt, sources } = await fan((n) => text({ [n]: `Change ${n}` }))
    const { main } = prompt
    await server.features.collaboration.edit(
      main.libraryId,
      main.documentId,
      text().replace('A heading', 'A heading, not committed'),
      { id: team.admin.userId },
    )
    const results = await Promise.all(sources.map((source) => mergeToMain(main, source)))
    expect(new Set(results.map((result) => result.outcome))).toEqual(new Set(['merged']))
    const versions = results.map((result) => (result.outcome === 'merged' ? result.commit.version : null))
    expect(versions.toSorted((a, b) => Number(a!.split('.')[2]) - Number(b!.split('.')[2]))).toEqual(
      Array.from({ length: MERGES }, (_, n) => `1.0.${n + 1}`),
    )
    const all = text(Object.fromEntries(sources.map((_, n) => [n, `Change ${n}`])))
    const shown = await prompt.ask('version head { content }')
    expect(shown).toEqual({ version: `1.0.${MERGES}`, head: { content: all } })
    expect(await live(main)).toBe(all.replace('A heading', 'A heading, not committed'))

    // The chain of first parents has each merge once: no head was overwritten.
    const graph = await server.features.versions.graphOf(
      main.libraryId,
      Buffer.from(prompt.id, 'base64url').toString().split('.')[1]!,
    )
    const head = results.find(
      (result) => result.outcome === 'merged' && result.commit.version === `1.0.${MERGES}`,
    )
    if (head?.outcome !== 'merged') throw new Error('No merge took the last number')
    const chain = [...graph.log(head.commit.id, { order: 'first-parent' })]
    expect(chain).toHaveLength(MERGES + 1)
    for (const source of sources) expect(graph.isAncestor(source.head!, head.commit.id)).toBe(true)
  })

  it('that all changed one place: one goes in, the others say so and change nothing', async () => {
    const { prompt, sources } = await fan((n) => text({ 7: `Said by v${n}` }))
    const results = await Promise.all(sources.map((source) => mergeToMain(prompt.main, source)))
    const merged = results.flatMap((result) => (result.outcome === 'merged' ? result.commit : []))
    expect(merged.map((commit) => commit.version)).toEqual(['1.0.1'])
    expect(results.filter((result) => result.outcome === 'conflicts')).toHaveLength(MERGES - 1)
    expect(await prompt.ask('version')).toEqual({ version: '1.0.1' })
  })

  it('beside commits of the live text: whoever loses learns the new head, and nothing is lost', async () => {
    const { prompt, sources } = await fan((n) => text({ [n]: `Change ${n}` }))
    const { main } = prompt
    const written: string[] = []
    /** Somebody who writes and commits, looking at the new head whenever they lose. */
    async function writer(): Promise<void> {
      for (let n = 0; n < 5; n += 1) {
        const word = `typed-${n}`
        const before = await live(main)
        await server.features.collaboration.edit(
          main.libraryId,
          main.documentId,
          before.replace('user:\n', `user:\n${word}\n\n`),
          { id: team.admin.userId },
        )
        for (;;) {
          const { branches } = await prompt.ask('branches { name head { hash } }')
          const outcome = await outcomeOf(
            team.admin,
            'commitCreate',
            { branchId: main.id, expectedHead: branches[0].head.hash, message: word, changeType: 'FIX' },
            'commit { version }',
          )
          if (outcome.__typename === 'CommitCreatePayload') {
            written.push(outcome.commit.version)
            break
          }
          expect(outcome.__typename).toBe('ConflictError')
        }
      }
    }
    const [, ...results] = await Promise.all([
      writer(),
      ...sources.slice(10).map((source) => mergeToMain(main, source)),
    ])
    expect(new Set(results.map((result) => result.outcome))).toEqual(new Set(['merged']))
    const { head } = await prompt.ask('head { content version }')
    expect(head.version).toBe(`1.0.${MERGES - 10 + written.length}`)
    for (let n = 10; n < MERGES; n += 1) expect(head.content).toContain(`Change ${n}\n`)
    for (let n = 0; n < 5; n += 1) expect(head.content).toContain(`typed-${n}\n`)
    expect(await live(main)).toBe(head.content)
  })
})
