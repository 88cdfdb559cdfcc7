import { contentHash } from '@incipit/version-control'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { DEMO_BRANCHES } from './branches/index.ts'
import { textsOfBranch } from './demo-branch.ts'
import { textsOf } from './demo-prompt.ts'
import { DEMO_PROMPTS } from './prompts/index.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  expect(await server.features.demo.fill()).toBe(true)
})
afterAll(() => server.close())

async function admin() {
  const visitor = server.visitor()
  await visitor.query('mutation { signInDemo(input: { level: ADMIN }) { __typename } }')
  return visitor
}

test('offers an account of each level, admin first, each with a colour of its own', async () => {
  const answer = await server.visitor().query('{ server { demoAccounts { level name hue description } } }')
  const accounts = answer.data.server.demoAccounts as { level: string; hue: number; description: string }[]
  expect(accounts.map(({ level }) => level)).toEqual(['ADMIN', 'DEVELOPER', 'REVIEWER', 'VIEWER'])
  expect(new Set(accounts.map(({ hue }) => hue)).size).toBe(4)
  expect(accounts.every(({ description }) => description.length > 20)).toBe(true)
})

test('fills only an empty server', async () => {
  const before = server.database.statementCount()
  expect(await server.features.demo.fill()).toBe(false)
  expect(server.database.statementCount() - before).toBe(1)
})

test('every prompt has its history, by several people, over weeks', async () => {
  const visitor = await admin()
  const { data } =
    await visitor.query(`{ library(slug: "scriptorium") { prompts(first: 20) { totalCount edges { node {
    name version head { content } branch(name: "main") { document { uncommitted { changed } content } }
    commits(first: 8, order: FIRST_PARENT) { edges { node { contentHash createdAt authors { name } } } } } } } } }`)
  const { totalCount, edges } = data.library.prompts
  expect(totalCount).toBe(DEMO_PROMPTS.length)
  const writers = new Set<string>()
  for (const prompt of DEMO_PROMPTS) {
    const node = edges.find((edge: { node: { name: string } }) => edge.node.name === prompt.name).node
    const own = textsOf(prompt)
    // A branch that was merged was merged after the last commit of its main.
    const merged = DEMO_BRANCHES.filter(
      (branch) => branch.prompt === prompt && branch.request?.deeds.some(({ kind }) => kind === 'merge'),
    ).map((branch) => textsOfBranch(branch).at(-1)!)
    const texts = [...own, ...merged]
    const committed = [
      ...own.filter((_, index) => index === 0 || prompt.steps[index - 1]!.commit !== null),
      ...merged,
    ]
    const commits = node.commits.edges.map((edge: { node: unknown }) => edge.node).reverse()
    expect(commits.map((commit: { contentHash: string }) => commit.contentHash)).toEqual(
      committed.map(contentHash),
    )
    expect(node.head.content).toBe(committed.at(-1))
    expect(node.branch.document.content).toBe(texts.at(-1))
    expect(node.branch.document.uncommitted.changed).toBe(texts.length !== committed.length)
    const times = commits.map((commit: { createdAt: string }) => Date.parse(commit.createdAt))
    expect(times).toEqual(times.toSorted((a: number, b: number) => a - b))
    for (const commit of commits) for (const author of commit.authors) writers.add(author.name)
  }
  expect(writers.size).toBe(3)
})

test('its audit log is in order of time, by the people of the demo, and intact', async () => {
  const visitor = await admin()
  const { data } = await visitor.query(`{ library(slug: "scriptorium") {
    auditVerification { ok count } auditEntries(first: 100) { totalCount edges { node { at action actor { kind } } } } } }`)
  const { auditVerification, auditEntries } = data.library
  expect(auditVerification).toEqual({ ok: true, count: auditEntries.totalCount })
  const entries = auditEntries.edges.map((edge: { node: unknown }) => edge.node)
  const times = entries.map(({ at }: { at: string }) => Date.parse(at))
  expect(times).toEqual(times.toSorted((a: number, b: number) => b - a))
  const writing = entries.filter(
    ({ action }: { action: string }) => action === 'commit.create' || action === 'prompt.create',
  )
  expect(writing.every(({ actor }: { actor: { kind: string } }) => actor.kind === 'USER')).toBe(true)
})

