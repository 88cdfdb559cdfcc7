import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  team = await server.team()
})
afterAll(() => server.close())

async function entries(filter: Record<string, unknown> = {}) {
  const answer = await team.admin.query(
    'query ($slug: String!, $filter: AuditFilter) { library(slug: $slug) { auditEntries(first: 100, filter: $filter) { edges { node { seq action at actor { kind id name } subject { type id label } beforeHash afterHash details } } } } }',
    { slug: team.slug, filter },
  )
  return answer.data.library.auditEntries.edges.map((edge: { node: unknown }) => edge.node)
}

async function verification() {
  const answer = await team.admin.query(
    'query ($slug: String!) { library(slug: $slug) { auditVerification { ok count firstBadSeq reason } } }',
    { slug: team.slug },
  )
  return answer.data.library.auditVerification
}

async function createPrompt(name: string) {
  const answer = await team.developer.query(
    'mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { ... on PromptCreatePayload { prompt { id branch(name: "main") { id } } } } }',
    { input: { libraryId: team.id, name, category: 'tasks' } },
  )
  return answer.data.promptCreate.prompt
}

describe('the audit log', () => {
  it('holds one entry for each change: who, what, before and after', async () => {
    const prompt = await createPrompt('Audited')
    await team.admin.query(
      'mutation ($id: ID!) { promptUpdate(input: { id: $id, name: "Renamed" }) { __typename } }',
      { id: prompt.id },
    )
    await team.developer.query(
      'mutation ($id: ID!) { commitCreate(input: { branchId: $id, message: "First", changeType: FEATURE }) { __typename } }',
      { id: prompt.branch.id },
    )
    const [committed, updated, created] = await entries()
    expect(created).toMatchObject({
      action: 'prompt.create',
      actor: { kind: 'USER', id: team.developer.userId },
      subject: { type: 'prompt', label: 'tasks-general-audited' },
      beforeHash: null,
    })
    expect(updated).toMatchObject({
      action: 'prompt.update',
      actor: { id: team.admin.userId },
      beforeHash: created.afterHash,
      details: { name: { before: 'Audited', after: 'Renamed' } },
    })
    expect(committed).toMatchObject({
      action: 'commit.create',
      details: { version: '1.0.0', changeType: 'feature' },
    })
    expect(await entries({ action: 'prompt.update' })).toHaveLength(1)
    expect(await entries({ actorId: team.admin.userId, subjectType: 'prompt' })).toHaveLength(1)
    expect(await verification()).toMatchObject({ ok: true, count: committed.seq })
  })

  it('holds nothing of refused changes', async () => {
    const before = await entries()
    await team.viewer.query(
      'mutation ($id: ID!) { promptCreate(input: { libraryId: $id, name: "x", category: "tasks" }) { __typename } }',
      { id: team.id },
    )
    await team.developer.query(
      'mutation ($id: ID!) { promptCreate(input: { libraryId: $id, name: "x", category: "none" }) { __typename } }',
      { id: team.id },
    )
    expect(await entries()).toEqual(before)
  })

  it('stays a line without gaps under concurrent writers', async () => {
    const created = await Promise.all(Array.from({ length: 20 }, (_, n) => createPrompt(`Parallel ${n}`)))
    expect(created).toHaveLength(20)
    const seqs = (await entries()).map((entry: { seq: number }) => entry.seq)
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, n) => seqs.length - n))
    expect(await verification()).toMatchObject({ ok: true, count: seqs.length })
  })

  it.each([
    ['a changed field', sql`update audit_entries set actor_name = 'Nobody' where seq = 3 and `, 3],
    ['changed details', sql`update audit_entries set details = '{"name":"other"}' where seq = 2 and `, 2],
    ['a removed entry', sql`delete from audit_entries where seq = 4 and `, 4],
    ['a cut tail', sql`delete from audit_entries where seq = 6 and `, 6],
  ])('tells %s', async (_what, tampering, seq) => {
    const { db } = server.database
    expect((await verification()).ok).toBe(true)
    while ((await verification()).count < 6) await createPrompt(`Filler ${crypto.randomUUID()}`)
    await db.execute(sql`${tampering} library_id = ${team.library.libraryId}`)
    expect(await verification()).toMatchObject({ ok: false, firstBadSeq: seq })
  })

  it('is for admins, and for keys with the scope', async () => {
    const query = 'query ($slug: String!) { library(slug: $slug) { auditEntries { totalCount } } }'
    for (const level of ['developer', 'reviewer', 'viewer'] as const) {
      const answer = await team[level].query(query, { slug: team.slug })
      expect([level, answer.errors?.[0]?.extensions.code]).toEqual([level, 'FORBIDDEN'])
    }
    const key = await server.program(team.admin, team.id, 'admin', ['read', 'audit'])
    expect(
      (await key.query(query, { slug: team.slug })).data.library.auditEntries.totalCount,
    ).toBeGreaterThan(0)
    const without = await server.program(team.admin, team.id, 'admin', ['read'])
    expect((await without.query(query, { slug: team.slug })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })
})
