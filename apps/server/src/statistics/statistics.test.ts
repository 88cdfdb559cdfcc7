import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../testing/mutate.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

const DAY_MS = 86_400_000
const TODAY = new Date('2026-06-15T12:00:00.000Z')
let now = TODAY
let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
})
afterAll(() => server.close())

const daysAgo = (days: number) => new Date(TODAY.getTime() - days * DAY_MS)

async function inLibrary(fields: string, variables = {}) {
  const answer = await team.viewer.query(
    `query ($id: ID!) { node(id: $id) { ... on Library { ${fields} } } }`,
    { id: team.id, ...variables },
  )
  if (answer.errors) throw new Error(answer.errors[0]!.message)
  return answer.data.node
}

async function prompt(name: string, input = {}, commits: readonly [days: number, type: string][] = []) {
  const created = await must(
    team.developer,
    'promptCreate',
    { libraryId: team.id, name, category: 'tasks', content: 'user:\nHello\n', ...input },
    'prompt { id key branch(name: "main") { id } }',
  )
  let head: string | null = null
  for (const [at, [days, changeType]] of commits.entries()) {
    now = daysAgo(days)
    const branchId = created.prompt.branch.id
    const content = `user:\nHello ${at}\n`
    const message = `Change ${at}\n\nAt length.`
    const made: { commit: { hash: string } } = (await must(
      team.developer,
      'commitText',
      { branchId, expectedHead: head, content, message, changeType },
      'commit { hash }',
    )) as never
    head = made.commit.hash
  }
  now = TODAY
  return created.prompt as { id: string; key: string; branch: { id: string } }
}

const STATISTICS =
  'statistics(days: 3) { promptCount archivedCount staleCount withErrorsCount pendingDeprecations totalChanges openChangeRequests contributors byStatus { value count } byCategory { value count } activity { day count } }'

describe('statistics of a library', () => {
  beforeAll(async () => {
    team = await server.team('Counted')
  })

  it('are nothing at first, every status, category and day told', async () => {
    const { statistics } = await inLibrary(STATISTICS)
    expect(statistics).toMatchObject({ promptCount: 0, totalChanges: 0, contributors: 0 })
    expect(statistics.byStatus.map(({ value }: { value: string }) => value)).toEqual([
      'draft',
      'review',
      'approved',
      'deployed',
      'deprecated',
      'archived',
    ])
    expect(statistics.byCategory).toHaveLength(10)
    expect(statistics.activity).toEqual([
      { day: '2026-06-13', count: 0 },
      { day: '2026-06-14', count: 0 },
      { day: '2026-06-15', count: 0 },
    ])
  })

  it('count prompts, changes, days and people', async () => {
    await prompt('Fresh', {}, [
      [2, 'FEATURE'],
      [0, 'FIX'],
      [0, 'DOCS'],
    ])
    await prompt('Stale', { category: 'agents' }, [[91, 'FEATURE']])
    await prompt('Broken', { content: 'user:\n{{#open}}\n' })
    const gone = await prompt('Archived')
    await must(team.admin, 'promptArchive', { id: gone.id, reason: 'No longer needed' })
    const { statistics } = await inLibrary(STATISTICS)
    expect(statistics).toMatchObject({
      promptCount: 3,
      archivedCount: 1,
      staleCount: 1,
      withErrorsCount: 1,
      pendingDeprecations: 0,
      totalChanges: 4,
      openChangeRequests: 0,
      contributors: 1,
    })
    const counted = (rows: { value: string; count: number }[]) =>
      Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]))
    expect(counted(statistics.byStatus)).toEqual({ draft: 3, archived: 1 })
    expect(counted(statistics.byCategory)).toEqual({ tasks: 2, agents: 1 })
    expect(statistics.activity.map(({ count }: { count: number }) => count)).toEqual([1, 0, 2])
  })

  it('count open change requests', async () => {
    const { id } = await prompt('Changing', {}, [[0, 'FEATURE']])
    const { branch: feature } = await must(
      team.developer,
      'branchCreate',
      { promptId: id, name: 'feature/x', from: 'main' },
      'branch { id head { hash } }',
    )
    await must(team.developer, 'commitText', {
      branchId: feature.id,
      expectedHead: feature.head.hash,
      content: 'user:\nOther\n',
      message: 'Other',
      changeType: 'FIX',
    })
    await must(team.developer, 'changeRequestCreate', { sourceBranchId: feature.id, title: 'Other' })
    expect((await inLibrary('statistics { openChangeRequests }')).statistics.openChangeRequests).toBe(1)
  })

  it('refuse days that are none', async () => {
    await expect(inLibrary('statistics(days: 0) { promptCount }')).rejects.toThrow('from 1 to 365')
    await expect(inLibrary('changelog(days: 366) { totalCount }')).rejects.toThrow('from 1 to 365')
  })
})

