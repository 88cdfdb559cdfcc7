import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runIncipit } from '../testing/run-incipit.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let directory: string

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team('Command line')
  directory = mkdtempSync(join(tmpdir(), 'incipit-cli-'))
})
afterAll(async () => {
  await server.close()
  rmSync(directory, { recursive: true })
})

const incipit = (args: string[], env: Record<string, string> = {}, input = '') =>
  runIncipit(args, { env: { XDG_CONFIG_HOME: directory, ...env }, input })

test('logs in, tries, imports and repeats', async () => {
  const { secret } = await server.program(team.admin, team.id, 'developer', ['read', 'import'])
  const file = join(directory, 'mine.csv')
  writeFileSync(
    file,
    'title,prompt,labels\nOne,"Act as a pirate.\r\nArr.",a;b\nTwo,"Hello {{name}}",\n,nothing,\n',
  )

  expect(await incipit(['login', server.url], {}, 'wrong key\n')).toMatchObject({ code: 1 })
  const login = await incipit(['login', server.url], {}, `${secret}\n`)
  expect(login).toEqual({
    code: 0,
    out: `Logged in to ${server.url}, library ${team.slug}, as Program.\n`,
    err: '',
  })
  const config = join(directory, 'incipit', 'config.json')
  expect(statSync(config).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(config, 'utf8'))).toEqual({ url: server.url, apiKey: secret })

  const tried = await incipit(['import', file, '--map', 'tags=labels', '--category', 'system', '--dry-run'])
  expect(tried).toMatchObject({ code: 1, err: '' })
  expect(tried.out).toContain(
    'Tried 3 rows against Command line; nothing was changed.\n  2 prompts would be created',
  )
  expect(tried.out).toContain('line 5: The row has no name.')

  const done = await incipit(['import', file, '--map', 'tags=labels', '--category', 'system', '--json'], {
    INCIPIT_URL: server.url,
    INCIPIT_API_KEY: secret,
  })
  expect(JSON.parse(done.out)).toMatchObject({
    file: 'mine.csv',
    library: team.slug,
    state: 'DONE',
    createdCount: 2,
    failedCount: 1,
    crlfReplaced: 1,
  })
  const { data } = await team.viewer.query(
    'query ($slug: String!) { library(slug: $slug) { prompt(key: "system-general-one") { head { content message } tags { name } } } }',
    { slug: team.slug },
  )
  expect(data.library.prompt).toEqual({
    head: { content: 'Act as a pirate.\nArr.', message: 'Imported from mine.csv' },
    tags: [{ name: 'a' }, { name: 'b' }],
  })

  writeFileSync(file, 'title,prompt\nOne,"Act as a pirate.\nArr."\n')
  const again = await incipit(['import', file, '--library', team.slug, '--category', 'system'])
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('1 row skipped: already there') })
})

test('is refused with a sentence', async () => {
  const { secret } = await server.program(team.admin, team.id, 'viewer', ['read'])
  const file = join(directory, 'other.csv')
  writeFileSync(file, 'name,content\nOne,x\n')
  const env = { INCIPIT_URL: server.url, INCIPIT_API_KEY: secret }
  const refused = await incipit(['import', file], env)
  expect(refused).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('may not bring prompts in from a file'),
  })
  writeFileSync(file, Buffer.from([0x61, 0x2c, 0xff]))
  expect(await incipit(['import', file], env)).toMatchObject({
    code: 1,
    err: expect.stringContaining('is not UTF-8'),
  })
})
