import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { type TestHistory, testHistory } from './test-history.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let history: TestHistory

const text = (inputs: string[], first: string, second: string) =>
  `---\ndescription: Greets\ninputs:\n${inputs.map((name) => `  ${name}:\n    kind: string\n`).join('')}---\nsystem:\n${first}\n\nuser:\n${second} ${inputs.map((name) => `{{${name}}}`).join(' ')}\n`

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
  history = await testHistory(server, team, text(['name'], 'Be kind.', 'Hello'))
  const { main } = history
  await history.commit(main, text(['name'], 'Be kind.', 'Hello'))
  const feature = await history.branch('feature/tone')
  await history.commit(main, text(['name'], 'Be very kind.', 'Hello'))
  await history.commit(feature, text(['name', 'tone'], 'Be kind.', 'Good day'))
})
afterAll(() => server.close())

async function compare(args: string, fields: string) {
  const { compare, errors } = await history.ask(`compare(${args}) { ${fields} }`)
  expect(errors).toBeUndefined()
  return compare
}

describe('a comparison', () => {
  it('is of two commits by any name, with where they parted', async () => {
    const compared = await compare(
      'base: "main", head: "feature/tone"',
      'base { version } head { version content } mergeBase { version } added removed contractChanges { description }',
    )
    expect(compared).toMatchObject({
      base: { version: '1.0.1' },
      head: { version: null, content: text(['name', 'tone'], 'Be kind.', 'Good day') },
      mergeBase: { version: '1.0.0' },
      added: 4,
      removed: 2,
      contractChanges: [{ description: expect.stringContaining('tone') }],
    })
  })

  it('is with the merge base where that is asked for', async () => {
    const compared = await compare(
      'base: "main", head: "feature/tone", sinceMergeBase: true',
      'base { version } mergeBase { version } added removed structure { part kind name breaking }',
    )
    expect(compared).toEqual({
      base: { version: '1.0.0' },
      mergeBase: { version: '1.0.0' },
      added: 3,
      removed: 1,
      structure: [
        { part: 'INPUT', kind: 'ADDED', name: 'tone', breaking: false },
        { part: 'MESSAGE', kind: 'CHANGED', name: 'user 1', breaking: false },
      ],
    })
  })

  it('has a patch of the file named by the key, none for equal texts', async () => {
    const { patch } = await compare('base: "1.0.0", head: "1.0.1"', 'patch')
    const file = `${history.key}.prompty`
    expect(patch).toBe(
      `diff --git a/${file} b/${file}\n--- a/${file}\n+++ b/${file}\n@@ -5,7 +5,7 @@\n     kind: string\n ---\n system:\n-Be kind.\n+Be very kind.\n \n user:\n Hello {{name}}\n`,
    )
    expect(
      await compare('base: "main", head: "main"', 'patch added structure { name } mergeBase { version }'),
    ).toEqual({
      patch: '',
      added: 0,
      structure: [],
      mergeBase: { version: '1.0.1' },
    })
  })

  it('with something unknown is none', async () => {
    expect(await compare('base: "main", head: "7.0.0"', 'added')).toBeNull()
    expect(await compare('base: "feature/none", head: "main", sinceMergeBase: true', 'added')).toBeNull()
  })

  it('costs, since long texts take a while', async () => {
    const many = Array.from({ length: 30 }, (_, n) => `c${n}: compare(base: "main", head: "1.0.0") { patch }`)
    const answer = await team.viewer.query(
      `query ($id: ID!) { node(id: $id) { ... on Prompt { ${many.join('\n')} } } }`,
      { id: history.id },
    )
    expect(answer.errors).toBeUndefined()
    const { cost } = answer.extensions as { cost: { requested: number } }
    expect(cost.requested).toBeGreaterThan(3000)
  })
})
