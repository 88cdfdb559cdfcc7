import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIRST, startWorld, type TestBranch, type World } from './test-world.ts'

let world: World
const requests: { id: string; number: number; title: string; feature: TestBranch; prompt: string }[] = []

let isStill = false

beforeAll(async () => {
  let deeds = 0
  const later = () => {
    if (!isStill) deeds += 1
    return new Date(Date.parse('2026-03-01T09:00:00.000Z') + deeds * 1000)
  }
  // Each deed is a second later than the one before, so that "newest activity" is a matter of fact.
  world = await startWorld({ clock: { now: later } })
  for (const [n, title] of ['Greet by name', 'Shorter answers', 'Greet 100%', 'Other words'].entries()) {
    const { prompt, feature } = await world.setting(FIRST.replace('one', `one, ${n}`))
    const { id, number } = await world.open(feature, n === 3 ? world.team.admin : world.team.developer, {
      title,
    })
    requests.push({ id, number, title, feature, prompt })
  }
})
afterAll(() => world.server.close())

const QUERY =
  'query ($slug: String!, $filter: ChangeRequestFilter, $first: Int, $after: String) { library(slug: $slug) { changeRequests(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { number } edges { cursor node { number title } } } } }'

async function list(filter: Record<string, unknown> = {}, visitor = world.team.viewer) {
  const answer = await visitor.query(QUERY, { slug: world.team.slug, filter })
  if (answer.errors) throw new Error(String(answer.errors[0]?.extensions.code))
  const { nodes, edges, totalCount } = answer.data.library.changeRequests
  const numbers = nodes.map(({ number }: { number: number }) => number)
  expect(edges.map((edge: { node: { number: number } }) => edge.node.number)).toEqual(numbers)
  expect(totalCount).toBe(numbers.length)
  return numbers
}

describe('lists of change requests', () => {
  it('begin with the newest activity', async () => {
    expect(await list()).toEqual([4, 3, 2, 1])
    await world.comment(world.team.reviewer, requests[1]!.id)
    expect(await list()).toEqual([2, 4, 3, 1])
  })

  it('are narrowed by status, author, and words in title or number', async () => {
    const { team } = world
    expect(await list({ text: 'greet' })).toEqual([3, 1])
    expect(await list({ text: 'NAME greet' })).toEqual([1])
    expect(await list({ text: '100%' })).toEqual([3])
    expect(await list({ text: '%' })).toEqual([3])
    expect(await list({ text: '_' })).toEqual([])
    expect(await list({ text: '#2' })).toEqual([2])
    expect(await list({ text: '4' })).toEqual([4])
    expect(await list({ text: "'; drop table change_requests; --" })).toEqual([])
    expect(await list({ text: '  ' })).toHaveLength(4)
    expect(await list({ mine: true }, team.admin)).toEqual([4])
    expect(await list({ mine: true })).toEqual([])
    expect(await list({ statuses: ['MERGED', 'CLOSED'] })).toEqual([])
    expect(await list({ statuses: [] })).toEqual([])
    for (const text of ['x'.repeat(201), 'NUL \u0000']) {
      await expect(list({ text })).rejects.toThrow('BAD_USER_INPUT')
    }
  })

  it('are narrowed to what waits for a review the caller may give', async () => {
    const { team, server } = world
    const waiting = (visitor = team.reviewer) => list({ awaitingMyReview: true }, visitor)
    expect((await waiting()).toSorted()).toEqual([1, 2, 3, 4])
    // Not the own one; nothing for those who may not approve.
    expect((await waiting(team.admin)).toSorted()).toEqual([1, 2, 3])
    expect(await waiting(team.developer)).toEqual([])
    expect(await waiting(team.viewer)).toEqual([])

    const [one, two, three] = requests as [(typeof requests)[0], (typeof requests)[0], (typeof requests)[0]]
    await world.review(team.reviewer, one.id, one.feature.head, 'REQUEST_CHANGES')
    expect((await waiting()).toSorted()).toEqual([2, 3, 4])
    await world.commit(one.feature, FIRST.replace('one', 'one, better'))
    expect((await waiting()).toSorted()).toEqual([1, 2, 3, 4])
    // Somebody else gave the only approval that was needed.
    await world.review(team.admin, two.id, two.feature.head)
    expect((await waiting()).toSorted()).toEqual([1, 3, 4])
    // A co-author may not approve.
    const other = await server.person('admin', team.library.libraryId)
    await world.commit(three.feature, FIRST.replace('one', 'one, by two'), other)
    expect((await waiting(other)).toSorted()).toEqual([1, 4])
    expect(await list({ awaitingMyReview: true, text: 'greet' }, team.reviewer)).toEqual([1, 3])
    await world.must(team.admin, 'changeRequestClose', { id: requests[3]!.id }, '__typename')
    expect((await waiting()).toSorted()).toEqual([1, 3])
  })

  it('are those of a prompt too, and a branch names its own', async () => {
    const { team } = world
    const [first] = requests
    const answer = await team.viewer.query(
      'query ($id: ID!) { node(id: $id) { ... on Prompt { changeRequests { totalCount nodes { number } } branches { name openChangeRequest { number } } } } }',
      { id: first!.prompt },
    )
    expect(answer.data.node).toEqual({
      changeRequests: { totalCount: 1, nodes: [{ number: 1 }] },
      branches: [
        { name: 'main', openChangeRequest: null },
        { name: 'feature/change', openChangeRequest: { number: 1 } },
      ],
    })
  })
})

