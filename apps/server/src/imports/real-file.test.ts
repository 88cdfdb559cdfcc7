import { existsSync, readFileSync } from 'node:fs'
import { contentHash } from '@incipit/version-control'
import { expect, test } from 'vitest'
import { startTestServer } from '../testing/test-server.ts'
import { runImport, startImport } from './test-requests.ts'

// 1,525 real prompts that lie beside the project, not in it: without them this test says so and is skipped.
const FILE = new URL('../../../../../shared/data/prompts.csv', import.meta.url)
const MAPPING = { name: 'act', content: 'prompt' }

/** CSV read in another way than by the server: by one regular expression. */
function records(text: string): string[][] {
  const all: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/g)) {
    all.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'))
    if (end !== ',') all.push([])
  }
  return all.filter((cells) => cells.some((cell) => cell !== ''))
}

test.skipIf(!existsSync(FILE))(
  '1,525 real prompts arrive as they are, and once',
  { timeout: 240_000 },
  async () => {
    const server = await startTestServer()
    const team = await server.team('Real')
    const text = readFileSync(FILE, 'utf8')
    const [, ...rows] = records(text)
    expect(rows).toHaveLength(1525)

    const id = await startImport(team.developer, team.id, text)
    const done = await runImport(server, team.developer, id, { mapping: MAPPING })
    expect(done).toMatchObject({
      state: 'DONE',
      total: 1525,
      processed: 1525,
      createdCount: 1525,
      failedCount: 0,
    })

    const { db } = server.database
    const imported = await db.execute<{ name: string; content: string; hash: string }>(
      `select p.name, b.content, b.hash from prompts p join commits c on c.library_id = p.library_id and c.prompt_id = p.id
       and c.id = p.head_commit_id join blobs b on b.library_id = c.library_id and b.hash = c.content_hash
     where p.library_id = '${team.library.libraryId}'`,
    )
    const pair = (name: string, content: string) => `${name.replace(/\s+/g, ' ').trim()}\n${content}`
    expect(imported.map(({ name, content }) => pair(name, content)).sort()).toEqual(
      rows.map(([name, content]) => pair(name!, content!.replace(/\r\n?/g, '\n'))).sort(),
    )
    expect(imported.every(({ content, hash }) => contentHash(content) === hash)).toBe(true)
    const documents = await server.features.versions.branchesOf(
      team.library.libraryId,
      (await db.execute<{ id: string }>('select id from prompts')).map((row) => row.id),
    )
    const live = await server.features.collaboration.readMany(
      team.library.libraryId,
      documents.map((branch) => branch.documentId),
    )
    expect([...live.values()].map((document) => document.text).sort()).toEqual(
      imported.map(({ content }) => content).sort(),
    )

    const again = await startImport(team.developer, team.id, text)
    const repeated = await runImport(server, team.developer, again, { mapping: MAPPING })
    expect(repeated).toMatchObject({
      state: 'DONE',
      createdCount: 0,
      updatedCount: 0,
      skippedCount: 1525,
      failedCount: 0,
    })
    await server.close()
  },
)
