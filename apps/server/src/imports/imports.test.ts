import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { userActor } from '../accounts/index.ts'
import { createCaller } from '../libraries/index.ts'
import { newId } from '../platform/ids.ts'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'
import { createImportStore } from './store.ts'
import { beginRun, cancel, outcome, runImport, startImport, upload, whenProcessed } from './test-requests.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** A library of its own for each test, so that none sees another's prompts. */
async function fresh(name: string) {
  team = await server.team(name)
  return team
}

const csv = (...rows: string[][]) =>
  [['name', 'text'], ...rows]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n')

async function prompts(visitor: Visitor = team.developer) {
  const { data } = await visitor.query(
    `query ($slug: String!) { library(slug: $slug) { prompts(first: 100, orderBy: { field: KEY, direction: ASC }) { edges { node {
      key name description version templateLanguage head { content message authors { name } } branch(name: "main") { id document { id content uncommitted { changed } } }
    } } } } }`,
    { slug: team.slug },
  )
  return data.library.prompts.edges.map((edge: { node: unknown }) => edge.node)
}

/** A person as use cases know them. */
async function callerOf({ userId }: { userId: string }) {
  const [user] = await server.features.accounts.findUsers(server.database.db, [userId])
  return createCaller(userActor(user!, newId()), server.features.libraries.findLevel)
}

function keyOf(id: string) {
  const [libraryId, importId] = Buffer.from(id, 'base64url').toString().split(':')[1]!.split('.')
  return { libraryId: libraryId!, id: importId! }
}

/** An import as a server leaves it behind that was killed a minute ago. */
async function pretendItRuns(id: string) {
  const touchedAt = new Date(Date.now() - 60_000)
  await createImportStore(server.database.db).move(server.database.db, keyOf(id), ['uploading'], {
    state: 'running',
    touchedAt,
  })
}

async function auditActions() {
  const { data } = await team.admin.query(
    `query ($slug: String!) { library(slug: $slug) { auditVerification { ok } auditEntries(first: 100) { edges { node { action } } } } }`,
    { slug: team.slug },
  )
  expect(data.library.auditVerification.ok).toBe(true)
  return data.library.auditEntries.edges
    .map((edge: { node: { action: string } }) => edge.node.action)
    .reverse()
}

describe('an upload', () => {
  it('takes pieces in order, each once: a repetition changes nothing, a gap or a difference is refused', async () => {
    await fresh('Upload')
    const text = csv(['A', 'one'], ['B', 'two'])
    const first = await upload(team.developer, team.id, { chunk: text.slice(0, 10) })
    const importId = first.import.id
    const again = await upload(team.developer, team.id, { importId, offset: 0, chunk: text.slice(0, 10) })
    expect(again.import.size).toBe(10)
    expect((await upload(team.developer, team.id, { importId, offset: 12, chunk: 'x' })).message).toContain(
      '10 characters of the file have arrived',
    )
    expect(
      (await upload(team.developer, team.id, { importId, offset: 0, chunk: 'something' })).__typename,
    ).toBe('ConflictError')
    const rest = { importId, offset: 10, chunk: text.slice(10), last: true }
    expect((await upload(team.developer, team.id, rest)).import).toMatchObject({
      size: text.length,
      total: 2,
      columns: ['name', 'text'],
    })
    expect((await upload(team.developer, team.id, rest)).import.total).toBe(2)
    expect(
      (await upload(team.developer, team.id, { importId, offset: text.length, chunk: 'more', last: true }))
        .__typename,
    ).toBe('ConflictError')
  })

  it('may part the halves of a character pair', async () => {
    await fresh('Pair')
    const text = csv(['A', 'one 😀 two'])
    const cut = text.indexOf('😀') + 1
    const { import: begun } = await upload(team.developer, team.id, { chunk: text.slice(0, cut) })
    await upload(team.developer, team.id, {
      importId: begun.id,
      offset: cut,
      chunk: text.slice(cut),
      last: true,
    })
    await runImport(server, team.developer, begun.id)
    expect((await prompts())[0].head.content).toBe('one 😀 two')
  })

  it('refuses a piece that is too long, a file that is no CSV, and a fourth file at once', async () => {
    await fresh('Refuse')
    expect((await upload(team.developer, team.id, { chunk: 'x'.repeat(400_001) })).message).toContain(
      'at most 400,000',
    )
    const bad = await upload(team.developer, team.id, { chunk: 'name,text\na,"b\nc', last: true })
    expect(bad).toMatchObject({ __typename: 'ValidationError', issues: [{ path: 'chunk' }] })
    expect(bad.message).toContain('begins in line 2')
    expect((await upload(team.developer, team.id, { chunk: 'name,text\n', last: true })).message).toContain(
      'no rows',
    )
    for (const chunk of ['a', 'b', 'c']) await upload(team.developer, team.id, { chunk })
    expect((await upload(team.developer, team.id, { chunk: 'd' })).message).toContain(
      'You have 3 imports open',
    )
    expect((await upload(team.admin, team.id, { chunk: 'd' })).__typename).toBe('ImportUploadPayload')
  })
})