describe('the changelog of a library', () => {
  beforeAll(async () => {
    team = await server.team('Told')
  })

  it('tells what was committed on main, newest first, page by page', async () => {
    const one = await prompt('One', {}, [
      [20, 'FEATURE'],
      [10, 'FIX'],
    ])
    await prompt('Two', {}, [
      [40, 'FEATURE'],
      [15, 'DOCS'],
    ])
    const { branch } = await must(
      team.developer,
      'branchCreate',
      { promptId: one.id, name: 'feature/aside', from: 'main' },
      'branch { id head { hash } }',
    )
    await must(team.developer, 'commitText', {
      branchId: branch.id,
      expectedHead: branch.head.hash,
      content: 'user:\nAside\n',
      message: 'Aside',
      changeType: 'FIX',
    })
    const fields =
      'totalCount edges { cursor node { prefix text changeType version at authors prompt { name } commit { hash } } } pageInfo { hasNextPage endCursor }'
    const { changelog } = await inLibrary(`changelog(days: 30, first: 2) { ${fields} }`)
    const line = ({
      node,
    }: {
      node: { prefix: string; text: string; version: string; prompt: { name: string } }
    }) => `${node.prompt.name} ${node.version} ${node.prefix} ${node.text}`
    expect(changelog.totalCount).toBe(3)
    expect(changelog.edges.map(line)).toEqual(['One 1.0.1 Fixed: Change 1', 'Two null Docs: Change 1'])
    expect(changelog.edges[0].node.authors).toHaveLength(1)
    const rest = await inLibrary(
      `changelog(days: 30, first: 2, after: "${changelog.pageInfo.endCursor}") { ${fields} }`,
    )
    expect(rest.changelog.edges.map(line)).toEqual(['One 1.0.0 Added: Change 0'])
    expect(rest.changelog.pageInfo.hasNextPage).toBe(false)
    const back = await inLibrary(
      `changelog(days: 30, last: 2, before: "${rest.changelog.edges[0].cursor}") { ${fields} }`,
    )
    expect(back.changelog.edges.map(line)).toEqual(changelog.edges.map(line))
  })

  it('is narrowed to categories and kinds of changes', async () => {
    const texts = async (args: string) => {
      const { changelog } = await inLibrary(`changelog(${args}) { totalCount edges { node { changeType } } }`)
      expect(changelog.totalCount).toBe(changelog.edges.length)
      return changelog.edges.map(({ node }: { node: { changeType: string } }) => node.changeType)
    }
    expect(await texts('changeType: [FIX, FEATURE]')).toEqual(['FIX', 'FEATURE'])
    expect(await texts('changeType: [], category: ["tasks"]')).toHaveLength(3)
    expect(await texts('category: ["agents"]')).toEqual([])
    const many = Array.from({ length: 51 }, (_, n) => `"c${n}"`).join()
    await expect(texts(`category: [${many}]`)).rejects.toThrow('at most 50')
  })
})

it('reports and lists take as many statements for many prompts as for few', async () => {
  team = await server.team('Statements')
  const FIELDS = `${STATISTICS} changelog(days: 30, first: 50) { totalCount edges { node { prefix authors prompt { name } } } }
    taxonomyReport { untaggedPromptCount unusedTagCount unusedTags { name } categories { name subcategories { name promptCount } } tagGroups { usage tags { name usageCount createdBy { name } } } }
    prompts(first: 50) { edges { node { quality { score } metadataYaml customValues { value } suggestedTags { name } isFavourite } } }`
  const measure = async () => {
    const before = server.database.statementCount()
    await inLibrary(FIELDS)
    return server.database.statementCount() - before
  }
  await prompt('First', { tags: ['first'] }, [[1, 'FEATURE']])
  await measure()
  const few = await measure()
  for (let n = 0; n < 12; n++)
    await prompt(`Prompt ${n}`, { tags: [`tag-${n}`, 'all'], subcategory: `own-${'abc'[n % 3]}` }, [
      [1, 'FEATURE'],
    ])
  expect(await measure()).toBe(few)
})
