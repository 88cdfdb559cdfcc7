import { execFile } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

const PAGE = new URL('../../../../docs/collab-protocol.md', import.meta.url)
const FILE = fileURLToPath(new URL(`./.protocol-page-${process.pid}.mjs`, import.meta.url))

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** Runs the page's program as it stands there. */
function run(key: string, documentId: string) {
  const [, program] = /```js\n([\s\S]*?)```/.exec(readFileSync(PAGE, 'utf8'))!
  writeFileSync(FILE, program!)
  return promisify(execFile)(process.execPath, [FILE], {
    env: { INCIPIT_URL: server.url, INCIPIT_KEY: key, DOCUMENT_ID: documentId },
    timeout: 20_000,
  }).finally(() => rmSync(FILE))
}

test('the program on the protocol page writes a line with an API key and ends when it is stored', async () => {
  const { id, developer, admin } = await server.team()
  const created = await developer.query(
    `mutation ($input: PromptCreateInput!) { promptCreate(input: $input) {
      ... on PromptCreatePayload { prompt { branch(name: "main") { document { id } } } } } }`,
    { input: { libraryId: id, name: 'Greeting', category: 'tasks', content: 'Below.\n' } },
  )
  const documentId = created.data.promptCreate.prompt.branch.document.id
  const live = async () => {
    const answer = await developer.query(
      'query ($id: ID!) { node(id: $id) { ... on LiveDocument { content } } }',
      { id: documentId },
    )
    return answer.data.node.content
  }
  const writer = await server.program(admin, id, 'developer', ['read', 'write'])
  expect((await run(writer.secret, documentId)).stderr).toBe('')
  expect(await live()).toBe('A line from a program.\nBelow.\n')

  const reader = await server.program(admin, id, 'developer', ['read'])
  await expect(run(reader.secret, documentId)).rejects.toThrow('Closed: 4403 read-only')
  expect(await live()).toBe('A line from a program.\nBelow.\n')
})
