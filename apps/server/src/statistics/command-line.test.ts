import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '../testing/mutate.ts'
import { runIncipit } from '../testing/run-incipit.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let directory: string
let secret: string

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team('Command line')
  secret = (await server.program(team.admin, team.id, 'developer', ['read', 'write', 'commit'])).secret
  directory = mkdtempSync(join(tmpdir(), 'incipit-cli-'))
})
afterAll(async () => {
  await server.close()
  rmSync(directory, { recursive: true })
})

function incipit(...args: string[]) {
  const env = { XDG_CONFIG_HOME: directory, INCIPIT_URL: server.url, INCIPIT_API_KEY: secret }
  return runIncipit(args, { env })
}

async function json(...args: string[]) {
  const { code, out, err } = await incipit(...args, '--json')
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

it('creates prompts, commits their texts, and tells of them', async () => {
  const file = join(directory, 'text.prompty')
  writeFileSync(file, 'user:\nSort {{ticket}}.\n')
  const place = ['--category', 'tasks', '--description', 'Sorts tickets.']
  const created = await json(
    'create',
    'Sort tickets',
    ...place,
    '--tags',
    'Support, triage',
    '--content',
    `@${file}`,
  )
  expect(created).toMatchObject({
    key: 'tasks-general-sort-tickets',
    owner: 'engineering-team',
    tags: ['support', 'triage'],
  })
  const { key } = created
  const first = await json('update', key, '--change-type', 'feature', '--description', 'The start')
  expect(first).toMatchObject({ version: '1.0.0', message: 'The start' })
  const change = ['--change-type', 'fix', '--description', 'Kinder']
  const text = ['--content', 'user:\nPlease sort {{ticket}}.\n']
  expect((await json('update', key, ...change, ...text)).version).toBe('1.0.1')
  expect(await incipit('update', key, ...change, ...text)).toMatchObject({
    code: 1,
    err: expect.stringContaining('has this text already, as 1.0.1'),
  })
  const copy = await json('create', 'Copy', ...place, '--template', key)
  const copied = await json('update', copy.key, '--change-type', 'feature', '--description', 'Copied')
  expect(copied.version).toBe('1.0.0')

  const { out } = await incipit('changelog', '--days', '1')
  expect(out).toMatch(/tasks-general-sort-tickets {2}1\.0\.1 {2}Fixed: Kinder +Program/)
  expect((await json('changelog')).map(({ text }: { text: string }) => text)).toEqual([
    'Copied',
    'Kinder',
    'The start',
  ])
  expect(await json('dashboard')).toMatchObject({ promptCount: 2, totalChanges: 3, contributors: 1 })
  const report = await json('taxonomy')
  expect(report.tagGroups[0].tags).toEqual([{ name: 'support', usageCount: 1 }])
  expect((await incipit('taxonomy')).out).toMatch(/^tasks +2 +engineering-team$/m)
})

it('says why a text is not committed', async () => {
  const { key } = await json('create', 'Agent', '--category', 'agents', '--description', 'Answers.')
  const update = (text: string, type: string) =>
    incipit('update', key, '--content', text, '--change-type', type, '--description', 'A change')
  expect((await update('user:\nOne\n', 'feature')).code).toBe(0)
  expect(await update('user:\nTwo\n', 'fix')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/agents.*review|review.*agents/),
  })
  const { data } = await team.admin.query('query ($slug: String!) { library(slug: $slug) { id } }', {
    slug: team.slug,
  })
  await must(team.admin, 'categoryUpdate', {
    libraryId: data.library.id,
    category: 'agents',
    reviewRequired: false,
  })
  expect((await update('user:\nTwo\n', 'fix')).code).toBe(0)
  expect(
    await incipit('create', 'X', '--category', 'tasks', '--description', 'x', '--template', 'none'),
  ).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no template or prompt "none". Templates are blank, classifier'),
  })
})
