import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { must, mutate } from '../testing/mutate.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>
let prompt: { id: string; key: string }

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  team = await server.team(`Fields ${crypto.randomUUID()}`)
  const made = await must(
    team.developer,
    'promptCreate',
    { libraryId: team.id, name: 'One', category: 'tasks' },
    'prompt { id key }',
  )
  prompt = made.prompt
})

const define = async (key: string, kind: string, more = {}) =>
  (
    await must(
      team.admin,
      'customFieldCreate',
      { libraryId: team.id, key, label: key.toUpperCase(), kind, ...more },
      'field { id key position }',
    )
  ).field as { id: string; key: string; position: number }

const give = (...customValues: { key: string; value: string | null }[]) =>
  mutate(team.developer, 'promptUpdate', { id: prompt.id, customValues })

async function inLibrary(fields: string, reader = team.viewer) {
  const answer = await reader.query(`query ($id: ID!) { node(id: $id) { ... on Library { ${fields} } } }`, {
    id: team.id,
  })
  if (answer.errors) throw new Error(answer.errors[0]!.message)
  return answer.data.node
}
async function values() {
  const { prompt: found } = await inLibrary(
    `prompt(key: "${prompt.key}") { customValues { field { key } value } }`,
  )
  return found.customValues.map(({ field, value }: { field: { key: string }; value: string }) => [
    field.key,
    value,
  ])
}
const keys = async () =>
  (await inLibrary('customFields { key }')).customFields.map(({ key }: { key: string }) => key)

describe('values', () => {
  it('of every kind are kept as what they are, and told as text in the order of the fields', async () => {
    await define('note', 'TEXT')
    await define('risk', 'NUMBER')
    await define('isPublic', 'BOOLEAN')
    await define('review-by', 'DATE')
    await define('tier', 'SELECT', { options: ['gold', 'silver'] })
    await define('ticket', 'URL')
    expect(
      (
        await give(
          { key: 'ticket', value: 'https://example.org/1' },
          { key: 'note', value: 'Two\nlines' },
          { key: 'risk', value: '2.50' },
          { key: 'isPublic', value: 'false' },
          { key: 'review-by', value: '2026-12-31' },
          { key: 'tier', value: 'gold' },
        )
      ).__typename,
    ).toBe('PromptUpdatePayload')
    expect(await values()).toEqual([
      ['note', 'Two\nlines'],
      ['risk', '2.5'],
      ['isPublic', 'false'],
      ['review-by', '2026-12-31'],
      ['tier', 'gold'],
      ['ticket', 'https://example.org/1'],
    ])
    const { prompt: found } = await inLibrary(`prompt(key: "${prompt.key}") { metadataYaml }`)
    expect(found.metadataYaml).toContain(
      'custom:\n  note: |-\n    Two\n    lines\n  risk: 2.5\n  isPublic: false\n  review-by: "2026-12-31"\n  tier: gold\n',
    )
  })

  it('that do not fit are refused, each with what would be right, and nothing is changed', async () => {
    await define('risk', 'NUMBER')
    await define('tier', 'SELECT', { options: ['gold', 'silver'] })
    const answer = await team.developer.query(
      `mutation ($input: PromptUpdateInput!) { promptUpdate(input: $input) { ... on ValidationError { issues { path message } } } }`,
      {
        input: {
          id: prompt.id,
          name: 'Renamed',
          customValues: [
            { key: 'risk', value: 'high' },
            { key: 'tier', value: 'bronze' },
            { key: 'mood', value: 'good' },
          ],
        },
      },
    )
    expect(answer.data.promptUpdate.issues).toEqual([
      { path: 'customValues.0.value', message: expect.stringContaining('is a number') },
      { path: 'customValues.1.value', message: expect.stringContaining('one of gold, silver') },
      { path: 'customValues.2.key', message: expect.stringContaining('There are: risk, tier') },
    ])
    const { prompt: found } = await inLibrary(`prompt(key: "${prompt.key}") { name }`)
    expect(found.name).toBe('One')
  })

  it('are taken away by null, and those not given stay', async () => {
    await define('a', 'TEXT')
    await define('b', 'TEXT')
    await give({ key: 'a', value: 'x' }, { key: 'b', value: 'y' })
    await give({ key: 'a', value: null })
    expect(await values()).toEqual([
      ['a', null],
      ['b', 'y'],
    ])
  })

  it('that are required are asked of whoever gives values, and of nobody else', async () => {
    await define('owner-mail', 'TEXT', { required: true })
    await define('note', 'TEXT')
    expect((await mutate(team.developer, 'promptUpdate', { id: prompt.id, tags: ['x'] })).__typename).toBe(
      'PromptUpdatePayload',
    )
    expect(await give({ key: 'note', value: 'x' })).toMatchObject({
      __typename: 'ValidationError',
      message: 'OWNER-MAIL is required. Give it a value.',
    })
    await give({ key: 'note', value: 'x' }, { key: 'owner-mail', value: 'y' })
    expect((await give({ key: 'owner-mail', value: null })).__typename).toBe('ValidationError')
    expect((await give({ key: 'note', value: 'z' })).__typename).toBe('PromptUpdatePayload')
  })

  it('that change stand in the audit log by their keys, and in the hash of the prompt', async () => {
    await define('risk', 'NUMBER')
    await give({ key: 'risk', value: '1' })
    await give({ key: 'risk', value: '2' })
    const { auditEntries } = await inLibrary(
      'auditEntries(filter: { action: "prompt.update" }, first: 2) { edges { node { details beforeHash afterHash } } }',
      team.admin,
    )
    const [second, first] = auditEntries.edges.map(({ node }: { node: object }) => node)
    expect(second.details.customValues).toEqual([{ field: 'risk', before: 1, after: 2 }])
    expect(second.beforeHash).toBe(first.afterHash)
    expect(second.afterHash).not.toBe(second.beforeHash)
  })
})