test('has branches and change requests: one merged, one in conflict, one that waits for a review', async () => {
  const reviewer = server.visitor()
  await reviewer.query('mutation { signInDemo(input: { level: REVIEWER }) { __typename } }')
  const { data } = await reviewer.query(`{ library(slug: "scriptorium") { id
    changeRequests { nodes { number status title author { name } source { name } target { name } createdAt endedAt
      commits { authors { name } } approvals { given required changesRequested viewerHindrance }
      mergeability { state conflicts behind } mergeCommit { version changeType authors { name } }
      reviews { verdict current } comments { outdated anchor { excerpt currentLine } replyTo { id } } } }
    waiting: changeRequests(filter: { awaitingMyReview: true }) { totalCount }
    prompt(key: "guardrails-privacy-personal-data-redactor") { branches { name type ahead behind head { changeType } } } } }`)
  const { changeRequests, waiting, prompt } = data.library
  const [merged, conflicting, open] = changeRequests.nodes.toSorted(
    (a: { number: number }, b: { number: number }) => a.number - b.number,
  )
  expect(merged).toMatchObject({
    number: 1,
    status: 'MERGED',
    source: { name: 'feature/severity' },
    target: { name: 'main' },
    mergeCommit: { version: '1.1.0', changeType: 'FEATURE' },
    reviews: [
      { verdict: 'REQUEST_CHANGES', current: false },
      { verdict: 'APPROVE', current: true },
    ],
  })
  const names = merged.mergeCommit.authors.map(({ name }: { name: string }) => name)
  expect(new Set(names)).toEqual(new Set(['Dev Malhotra', 'Mei Tanaka']))
  expect(conflicting).toMatchObject({
    number: 2,
    status: 'OPEN',
    source: { name: 'feature/large-changes' },
    mergeability: { state: 'CONFLICTS', conflicts: 1, behind: 1 },
    comments: [{ outdated: false, anchor: { excerpt: expect.stringContaining('twelve') } }, { anchor: null }],
  })
  expect(open).toMatchObject({
    number: 3,
    status: 'OPEN',
    source: { name: 'feature/weigh-sources' },
    approvals: { given: 0, required: 1, changesRequested: false, viewerHindrance: null },
    mergeability: { state: 'BLOCKED', conflicts: 0 },
  })
  expect(open.comments[1].replyTo).not.toBeNull()
  for (const { commits } of [conflicting, open]) {
    const authors = commits.flatMap((commit: { authors: { name: string }[] }) => commit.authors)
    expect(new Set(authors.map(({ name }: { name: string }) => name)).size).toBeGreaterThan(1)
  }
  expect(waiting.totalCount).toBe(2)
  expect(prompt.branches[1]).toEqual({
    name: 'hotfix/grouped-numbers',
    type: 'HOTFIX',
    ahead: 1,
    behind: 0,
    head: { changeType: 'HOTFIX' },
  })
})

test('has prompts in every stage of their life but the archive, and one that others include', async () => {
  const visitor = await admin()
  const { data } = await visitor.query(
    `{ library(slug: "scriptorium") { facets { statuses { value count } } prompt(key: "modifiers-general-plain-language") {
      status includedByCount statusChanges { edges { node { to by { name } } } } } } }`,
  )
  const { facets, prompt } = data.library
  expect(facets.statuses.map(({ value }: { value: string }) => value).sort()).toEqual([
    'approved',
    'deployed',
    'deprecated',
    'draft',
    'review',
  ])
  expect(prompt).toMatchObject({ status: 'DEPLOYED', includedByCount: 4 })
  expect(prompt.statusChanges.edges.map((edge: { node: object }) => edge.node)).toEqual([
    { to: 'DEPLOYED', by: { name: 'Rosa Jiménez' } },
    { to: 'APPROVED', by: { name: 'Rosa Jiménez' } },
    { to: 'REVIEW', by: { name: 'Mei Tanaka' } },
  ])
})