describe('a run', () => {
  it('creates prompts with their first version, and a repetition creates nothing', async () => {
    await fresh('Create')
    const text = csv(
      ['Alpha', 'Hello {{name}}'],
      ['Beta', 'Act as a pirate.\r\nArr.'],
      ['Alpha', 'Another one'],
    )
    const id = await startImport(team.developer, team.id, text)
    expect(await runImport(server, team.developer, id)).toMatchObject({
      state: 'DONE',
      processed: 3,
      createdCount: 3,
      skippedCount: 0,
      failedCount: 0,
      crlfReplaced: 1,
    })
    const created = await prompts()
    expect(
      created.map(
        ({
          key,
          version,
          templateLanguage,
          head,
        }: {
          key: string
          version: string
          templateLanguage: string
          head: { content: string; message: string }
        }) => [key, version, templateLanguage, head.content, head.message],
      ),
    ).toEqual([
      ['agents-general-beta', '1.0.0', 'text', 'Act as a pirate.\nArr.', 'Imported from test.csv'],
      ['tasks-general-alpha', '1.0.0', 'mustache', 'Hello {{name}}', 'Imported from test.csv'],
      ['tasks-general-alpha-2', '1.0.0', 'text', 'Another one', 'Imported from test.csv'],
    ])
    expect(
      created.every(
        (prompt: { branch: { document: { uncommitted: { changed: boolean } } } }) =>
          !prompt.branch.document.uncommitted.changed,
      ),
    ).toBe(true)
    const before = await auditActions()
    expect(
      before.filter((action: string) => action.startsWith('prompt') || action.startsWith('import')),
    ).toEqual(['import.start', 'prompt.create', 'prompt.create', 'prompt.create', 'import.finish'])
    const again = await startImport(team.developer, team.id, text)
    expect(await runImport(server, team.developer, again)).toMatchObject({
      createdCount: 0,
      updatedCount: 0,
      skippedCount: 3,
    })
    expect(await prompts()).toEqual(created)
  })

  it('makes a new version of other content, unless somebody has uncommitted changes', async () => {
    await fresh('Update')
    await runImport(
      server,
      team.developer,
      await startImport(team.developer, team.id, csv(['One', 'first'], ['Two', 'first'])),
    )
    const [, two] = await prompts()
    const libraryId = team.library.libraryId
    const documents = await server.features.versions.branchesOf(
      libraryId,
      (await server.features.prompts.findByKeys(server.database.db, libraryId, [two.key])).map(
        ({ id }) => id,
      ),
    )
    await server.features.collaboration.edit(
      libraryId,
      documents[0]!.documentId,
      'in the middle of something',
      { id: team.admin.userId },
    )
    const id = await startImport(team.developer, team.id, csv(['One', 'second'], ['Two', 'second']))
    const done = await runImport(server, team.developer, id)
    expect(done).toMatchObject({ state: 'DONE', updatedCount: 1, failedCount: 1, processed: 2 })
    expect(done.rowErrors).toEqual([
      {
        row: 2,
        line: 3,
        name: 'Two',
        message: expect.stringContaining('tasks-general-two has uncommitted changes'),
      },
    ])
    const [after, untouched] = await prompts()
    expect(after).toMatchObject({
      version: '1.0.1',
      head: { content: 'second' },
      branch: { document: { content: 'second', uncommitted: { changed: false } } },
    })
    expect(untouched).toMatchObject({
      version: '1.0.0',
      head: { content: 'first' },
      branch: { document: { content: 'in the middle of something' } },
    })
    // What a prompt once held is not put back by an old file.
    const old = await startImport(team.developer, team.id, csv(['One', 'first']))
    expect(await runImport(server, team.developer, old)).toMatchObject({ skippedCount: 1, updatedCount: 0 })
    expect(await auditActions()).toContain('commit.create')
  })

  it('finishes a row whose live text was brought up before the server stopped', async () => {
    await fresh('Resume')
    await runImport(server, team.developer, await startImport(team.developer, team.id, csv(['One', 'first'])))
    const libraryId = team.library.libraryId
    const [prompt] = await server.features.prompts.findByKeys(server.database.db, libraryId, [
      'tasks-general-one',
    ])
    const [branch] = await server.features.versions.branchesOf(libraryId, [prompt!.id])
    await server.features.collaboration.edit(libraryId, branch!.documentId, 'second', {
      id: team.developer.userId,
    })
    const id = await startImport(team.developer, team.id, csv(['One', 'second']))
    expect(await runImport(server, team.developer, id)).toMatchObject({ updatedCount: 1, failedCount: 0 })
  })

  it('counts in a dry run and writes nothing; the same file can then be run', async () => {
    await fresh('Dry')
    await runImport(server, team.developer, await startImport(team.developer, team.id, csv(['A', 'old'])))
    const before = await auditActions()
    const id = await startImport(team.developer, team.id, csv(['A', 'new'], ['B', 'x'], ['', 'y']))
    expect(await runImport(server, team.developer, id, { dryRun: true })).toMatchObject({
      state: 'DONE',
      dryRun: true,
      createdCount: 1,
      updatedCount: 1,
      failedCount: 1,
      processed: 3,
    })
    expect((await prompts()).map(({ head }: { head: { content: string } }) => head.content)).toEqual(['old'])
    expect(await auditActions()).toEqual(before)
    expect(await runImport(server, team.developer, id)).toMatchObject({
      createdCount: 1,
      updatedCount: 1,
      failedCount: 1,
      processed: 3,
    })
  })

  it('goes on past rows that cannot be imported; the list of them is bounded, the count is not', async () => {
    await fresh('Errors')
    const rows = Array.from({ length: 230 }, () => ['', 'x'])
    const id = await startImport(
      team.developer,
      team.id,
      `${csv(['A', 'good'], ...rows, ['NUL', 'a\0b'], ['B', 'good'])}\nragged`,
    )
    const done = await runImport(server, team.developer, id)
    expect(done).toMatchObject({
      state: 'DONE',
      createdCount: 2,
      failedCount: 232,
      processed: 234,
      total: 234,
    })
    expect(done.rowErrors).toHaveLength(200)
    expect(done.rowErrors[0]).toEqual({ row: 2, line: 3, name: null, message: 'The row has no name.' })
  })

  it('needs columns that are there, and cannot run twice at once', async () => {
    await fresh('Mapping')
    const id = await startImport(team.developer, team.id, csv(['A', 'x']))
    const wrong = await beginRun(team.developer, id, { mapping: { name: 'title', content: 'text' } })
    expect(wrong).toMatchObject({ __typename: 'ValidationError', issues: [{ path: 'mapping.name' }] })
    await runImport(server, team.developer, id)
    expect(await beginRun(team.developer, id)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('Upload the file again'),
    })
  })

  it('takes a fixed number of statements for a batch of new rows', async () => {
    await fresh('Statements')
    const count = async (prefix: string, rows: number) => {
      const table = Array.from({ length: rows }, (_, n) => [`${prefix} ${n}`, `text ${prefix} ${n}`])
      const id = await startImport(team.developer, team.id, csv(...table))
      const before = server.database.statementCount()
      await server.features.imports.run(await callerOf(team.developer), keyOf(id), {
        mapping: { name: 'name', content: 'text' },
        dryRun: false,
      })
      await server.features.imports.idle()
      return server.database.statementCount() - before
    }
    const few = await count('few', 3)
    expect(await count('many', 50)).toBe(few)
  })
})

