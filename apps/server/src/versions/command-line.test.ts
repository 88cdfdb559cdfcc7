import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { runIncipit } from '../testing/run-incipit.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { type TestBranch, type TestHistory, testHistory } from './test-history.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let history: TestHistory
let feature: TestBranch
let writer: string
let directory: string

const text = (...lines: string[]) => `user:\n${lines.join('\n\n\n')}\n`

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team('Command line')
  writer = (await server.program(team.admin, team.id, 'developer', ['read', 'write', 'commit'])).secret
  directory = mkdtempSync(join(tmpdir(), 'incipit-cli-'))
})
afterAll(async () => {
  await server.close()
  rmSync(directory, { recursive: true })
})
beforeEach(async () => {
  history = await testHistory(server, team, text('One', 'Two'))
  await history.commit(history.main, text('One', 'Two'), { message: 'Start' })
  await history.commit(history.main, text('One', 'Two, better'), { message: 'Better\n\nAt length.' })
  feature = await history.branch('feature/tone')
  await history.commit(feature, text('One, kinder', 'Two, better'), { message: 'Kinder', by: team.admin })
})

const incipit = (command: string, ...args: string[]) => run(writer, command, ...args)

function run(key: string, command: string, ...args: string[]) {
  const env = { XDG_CONFIG_HOME: directory, INCIPIT_URL: server.url, INCIPIT_API_KEY: key }
  return runIncipit([command, history.key, ...args], { env })
}

async function json(command: string, ...args: string[]) {
  const { code, out, err } = await incipit(command, ...args, '--json')
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

it('lists commits and branches', async () => {
  const log = await incipit('log')
  expect(log).toMatchObject({ code: 0, err: '' })
  expect(log.out.split('\n')).toEqual([
    expect.stringMatching(/^[0-9a-f]{7} {2}1\.0\.1 {2}\d{4}-\d\d-\d\d {2}fix {2}Person \d+ {2}Better$/),
    expect.stringMatching(/^[0-9a-f]{7} {2}1\.0\.0 .* {2}Start$/),
    '',
  ])
  const all = await json('log', '--all', '-n', '2')
  expect(all.map((commit: { message: string }) => commit.message)).toEqual(['Kinder', 'Better\n\nAt length.'])
  const { out } = await incipit('branch')
  expect(out.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    ['main', '1.0.1', 'Better'],
    ['feature/tone', feature.head!.slice(0, 7), '+1 -0', 'Kinder'],
    [''],
  ])
})

it('compares and blames', async () => {
  expect((await incipit('diff', '1.0.0..feature/tone', '--stat')).out).toBe(
    `1.0.0..${feature.head!.slice(0, 7)}  +2 -2\n`,
  )
  expect((await incipit('diff', 'main...feature/tone', '--structure')).out).toMatch(/^~ .*user/)
  const blame = await incipit('blame', 'feature/tone')
  expect(blame.out.split('\n').slice(0, 3)).toEqual([
    expect.stringMatching(/1\.0\.0 .* 1\| user:$/),
    expect.stringMatching(/ - .* 2\| One, kinder$/),
    expect.stringMatching(/1\.0\.0 .* 3\| $/),
  ])
  const words = await json('blame', '--words')
  expect(words.map(({ text }: { text: string }) => text).join('')).toBe(text('One', 'Two, better'))
})

it.skipIf(spawnSync('git', ['--version']).status !== 0)('writes patches that git applies', async () => {
  const { out } = await incipit('diff', '1.0.0..feature/tone')
  const file = join(directory, `${history.key}.prompty`)
  writeFileSync(file, text('One', 'Two'))
  execFileSync('git', ['apply', '-'], { cwd: directory, input: out })
  expect(readFileSync(file, 'utf8')).toBe(text('One, kinder', 'Two, better'))
})

it('opens, renames and deletes branches', async () => {
  expect((await incipit('branch', 'hotfix/now', '--from', '1.0.0')).out).toBe('Opened hotfix/now at 1.0.0.\n')
  expect((await incipit('branch', 'hotfix/now', '--rename', 'hotfix/later')).out).toBe(
    'hotfix/now is hotfix/later now.\n',
  )
  expect((await incipit('branch', 'hotfix/later', '--delete')).out).toBe('Deleted hotfix/later.\n')
  expect(await incipit('branch', 'hotfix/later', '--delete')).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no branch "hotfix/later"'),
  })
  expect(await incipit('branch', 'mine')).toMatchObject({ code: 1, err: expect.stringContaining('feature/') })
})