describe('fields', () => {
  it('have keys of their own, and never one that means something to programs', async () => {
    await define('risk', 'NUMBER')
    const create = (key: string, kind = 'TEXT', more = {}) =>
      mutate(team.admin, 'customFieldCreate', { libraryId: team.id, key, label: 'X', kind, ...more })
    expect((await create('risk')).__typename).toBe('ConflictError')
    for (const key of ['__proto__', 'constructor', 'Not A Key', ''])
      expect((await create(key)).__typename).toBe('ValidationError')
    expect((await create('tier', 'SELECT')).message).toContain('needs options')
    expect((await create('tier', 'TEXT', { options: ['a'] })).message).toContain('Only a select')
    expect((await create('tier', 'SELECT', { options: ['a', 'a'] })).__typename).toBe('ValidationError')
    const many = Array.from({ length: 51 }, (_, n) => `o${n}`)
    expect((await create('tier', 'SELECT', { options: many })).__typename).toBe('ValidationError')
  })

  it('are thirty at most', async () => {
    for (let n = 0; n < 30; n++) await define(`f${n}`, 'TEXT')
    const input = { libraryId: team.id, key: 'more', label: 'More', kind: 'TEXT' }
    expect((await mutate(team.admin, 'customFieldCreate', input)).message).toContain('at most 30')
  })

  it('that are removed leave their values hidden, and a new one of that key begins without', async () => {
    const { id } = await define('risk', 'NUMBER')
    await give({ key: 'risk', value: '3' })
    await must(team.admin, 'customFieldRemove', { id })
    expect([await keys(), await values()]).toEqual([[], []])
    expect((await give({ key: 'risk', value: '4' })).__typename).toBe('ValidationError')
    const [row] = await server.database.db.execute(
      `select custom_values from prompts where library_id = '${team.library.libraryId}'`,
    )
    expect(Object.values((row as { custom_values: object }).custom_values)).toEqual([3])
    await define('risk', 'TEXT')
    expect(await values()).toEqual([['risk', null]])
    expect((await mutate(team.admin, 'customFieldUpdate', { id, label: 'X' })).__typename).toBe(
      'NotFoundError',
    )
  })

  it('change everything but what prompts rely on', async () => {
    const { id } = await define('tier', 'SELECT', { options: ['gold', 'silver'] })
    const update = (input: object) => mutate(team.admin, 'customFieldUpdate', { id, ...input })
    await must(team.admin, 'customFieldUpdate', { id, kind: 'NUMBER' })
    await must(team.admin, 'customFieldUpdate', { id, kind: 'SELECT', options: ['gold', 'silver'] })
    await give({ key: 'tier', value: 'gold' })
    expect(await update({ kind: 'TEXT' })).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('1 prompt has a value in TIER'),
    })
    expect((await update({ options: ['silver'] })).message).toContain('options you took away: gold')
    await must(team.admin, 'customFieldUpdate', {
      id,
      options: ['bronze', 'gold'],
      key: 'level',
      label: 'Level',
    })
    expect(await values()).toEqual([['level', 'gold']])
  })

  it('are moved among the others', async () => {
    const made = [await define('a', 'TEXT'), await define('b', 'TEXT'), await define('c', 'TEXT')]
    await must(team.admin, 'customFieldMove', { id: made[2]!.id, position: 0 })
    expect(await keys()).toEqual(['c', 'a', 'b'])
    const outside = { id: made[0]!.id, position: 3 }
    expect((await mutate(team.admin, 'customFieldMove', outside)).message).toContain('from 0 to 2')
    await define('d', 'TEXT')
    expect(await keys()).toEqual(['c', 'a', 'b', 'd'])
  })
})
