import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'
import { testHistory } from '../versions/test-history.ts'
import { outcomeOf } from '../versions/test-outcome.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

const text = (words: string) => `---\ndescription: ${words}\n---\nuser:\n${words}\n`

/** A prompt with a commit by the developer. */
async function committed() {
  const prompt = await testHistory(server, team, text('Start'))
  await prompt.commit(prompt.main, text('One'))
  return prompt
}

/** What a mutation came to; of invalid input, what was wrong with it. */
async function outcome(visitor: Visitor, name: string, input: object, selection: string) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`
  const answer = await visitor.query(
    `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { __typename ... on Error { message }
      ... on ValidationError { issues { path } } ... on ${type}Payload { ${selection} } } }`,
    { input },
  )
  expect(answer.errors).toBeUndefined()
  return answer.data.result
}

function move(visitor: Visitor, id: string, to: string, more: Record<string, unknown> = {}) {
  return outcome(visitor, 'promptStatusChange', { id, to, ...more }, 'prompt { status }')
}

async function walk(id: string, ...steps: readonly [Visitor, string][]): Promise<void> {
  for (const [visitor, to] of steps) {
    const done = await move(visitor, id, to, { reason: 'Because' })
    expect(done.prompt).toEqual({ status: to })
  }
}

async function movesOf(visitor: Visitor, id: string) {
  const answer = await visitor.query(
    'query ($id: ID!) { node(id: $id) { ... on Prompt { statusMoves { to label reasonRequired hindrance } } } }',
    { id },
  )
  return answer.data.node.statusMoves as { to: string; hindrance: string | null }[]
}

describe('the life of a prompt', () => {
  it('goes from draft to archive by the roles of the domain, and each move is told with its reason', async () => {
    const { id } = await committed()
    await walk(
      id,
      [team.developer, 'REVIEW'],
      [team.reviewer, 'APPROVED'],
      [team.reviewer, 'DEPLOYED'],
      [team.reviewer, 'DEPRECATED'],
      [team.developer, 'ARCHIVED'],
    )
    const answer = await team.viewer.query(
      'query ($id: ID!) { node(id: $id) { ... on Prompt { archivedAt statusChanges(first: 2) { totalCount pageInfo { hasNextPage } edges { node { from to reason by { name } } } } } } }',
      { id },
    )
    const { archivedAt, statusChanges } = answer.data.node
    expect(archivedAt).not.toBeNull()
    expect(statusChanges).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } })
    expect(statusChanges.edges.map((edge: { node: object }) => edge.node)).toMatchObject([
      { from: 'DEPRECATED', to: 'ARCHIVED', reason: 'Because' },
      { from: 'DEPLOYED', to: 'DEPRECATED', reason: 'Because' },
    ])
  })

  it('refuses moves that the status does not allow, naming those it does', async () => {
    const { id } = await committed()
    const refused = await move(team.admin, id, 'DEPLOYED')
    expect([refused.__typename, refused.message]).toEqual([
      'ConflictError',
      'A prompt that is draft cannot become deployed. It may become review or archived.',
    ])
    expect((await move(team.admin, id, 'DRAFT')).message).toBe('This prompt is draft already.')
  })

  it('refuses moves to those whose level does not make them', async () => {
    const { id } = await committed()
    expect((await move(team.reviewer, id, 'REVIEW')).__typename).toBe('ForbiddenError')
    await walk(id, [team.developer, 'REVIEW'])
    expect((await move(team.developer, id, 'APPROVED')).__typename).toBe('ForbiddenError')
    for (const visitor of [team.viewer, await server.program(team.admin, team.id, 'admin', ['read'])]) {
      expect((await move(visitor, id, 'DRAFT')).__typename).toBe('ForbiddenError')
    }
    const foreign = await move(team.stranger, id, 'APPROVED')
    const missing = await move(
      team.stranger,
      Buffer.from(`Prompt:${crypto.randomUUID()}.${crypto.randomUUID()}`).toString('base64url'),
      'APPROVED',
    )
    expect(foreign.__typename).toBe('NotFoundError')
    expect(missing).toEqual(foreign)
  })

  it('asks for a reason where others rely on the prompt', async () => {
    const { id } = await committed()
    await walk(id, [team.developer, 'REVIEW'], [team.reviewer, 'APPROVED'])
    for (const reason of [undefined, '  ']) {
      const refused = await move(team.reviewer, id, 'REVIEW', { reason })
      expect([refused.__typename, refused.issues?.[0]?.path]).toEqual(['ValidationError', 'reason'])
    }
    expect((await move(team.reviewer, id, 'REVIEW', { reason: 'A fault' })).prompt.status).toBe('REVIEW')
  })

  it('needs something committed to review, and no errors to approve', async () => {
    const empty = await testHistory(server, team, text('Nothing yet'))
    expect((await move(team.developer, empty.id, 'REVIEW')).message).toContain('Commit the text first')

    const broken = await testHistory(server, team, text('Start'))
    await broken.commit(broken.main, 'user:\n{{#open}} never closed\n')
    await walk(broken.id, [team.developer, 'REVIEW'])
    expect((await move(team.reviewer, broken.id, 'APPROVED')).message).toContain('has an error')
  })

  it('lets nobody approve what they wrote, themselves or by a key they made', async () => {
    const { id } = await testHistory(server, team, text('Start'))
    const prompt = await committed()
    const feature = await prompt.branch('feature/admin')
    await prompt.commit(feature, text('By the admin'), { by: team.admin })
    await prompt.merge(feature, prompt.main)
    await walk(prompt.id, [team.developer, 'REVIEW'])
    const refused = await move(team.admin, prompt.id, 'APPROVED')
    expect([refused.__typename, refused.message]).toEqual([
      'ForbiddenError',
      'You wrote part of what would be approved, and nobody approves their own change. Ask somebody else.',
    ])
    const key = await server.program(team.admin, team.id, 'admin', ['read', 'review'])
    expect((await move(key, prompt.id, 'APPROVED')).__typename).toBe('ForbiddenError')
    expect(await movesOf(team.admin, prompt.id)).toMatchObject([
      { to: 'DRAFT', hindrance: null },
      { to: 'APPROVED', hindrance: refused.message },
    ])
    await walk(prompt.id, [team.reviewer, 'APPROVED'])
    expect(id).not.toBe(prompt.id)
  })

  it('lets a writer approve later changes of others, once their own were approved', async () => {
    const prompt = await testHistory(server, team, text('Start'))
    await prompt.commit(prompt.main, text('By the admin'), { by: team.admin })
    await walk(
      prompt.id,
      [team.admin, 'REVIEW'],
      [team.reviewer, 'APPROVED'],
      [team.reviewer, 'REVIEW'],
      [team.admin, 'DRAFT'],
    )
    await prompt.commit(prompt.main, text('By the developer'))
    await walk(prompt.id, [team.developer, 'REVIEW'], [team.admin, 'APPROVED'])
  })

  it('approves the text that was looked at, and no other', async () => {
    const prompt = await committed()
    const seen = prompt.main.head
    await prompt.commit(prompt.main, text('Two'))
    await walk(prompt.id, [team.developer, 'REVIEW'])
    const refused = await move(team.reviewer, prompt.id, 'APPROVED', { expectedHead: seen })
    expect(refused.message).toContain('changed since you looked')
    const done = await move(team.reviewer, prompt.id, 'APPROVED', { expectedHead: prompt.main.head })
    expect(done.prompt.status).toBe('APPROVED')
  })

  it('lets one of two who move at once win, and tells the other what it is now', async () => {
    const { id } = await committed()
    await walk(id, [team.developer, 'REVIEW'])
    const outcomes = await Promise.all([
      move(team.reviewer, id, 'APPROVED'),
      move(team.developer, id, 'DRAFT'),
    ])
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'ConflictError',
      'PromptStatusChangePayload',
    ])
  })

  it('locks main for ordinary commits and leaves it open to hotfix branches', async () => {
    const prompt = await committed()
    await walk(prompt.id, [team.developer, 'REVIEW'], [team.reviewer, 'APPROVED'])
    const refused = await outcomeOf(
      team.developer,
      'commitCreate',
      { branchId: prompt.main.id, expectedHead: prompt.main.head, message: 'No', changeType: 'FIX' },
      'commit { id }',
    )
    expect(refused.__typename).toBe('ConflictError')
    const hotfix = await prompt.branch('hotfix/now')
    await prompt.commit(hotfix, text('Mended'), { changeType: 'HOTFIX' })
    const answer = await team.viewer.query(
      'query ($id: ID!) { node(id: $id) { ... on Prompt { status branch(name: "hotfix/now") { head { hash } } } } }',
      { id: prompt.id },
    )
    expect(answer.data.node).toEqual({ status: 'APPROVED', branch: { head: { hash: hotfix.head } } })
  })
})

describe('deletion', () => {
  const remove = (visitor: Visitor, id: string, confirmKey: string) =>
    outcome(visitor, 'promptDelete', { id, confirmKey, reason: 'Not ours' }, 'key')

  async function archived() {
    const prompt = await committed()
    await walk(prompt.id, [team.developer, 'ARCHIVED'])
    return prompt
  }

  it('is for admins, for archived prompts, and for those who type the key', async () => {
    const prompt = await committed()
    expect((await remove(team.admin, prompt.id, prompt.key)).message).toContain('Archive it first')
    await walk(prompt.id, [team.developer, 'ARCHIVED'])
    for (const visitor of [team.developer, team.reviewer, team.viewer]) {
      expect((await remove(visitor, prompt.id, prompt.key)).__typename).toBe('ForbiddenError')
    }
    expect((await remove(team.stranger, prompt.id, prompt.key)).__typename).toBe('NotFoundError')
    const mistyped = await remove(team.admin, prompt.id, 'something-else')
    expect([mistyped.__typename, mistyped.issues?.[0]?.path]).toEqual(['ValidationError', 'confirmKey'])
    expect(await remove(team.admin, prompt.id, prompt.key)).toMatchObject({ key: prompt.key })
    expect((await remove(team.admin, prompt.id, prompt.key)).__typename).toBe('NotFoundError')
  })

  it('makes the prompt and all that belongs to it missing, and keeps the audit entries', async () => {
    const prompt = await archived()
    const before = await team.admin.query(
      'query ($id: ID!) { node(id: $id) { ... on Prompt { branch(name: "main") { id head { id } document { id } } } } }',
      { id: prompt.id },
    )
    const { branch } = before.data.node
    await remove(team.admin, prompt.id, prompt.key)
    const ids = [prompt.id, branch.id, branch.head.id, branch.document.id]
    const after = await team.admin.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
    expect(after.data.nodes).toEqual(ids.map(() => null))
    const listed = await team.admin.query(
      'query ($slug: String!, $key: String!) { library(slug: $slug) { prompt(key: $key) { id } prompts(first: 100, filter: { archived: true }) { edges { node { key } } } auditEntries(first: 1, filter: { action: "prompt.delete" }) { edges { node { subject { label } details } } } } }',
      { slug: team.slug, key: prompt.key },
    )
    const { library } = listed.data
    expect(library.prompt).toBeNull()
    expect(library.prompts.edges.map((edge: { node: { key: string } }) => edge.node.key)).not.toContain(
      prompt.key,
    )
    expect(library.auditEntries.edges[0].node).toMatchObject({
      subject: { label: prompt.key },
      details: { reason: 'Not ours' },
    })
  })

  it('takes its tags from it', async () => {
    const prompt = await committed()
    await outcome(team.developer, 'promptUpdate', { id: prompt.id, tags: ['only-here'] }, 'prompt { id }')
    await walk(prompt.id, [team.developer, 'ARCHIVED'])
    const usage = async () => {
      const { data } = await team.viewer.query(
        'query ($slug: String!) { library(slug: $slug) { tags(filter: { search: "only-here" }) { edges { node { usageCount } } } } }',
        { slug: team.slug },
      )
      return data.library.tags.edges[0].node.usageCount
    }
    expect(await usage()).toBe(1)
    await remove(team.admin, prompt.id, prompt.key)
    expect(await usage()).toBe(0)
  })

  it('never gives the key again', async () => {
    const prompt = await archived()
    await remove(team.admin, prompt.id, prompt.key)
    const [, , ...name] = prompt.key.split('-')
    const again = await outcomeOf(
      team.developer,
      'promptCreate',
      { libraryId: team.id, name: 'Again', keyName: name.join('-'), category: 'tasks' },
      'prompt { id }',
    )
    expect(again.__typename).toBe('ConflictError')
  })
})
