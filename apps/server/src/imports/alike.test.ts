import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_COMPARED } from '../catalogue/index.ts'
import { must } from '../testing/mutate.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { runImport, startImport } from './test-requests.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const TRIAGE =
  'You are a careful support agent. Read the ticket, decide how urgent it is, and answer with one word and the reason for it in a short sentence.'
const FRENCH =
  'Translate the text into French, keep names and numbers, and do not change the tone of it at all.'

const csv = (...rows: [name: string, text: string][]) =>
  ['name,text', ...rows.map(([name, text]) => `"${name}","${text}"`)].join('\n')

/** A library that holds the first text. */
async function libraryWithTriage(name: string) {
  team = await server.team(name)
  const { prompt } = await must(
    team.developer,
    'promptCreate',
    { libraryId: team.id, name: 'Triage', category: 'agents', content: TRIAGE },
    'prompt { key }',
  )
  return prompt.key as string
}

const isNearly = (similarity: number) => similarity >= 0.7 && similarity < 1

const ALIKE = 'alikeCount alikeRows { row line name alike { key similarity } }'

async function alikeOf(id: string) {
  const { data } = await team.developer.query(
    `query ($id: ID!) { node(id: $id) { ... on Import { ${ALIKE} } } }`,
    { id },
  )
  return data.node
}

describe('rows that are nearly what is there', () => {
  const rows = csv(
    ['Copy', TRIAGE.toUpperCase()],
    ['Variant', `${TRIAGE} Be polite.`],
    ['French', FRENCH],
    ['French again', `${FRENCH} Really.`],
    ['Short', 'Hello there'],
  )

  it('are shown in the preview, beside prompts of the library and earlier rows', async () => {
    const key = await libraryWithTriage('Preview')
    const id = await startImport(team.developer, team.id, rows)
    const { data } = await team.developer.query(
      'query ($id: ID!) { node(id: $id) { ... on Import { preview { rows { name alike { key similarity } } } } } }',
      { id },
    )
    expect(data.node.preview.rows).toEqual([
      { name: 'Copy', alike: { key, similarity: 1 } },
      { name: 'Variant', alike: { key, similarity: expect.toSatisfy(isNearly) } },
      { name: 'French', alike: null },
      {
        name: 'French again',
        alike: { key: 'tasks-general-french', similarity: expect.toSatisfy(isNearly) },
      },
      { name: 'Short', alike: null },
    ])
  })

  it('are counted in a trial and in the import alike, and imported all the same', async () => {
    await libraryWithTriage('Count')
    const id = await startImport(team.developer, team.id, rows)
    await runImport(server, team.developer, id, { dryRun: true })
    const trial = await alikeOf(id)
    expect(trial.alikeRows.map(({ row, name }: { row: number; name: string }) => [row, name])).toEqual([
      [1, 'Copy'],
      [2, 'Variant'],
      [4, 'French again'],
    ])
    expect(trial.alikeCount).toBe(3)
    expect(await runImport(server, team.developer, id)).toMatchObject({ createdCount: 5, failedCount: 0 })
    expect(await alikeOf(id)).toEqual(trial)
  })

  it('are none where a file comes again', async () => {
    await libraryWithTriage('Again')
    await runImport(server, team.developer, await startImport(team.developer, team.id, rows))
    const again = await startImport(team.developer, team.id, rows)
    expect(await runImport(server, team.developer, again)).toMatchObject({ skippedCount: 5 })
    expect(await alikeOf(again)).toEqual({ alikeCount: 0, alikeRows: [] })
  })

  it('are told apart among hundreds made by one pattern', async () => {
    await libraryWithTriage('Pattern')
    const made = Array.from({ length: MOST_COMPARED * 3 }, (_, n): [string, string] => [
      `Reader ${n}`,
      `${TRIAGE} Answer reader number ${n}.`,
    ])
    const [name, last] = made.at(-1)!
    const copies = csv(...made, ['Copy of the last', last.toUpperCase()])
    const inFile = await startImport(team.developer, team.id, copies)
    await runImport(server, team.developer, inFile, { dryRun: true })
    expect((await alikeOf(inFile)).alikeCount).toBe(made.length + 1)

    await runImport(server, team.developer, await startImport(team.developer, team.id, csv(...made)))
    const id = await startImport(team.developer, team.id, csv(['Copy', last.toUpperCase()]))
    await runImport(server, team.developer, id, { dryRun: true })
    const { alikeRows } = await alikeOf(id)
    expect(alikeRows).toMatchObject([{ name: 'Copy', alike: { similarity: 1 } }])
    const { data } = await team.developer.query(
      `query ($slug: String!, $key: String!) { library(slug: $slug) { prompt(key: $key) { name } } }`,
      { slug: team.slug, key: alikeRows[0].alike.key },
    )
    expect(data.library.prompt.name).toBe(name)
  })
})

it('has the planner look at tables again that many rows came into', async () => {
  team = await server.team('Statistics')
  const many = Array.from({ length: 600 }, (_, n): [string, string] => [`Row ${n}`, `Text ${n}`])
  await runImport(server, team.developer, await startImport(team.developer, team.id, csv(...many)))
  const [found] = await server.database.db.execute<{ rows: number }>(
    sql`select reltuples::int as rows from pg_class where relname = 'prompts'`,
  )
  expect(found!.rows).toBeGreaterThanOrEqual(500)
})
