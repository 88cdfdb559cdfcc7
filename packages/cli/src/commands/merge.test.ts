import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHANGE_TYPES } from '../change-type.ts'
import { commitAnswer } from '../testing/commit-answer.ts'
import { json, ofPrompt, runWith } from '../testing/run-with.ts'

const LIBRARY = ['--library', 'x']

describe('merge', () => {
  const branch = (name: string, changes: object = {}) => ({
    branch: {
      id: name,
      name,
      head: { hash: `head of ${name}` },
      target: null,
      openChangeRequest: null,
      ...changes,
    },
  })
  const request = (state: string) => ({
    target: { name: 'main' },
    openChangeRequest: {
      id: 'r',
      number: 7,
      target: { id: 'main' },
      headCommit: { hash: 'h' },
      mergeability: { state, reasons: state === 'READY' ? [] : ['One approval is missing.'] },
    },
  })
  const from = (changes: object) => [
    ...ofPrompt(branch('feature/x', changes)),
    ...ofPrompt(branch('main')).slice(1),
  ]
  const args = ['merge', 'a-b-c', 'feature/x', ...LIBRARY]

  it('knows the change types of the schema', () => {
    const schema = readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8')
    const [, inside = ''] = /^enum ChangeType \{\n([\s\S]*?)^\}/m.exec(schema) ?? []
    const names = [...inside.matchAll(/^ {2}([A-Z]+)$/gm)].map(([, name]) => name!.toLowerCase())
    expect(CHANGE_TYPES.toSorted()).toEqual(names.toSorted())
  })

  it('merges the open change request when nothing stands in its way', async () => {
    const done = json({ data: { changeRequestMerge: { commit: commitAnswer(3) } } })
    const run = await runWith([...args, '--squash'], [...from(request('READY')), done])
    expect(run.out).toBe('Merged feature/x into main by change request #7, as 1.0.3 (3333333).\n')
    expect(run.asked.at(-1)!.variables.input).toMatchObject({ id: 'r', method: 'SQUASH', expectedHead: 'h' })
  })

  it('says what is missing, and changes nothing', async () => {
    const run = await runWith(args, from(request('BLOCKED')))
    expect(run).toMatchObject({
      code: 1,
      err: 'Change request #7 cannot be merged yet. One approval is missing.\n',
    })
    expect(run.asked.every(({ query }) => query.startsWith('query'))).toBe(true)
  })

  it('merges directly otherwise, and gives the refusal of the server as it is', async () => {
    const directly = from({ target: { name: 'main' } })
    const upToDate = { branchMerge: { outcome: 'UP_TO_DATE', conflicts: 0, commit: null } }
    expect(await runWith(args, [...directly, json({ data: upToDate })])).toMatchObject({
      code: 0,
      out: 'main has everything of feature/x already.\n',
    })
    const refused = { branchMerge: { code: 'CONFLICT', message: 'Open a change request.' } }
    const run = await runWith(args, [...directly, json({ data: refused })])
    expect(run).toMatchObject({ code: 1, err: 'Open a change request.\n' })
    expect(run.asked.at(-1)!.variables.input).toMatchObject({
      branchId: 'main',
      from: 'feature/x',
      expectedHead: 'head of main',
    })
    const conflicts = { branchMerge: { outcome: 'CONFLICTS', conflicts: 2, commit: null } }
    expect(await runWith(args, [...directly, json({ data: conflicts })])).toMatchObject({
      code: 1,
      err: expect.stringContaining('2 places'),
    })
  })

  it('wants a target for what merges into nothing', async () => {
    expect(await runWith(args, ofPrompt(branch('experiment/x')))).toMatchObject({
      code: 2,
      err: expect.stringContaining('--into'),
    })
  })

  it('is not sent again when the answer got lost', async () => {
    const lost = () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ECONNRESET' }) })
    }
    const run = await runWith(args, [...from({ target: { name: 'main' } }), lost])
    expect(run).toMatchObject({
      code: 1,
      slept: 0,
      err: expect.stringContaining('look before you try again'),
    })
  })
})