describe('what lists cost', () => {
  // Otherwise a minute passes now and then, and a session is touched, which is a statement of its own.
  beforeAll(() => {
    isStill = true
  })

  async function statementsOf(fields: string, first: number): Promise<number> {
    const { team, server } = world
    const query = `query ($slug: String!) { library(slug: $slug) { changeRequests(first: ${first}) { nodes { ${fields} } } } }`
    const before = server.database.statementCount()
    const answer = await team.reviewer.query(query, { slug: team.slug })
    expect(answer.errors).toBeUndefined()
    return server.database.statementCount() - before
  }

  it.each([
    [
      'what a row shows',
      'number title author { name hue } prompt { name } source { name type } target { name }',
    ],
    [
      'where branches stand and who approves',
      'headCommit { hash } baseCommit { hash } commits { hash authors { id } } approvals { required given viewerHindrance } viewerActions',
    ],
    [
      'everything said',
      'reviews { body current commit { hash } author { name } } comments { body outdated anchor { currentLine commit { hash } } replyTo { id } author { name } }',
    ],
    ['merges that were tried before', 'mergeability { state reasons changeType content } checks { state }'],
    ['the numbers they would take', 'mergeability { nextVersions { changeType version } }'],
    ['what they bring', 'comparison { added removed structure { name } }'],
  ])('in statements does not grow with their length: %s', async (_what, fields) => {
    await statementsOf(fields, 4)
    const [few, many] = [await statementsOf(fields, 2), await statementsOf(fields, 4)]
    expect(many).toBe(few)
    expect(many).toBeLessThan(25)
  })

  it('in statements does not grow with the merges that are tried for the first time', async () => {
    /** New heads, so that nothing about the last ones tells what they merge to. */
    const moved = async (count: number) => {
      for (const { feature } of requests.slice(0, count)) {
        await world.commit(feature, FIRST.replace('one', `one, moved ${count}`))
      }
      return statementsOf('mergeability { state }', 4)
    }
    const [few, many] = [await moved(1), await moved(3)]
    expect(many).toBe(few)
  })

  it('counts merges on trial as what they are', async () => {
    const costOf = async (fields: string) => {
      const answer = await world.team.viewer.query(
        `query ($slug: String!) { library(slug: $slug) { changeRequests(first: 100) { nodes { ${fields} } } } }`,
        { slug: world.team.slug },
      )
      return answer.errors?.[0]?.extensions.code
    }
    expect(await costOf('mergeability { state } checks { state }')).toBeUndefined()
    expect(
      await costOf(
        'a: mergeability { state } b: mergeability { state } c: mergeability { state } d: mergeability { state } e: mergeability { state }',
      ),
    ).toBe('COST_LIMIT')
  })
})