it('merges what may be merged, and says what to do otherwise', async () => {
  const trial = await history.branch('feature/trial')
  await history.commit(trial, text('One', 'Two, best'))
  expect((await incipit('merge', 'feature/tone', '--into', 'feature/trial')).out).toMatch(
    /^Merged feature\/tone into feature\/trial, as [0-9a-f]{7} \([0-9a-f]{7}\)\.\n$/,
  )
  expect(await incipit('merge', 'feature/tone', '--into', 'feature/trial')).toMatchObject({
    code: 0,
    out: 'feature/trial has everything of feature/tone already.\n',
  })
  const refused = await incipit('merge', 'feature/tone')
  expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/change request/i) })
})

it('merges the open change request once it is approved', async () => {
  const created = await team.developer.query(
    'mutation ($id: ID!) { changeRequestCreate(input: { sourceBranchId: $id, title: "Kinder" }) { ... on ChangeRequestCreatePayload { changeRequest { id headCommit { hash } } } ... on Error { message } } }',
    { id: feature.id },
  )
  const { changeRequest } = created.data.changeRequestCreate
  const early = await incipit('merge', 'feature/tone')
  expect(early).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^Change request #\d+ cannot be merged yet\. /),
  })
  await team.reviewer.query(
    'mutation ($input: ChangeRequestReviewInput!) { changeRequestReview(input: $input) { __typename } }',
    { input: { id: changeRequest.id, verdict: 'APPROVE', headCommit: changeRequest.headCommit.hash } },
  )
  const merged = await json(
    'merge',
    'feature/tone',
    '--message',
    'Kinder at last',
    '--change-type',
    'feature',
  )
  expect(merged).toMatchObject({
    outcome: 'MERGED',
    changeRequest: expect.any(Number),
    commit: { version: '1.1.0', message: expect.stringContaining('Kinder at last') },
  })
  expect((await incipit('log', '--first-parent')).out.split('\n')[0]).toContain('(merge)')
})

it('says how many places conflict, and merges nothing', async () => {
  const other = await history.branch('feature/other', '1.0.1')
  await history.commit(other, text('Something else entirely here', 'Two, better'))
  expect(await incipit('merge', 'feature/tone', '--into', 'feature/other')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/changed the same place differently/),
  })
})

it('tags and rolls back', async () => {
  expect((await incipit('tag', 'launch', '1.0.0', '--note', 'Spring')).out).toBe('launch names 1.0.0.\n')
  expect((await incipit('tag', 'launch', '1.0.0')).code).toBe(0)
  expect(await incipit('tag', 'launch', 'main')).toMatchObject({
    code: 1,
    err: expect.stringContaining('launch names 1.0.0 already'),
  })
  expect(await json('tag')).toMatchObject([{ name: 'launch', note: 'Spring', version: '1.0.0' }])
  expect((await incipit('rollback', 'launch', '--reason', 'Worse answers')).out).toMatch(
    /is back to launch, as 1\.0\.2 \([0-9a-f]{7}\)\.\n$/,
  )
  const [newest] = await json('log', '-n', '1')
  expect(newest).toMatchObject({ changeType: 'ROLLBACK', message: expect.stringContaining('Worse answers') })
  const { commit } = await history.ask('commit(ref: "main") { content }')
  expect(commit.content).toBe(text('One', 'Two'))
})

it('is refused with a sentence', async () => {
  const reader = (await server.program(team.admin, team.id, 'viewer', ['read'])).secret
  expect((await run(reader, 'log')).code).toBe(0)
  for (const args of [
    ['branch', 'feature/mine'],
    ['tag', 'mine'],
    ['rollback', '1.0.0', '--reason', 'x'],
    ['merge', 'main', '--into', 'feature/tone'],
  ] as const) {
    const [command, ...rest] = args
    const refused = await run(reader, command, ...rest)
    expect([command, refused.code, refused.out]).toEqual([command, 1, ''])
    expect(refused.err).toContain('may not')
  }
  expect(await incipit('merge', 'feature/tone', '--change-type', 'huge')).toMatchObject({
    code: 2,
    err: expect.stringContaining('huge'),
  })
  const env = { XDG_CONFIG_HOME: directory, INCIPIT_URL: server.url, INCIPIT_API_KEY: writer }
  expect(await runIncipit(['log', 'no-such-prompt'], { env })).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no prompt "no-such-prompt"'),
  })
})
