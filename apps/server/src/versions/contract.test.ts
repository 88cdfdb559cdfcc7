import { afterAll, beforeAll, expect, it } from 'vitest'
import { runImport, startImport } from '../imports/test-requests.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

const GREETING = `---
inputs:
  name:
    kind: string
    description: Who is greeted
    required: true
  times:
    kind: integer
    default: 1
---
user:
Greet {{name}} {{times}} times.
`

/** The contract of the version that an imported text became. */
async function contractOf(name: string, text: string) {
  const csv = `name,text\n${name},"${text.replaceAll('"', '""')}"`
  await runImport(server, team.developer, await startImport(team.developer, team.id, csv))
  const { data } = await team.viewer.query(
    `query ($slug: String!, $key: String!) { library(slug: $slug) { prompt(key: $key) {
      templateLanguage head { contract { jsonSchema typescript python } } } } }`,
    { slug: team.slug, key: `tasks-general-${name}` },
  )
  return data.library.prompt
}

it('tells programs which inputs a version takes', async () => {
  const { head } = await contractOf('greeting', GREETING)
  const { jsonSchema, typescript, python } = head.contract
  expect(jsonSchema).toMatchObject({
    type: 'object',
    properties: {
      name: { type: 'string', description: 'Who is greeted' },
      times: { type: 'integer', default: 1 },
    },
    required: ['name'],
    additionalProperties: false,
  })
  expect(typescript).toContain('interface TasksGeneralGreetingInputs')
  expect(typescript).toContain('times?: number')
  expect(python).toContain('class TasksGeneralGreetingInputs(TypedDict)')
})

it('is none where the text is kept as it came', async () => {
  const kept = await contractOf('kept', 'Answer with {"name": "{name}"} and nothing else.')
  expect(kept).toEqual({ templateLanguage: 'text', head: { contract: null } })
})