describe('an import', () => {
  it('shows what rows would become', async () => {
    await fresh('Preview')
    const id = await startImport(
      team.developer,
      team.id,
      'act,prompt,labels\nA,Act as a pirate,x;y\n,b,\nA,c,',
    )
    const query =
      'query ($id: ID!, $mapping: ImportMappingInput) { node(id: $id) { ... on Import { suggestedMapping { name content } preview(mapping: $mapping) { total rows { line name key category tags problem content } } } } }'
    const { data } = await team.developer.query(query, { id })
    expect(data.node.suggestedMapping).toEqual({ name: 'act', content: 'prompt' })
    const mapped = await team.developer.query(query, {
      id,
      mapping: { name: 'act', content: 'prompt', tags: 'labels', defaultCategory: 'system' },
    })
    expect(mapped.data.node.preview).toEqual({
      total: 3,
      rows: [
        {
          line: 2,
          name: 'A',
          key: 'system-general-a',
          category: 'system',
          tags: ['x', 'y'],
          problem: null,
          content: 'Act as a pirate',
        },
        { line: 3, name: '', key: '', category: '', tags: [], problem: 'The row has no name.', content: 'b' },
        {
          line: 4,
          name: 'A',
          key: 'system-general-a-2',
          category: 'system',
          tags: [],
          problem: null,
          content: 'c',
        },
      ],
    })
  })

  it('is for developers and admins; others’ are as good as missing, but admins see all', async () => {
    await fresh('Access')
    const text = csv(['A', 'x'])
    for (const visitor of [team.reviewer, team.viewer]) {
      expect((await upload(visitor, team.id, { chunk: text, last: true })).__typename).toBe('ForbiddenError')
    }
    expect((await upload(team.stranger, team.id, { chunk: text, last: true })).__typename).toBe(
      'NotFoundError',
    )
    const id = await startImport(team.developer, team.id, text)
    const other = await server.person('developer', team.library.libraryId)
    const missing = Buffer.from(
      `Import:${team.library.libraryId}.00000000-0000-7000-8000-000000000000`,
    ).toString('base64url')
    for (const visitor of [other, team.stranger]) {
      expect(await outcome(visitor, id)).toBeNull()
      const run = await beginRun(visitor, id)
      expect(run).toEqual(await beginRun(visitor, missing))
      expect(run.__typename).toBe('NotFoundError')
      expect(await cancel(visitor, id)).toEqual(await cancel(visitor, missing))
      expect(
        await upload(visitor, team.id, { importId: id, offset: text.length, chunk: '', last: true }),
      ).toMatchObject({ __typename: 'NotFoundError' })
    }
    for (const visitor of [team.viewer, team.reviewer])
      expect((await beginRun(visitor, id)).__typename).toBe('ForbiddenError')
    expect(await outcome(team.admin, id)).toMatchObject({ total: 1 })
    expect(await runImport(server, team.admin, id)).toMatchObject({ createdCount: 1 })
  })

  it('of a program needs the scope import', async () => {
    await fresh('Scope')
    const without = await server.program(team.admin, team.id, 'developer', ['read', 'write', 'commit'])
    expect((await upload(without, team.id, { chunk: csv(['A', 'x']), last: true })).message).toContain(
      'scope import',
    )
    const program = await server.program(team.admin, team.id, 'developer', ['read', 'import'])
    const id = await startImport(program, team.id, csv(['A', 'x']))
    expect(await runImport(server, program, id)).toMatchObject({ createdCount: 1 })
    expect((await prompts())[0].head.authors).toEqual([{ name: 'Program' }])
  })

  it('stops when it is cancelled; what was imported stays', async () => {
    await fresh('Cancel')
    const rows = Array.from({ length: 1000 }, (_, n) => [`Row ${n}`, `text ${n}`])
    const id = await startImport(team.developer, team.id, csv(...rows))
    const progress = whenProcessed(team.developer, id)
    await beginRun(team.developer, id)
    await progress
    expect(await cancel(team.developer, id)).toMatchObject({ import: { state: 'CANCELLED' } })
    await server.features.imports.idle()
    const { state, createdCount } = await outcome(team.developer, id)
    expect(state).toBe('CANCELLED')
    expect(createdCount).toBeGreaterThan(0)
    expect(createdCount).toBeLessThan(1000)
    const { data } = await team.developer.query(
      'query ($slug: String!) { library(slug: $slug) { prompts { totalCount } } }',
      { slug: team.slug },
    )
    expect(data.library.prompts.totalCount).toBe(createdCount)
    expect(await auditActions()).toContain('import.cancel')
  })

  it('stops when its owner loses access', async () => {
    await fresh('Removed')
    const rows = Array.from({ length: 1000 }, (_, n) => [`Row ${n}`, `text ${n}`])
    const id = await startImport(team.developer, team.id, csv(...rows))
    const progress = whenProcessed(team.developer, id)
    await beginRun(team.developer, id)
    await progress
    await server.features.libraries.removeMember(await callerOf(team.admin), {
      libraryId: team.library.libraryId,
      userId: team.developer.userId,
    })
    await server.features.imports.idle()
    expect(await outcome(team.admin, id)).toMatchObject({
      state: 'FAILED',
      message: expect.stringContaining('was not found'),
    })
  })

  it('that was cut off is said to be so, and can be run again', async () => {
    await fresh('Cut off')
    const id = await startImport(team.developer, team.id, csv(['A', 'x'], ['B', 'y']))
    await pretendItRuns(id)
    expect(await outcome(team.developer, id)).toMatchObject({
      state: 'FAILED',
      message: expect.stringContaining('The server stopped in the middle'),
    })
    expect(await runImport(server, team.developer, id)).toMatchObject({ state: 'DONE', createdCount: 2 })
  })
})
