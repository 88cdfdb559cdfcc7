import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must, mutate } from '../testing/mutate.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** Asks for fields of the library; `reader` is a viewer unless told. */
async function inLibrary(fields: string, reader = team.viewer) {
  const answer = await reader.query(`query ($id: ID!) { node(id: $id) { ... on Library { ${fields} } } }`, {
    id: team.id,
  })
  if (answer.errors) throw new Error(answer.errors[0]!.message)
  return answer.data.node
}

async function prompt(name: string, input: Record<string, unknown> = {}, by = team.developer) {
  const fields = 'prompt { id key owner tags { id name } branch(name: "main") { id } }'
  const made = await must(
    by,
    'promptCreate',
    { libraryId: team.id, name, category: 'tasks', ...input },
    fields,
  )
  return made.prompt as {
    id: string
    key: string
    owner: string
    tags: { id: string; name: string }[]
    branch: { id: string }
  }
}

async function commit(branchId: string, content: string, expectedHead: string | null, changeType = 'FIX') {
  const input = { branchId, content, expectedHead, message: 'A change', changeType }
  const outcome = await mutate(team.developer, 'commitText', input, 'commit { hash version }')
  return outcome
}

async function audited(action: string) {
  const { auditEntries } = await inLibrary(
    `auditEntries(filter: { action: "${action}" }, first: 10) { edges { node { subject { label } details } } }`,
    team.admin,
  )
  return auditEntries.edges.map(({ node }: { node: object }) => node)
}

async function category(name: string) {
  const { categories } = await inLibrary(
    'categories { name meaning description owner reviewRequired promptCount staleCount subcategories { name description isOwn promptCount } }',
  )
  return categories.find((entry: { name: string }) => entry.name === name)
}

describe('categories', () => {
  beforeAll(async () => {
    team = await server.team('Categories')
  })

  it('are those of every library until the library says otherwise, and again when it takes that back', async () => {
    const before = await category('tasks')
    expect(before).toMatchObject({
      description: 'task-specific prompts',
      owner: 'engineering-team',
      reviewRequired: false,
      promptCount: 0,
    })
    const input = { libraryId: team.id, category: 'tasks' }
    const set = { ...input, description: 'What we do daily', owner: 'us', reviewRequired: true }
    await must(team.admin, 'categoryUpdate', set)
    expect(await category('tasks')).toMatchObject({
      meaning: 'task-specific prompts',
      description: 'What we do daily',
      owner: 'us',
      reviewRequired: true,
    })
    expect((await prompt('Owned by us')).owner).toBe('us')
    await must(team.admin, 'categoryUpdate', { ...input, owner: null })
    expect(await category('tasks')).toMatchObject({
      description: 'What we do daily',
      owner: 'engineering-team',
    })
    await must(team.admin, 'categoryUpdate', { ...input, description: null, reviewRequired: null })
    expect(await category('tasks')).toMatchObject({
      ...before,
      promptCount: 1,
      subcategories: expect.anything(),
    })
    expect((await audited('category.update'))[2].details).toEqual({
      description: { before: null, after: 'What we do daily' },
      owner: { before: null, after: 'us' },
      reviewRequired: { before: null, after: true },
    })
  })

  it('of another name are missing', async () => {
    const input = { libraryId: team.id, category: 'novels', owner: 'us' }
    expect((await mutate(team.admin, 'categoryUpdate', input)).__typename).toBe('NotFoundError')
  })

  it('as the library sets their review rule decide who may commit to main', async () => {
    const { branch } = await prompt('Reviewed', { category: 'extractors' })
    const { commit: first } = await commit(branch.id, 'user:\nOne\n', null, 'FEATURE')
    const { commit: second } = await commit(branch.id, 'user:\nTwo\n', first.hash)
    const rule = { libraryId: team.id, category: 'extractors' }
    await must(team.admin, 'categoryUpdate', { ...rule, reviewRequired: true })
    const refused = await commit(branch.id, 'user:\nThree\n', second.hash)
    expect(refused).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('extractors'),
    })
    const { data } = await team.developer.query(
      'query ($id: ID!) { node(id: $id) { ... on Branch { commitRule { allowed remedy } } } }',
      { id: branch.id },
    )
    expect(data.node.commitRule).toEqual({ allowed: false, remedy: 'CHANGE_REQUEST' })
    await must(team.admin, 'categoryUpdate', { ...rule, reviewRequired: null })
    expect((await commit(branch.id, 'user:\nThree\n', second.hash)).__typename).toBe('CommitTextPayload')
  })

  it('as the library sets their review rule decide what a change request needs', async () => {
    const made = await prompt('Asked for', { category: 'generators' })
    const { commit: first } = await commit(made.branch.id, 'user:\nOne\n', null, 'FEATURE')
    const { branch } = await must(
      team.developer,
      'branchCreate',
      { promptId: made.id, name: 'feature/other' },
      'branch { id }',
    )
    await commit(branch.id, 'user:\nTwo\n', first.hash)
    const { changeRequest } = await must(
      team.developer,
      'changeRequestCreate',
      { sourceBranchId: branch.id, title: 'Other' },
      'changeRequest { id }',
    )
    const reasons = async () => {
      const { data } = await team.viewer.query(
        'query ($id: ID!) { node(id: $id) { ... on ChangeRequest { approvals { reasons } } } }',
        { id: changeRequest.id },
      )
      return data.node.approvals.reasons.join(' ')
    }
    expect(await reasons()).not.toContain('generators')
    await must(team.admin, 'categoryUpdate', {
      libraryId: team.id,
      category: 'generators',
      reviewRequired: true,
    })
    expect(await reasons()).toContain('generators')
  })
})

describe('subcategories', () => {
  beforeAll(async () => {
    team = await server.team('Subcategories')
  })
  const at = (name: string, more = {}) => ({ libraryId: team.id, category: 'agents', name, ...more })
  const names = async () => (await category('agents')).subcategories.map(({ name }: { name: string }) => name)

  it('are the usual ones and the library’s own, with their prompts', async () => {
    await must(team.admin, 'subcategoryCreate', at('first-line', { description: 'Who answers first' }))
    await prompt('Triage', { category: 'agents', subcategory: 'first-line' })
    await prompt('Chat', { category: 'agents', subcategory: 'support' })
    const { subcategories, promptCount } = await category('agents')
    expect(promptCount).toBe(2)
    expect(subcategories).toEqual([
      { name: 'general', description: '', isOwn: false, promptCount: 0 },
      { name: 'support', description: '', isOwn: false, promptCount: 1 },
      { name: 'sales', description: '', isOwn: false, promptCount: 0 },
      { name: 'operations', description: '', isOwn: false, promptCount: 0 },
      { name: 'research', description: '', isOwn: false, promptCount: 0 },
      { name: 'first-line', description: 'Who answers first', isOwn: true, promptCount: 1 },
    ])
  })

  it('that a writer uses first become the library’s own, once, and the log tells', async () => {
    const made = await prompt('Coach', { category: 'agents', subcategory: 'coaching' })
    await prompt('Coach two', { category: 'agents', subcategory: 'coaching' })
    await must(team.developer, 'promptUpdate', { id: made.id, subcategory: 'mentoring' })
    expect(await names()).toEqual(expect.arrayContaining(['coaching', 'mentoring']))
    const labels = (await audited('subcategory.create')).map(
      ({ subject }: { subject: { label: string } }) => subject.label,
    )
    expect(labels).toEqual(['agents-mentoring', 'agents-coaching', 'agents-first-line'])
  })

  it('in use are described, and neither renamed nor deleted, also when only the archive uses them', async () => {
    const made = await prompt('Old', { category: 'agents', subcategory: 'old-place' })
    await must(team.admin, 'promptArchive', { id: made.id, reason: 'No longer needed' })
    for (const name of ['first-line', 'old-place']) {
      for (const outcome of [
        await mutate(team.admin, 'subcategoryUpdate', at(name, { newName: 'other' })),
        await mutate(team.admin, 'subcategoryDelete', at(name)),
      ]) {
        expect(outcome).toMatchObject({
          __typename: 'ConflictError',
          message: expect.stringContaining(`1 prompt has ${name} in the key`),
        })
      }
    }
    await must(team.admin, 'subcategoryUpdate', at('first-line', { description: 'Better' }))
    await must(team.admin, 'subcategoryUpdate', at('sales', { description: 'Those who sell' }))
    const described = new Map(
      (await category('agents')).subcategories.map((one: { name: string; description: string }) => [
        one.name,
        one.description,
      ]),
    )
    expect([described.get('first-line'), described.get('sales')]).toEqual(['Better', 'Those who sell'])
  })

  it('out of use are renamed and deleted', async () => {
    await must(team.admin, 'subcategoryCreate', at('unused'))
    expect(await mutate(team.admin, 'subcategoryUpdate', at('unused', { newName: 'support' }))).toMatchObject(
      {
        __typename: 'ConflictError',
        message: 'agents has the subcategory support already. Choose another name, or delete unused.',
      },
    )
    await must(team.admin, 'subcategoryUpdate', at('unused', { newName: 'renamed' }))
    expect(await names()).toContain('renamed')
    expect((await mutate(team.admin, 'subcategoryDelete', at('unused'))).__typename).toBe('NotFoundError')
    await must(team.admin, 'subcategoryDelete', at('renamed'))
    expect(await names()).not.toContain('renamed')
  })

  it('keep to names, to themselves, and to what every library has', async () => {
    const outcomes = [
      await mutate(team.admin, 'subcategoryCreate', at('Not A Name')),
      await mutate(team.admin, 'subcategoryCreate', at('support')),
      await mutate(team.admin, 'subcategoryCreate', at('first-line')),
      await mutate(team.admin, 'subcategoryDelete', at('support')),
      await mutate(team.admin, 'subcategoryUpdate', at('general', { newName: 'special' })),
      await mutate(team.admin, 'subcategoryUpdate', at('research', { newName: 'first-line' })),
    ]
    expect(outcomes.map(({ __typename }) => __typename)).toEqual([
      'ValidationError',
      'ConflictError',
      'ConflictError',
      'ConflictError',
      'ConflictError',
      'ConflictError',
    ])
    expect(outcomes[0]!.message).toContain('Try "not-a-name"')
  })
})

describe('tags', () => {
  beforeAll(async () => {
    team = await server.team('Tags')
    await prompt('One', { tags: ['support', 'helpdesk', 'old'] })
    await prompt('Two', { tags: ['help-desk', 'support'] })
    await prompt('Three', { tags: ['helpdesk'] })
  })
  type Tag = { id: string; name: string; usageCount: number; category: string }
  const tags = async (args = ''): Promise<Tag[]> =>
    (
      await inLibrary(`tags${args} { edges { node { id name usageCount category createdBy { name } } } }`)
    ).tags.edges.map(({ node }: { node: Tag }) => node)
  const named = async (name: string) => (await tags()).find((tag) => tag.name === name)!
  const told = (list: Tag[]) => list.map(({ name, usageCount }) => `${name} ${usageCount}`)

  it('are found by part of the name and by category, and sorted by name or use', async () => {
    expect(told(await tags())).toEqual(['help-desk 1', 'helpdesk 2', 'old 1', 'support 2'])
    expect(told(await tags('(orderBy: USAGE)'))).toEqual(['helpdesk 2', 'support 2', 'help-desk 1', 'old 1'])
    expect(told(await tags('(filter: { search: "HELP" })'))).toEqual(['help-desk 1', 'helpdesk 2'])
    expect(told(await tags('(filter: { search: "%" })'))).toEqual([])
    expect(told(await tags('(filter: { category: DOMAIN })'))).toEqual(['support 2'])
  })

  it('by use come in pages, forward and backward', async () => {
    const page = async (args: string) => {
      const { tags } = await inLibrary(
        `tags(orderBy: USAGE, ${args}) { totalCount pageInfo { endCursor startCursor hasNextPage } edges { node { name } } }`,
      )
      return { ...tags, names: tags.edges.map(({ node }: { node: Tag }) => node.name) }
    }
    const first = await page('first: 3')
    const second = await page(`first: 3, after: "${first.pageInfo.endCursor}"`)
    expect([first.names, second.names, first.totalCount]).toEqual([
      ['helpdesk', 'support', 'help-desk'],
      ['old'],
      4,
    ])
    const back = await page(`last: 2, before: "${second.pageInfo.startCursor}"`)
    expect(back.names).toEqual(['support', 'help-desk'])
  })

  it('are renamed wherever they are carried, and get another category', async () => {
    const { id } = await named('old')
    const { tag } = await must(
      team.developer,
      'tagUpdate',
      { id, name: ' Brand  New ', category: 'ACTION' },
      'tag { id name category usageCount }',
    )
    expect(tag).toEqual({ id, name: 'brand-new', category: 'ACTION', usageCount: 1 })
    const { prompt } = await inLibrary('prompt(key: "tasks-general-one") { tags { name } }')
    expect(prompt.tags.map(({ name }: Tag) => name)).toEqual(['brand-new', 'helpdesk', 'support'])
    expect((await audited('tag.update'))[0].details).toEqual({
      name: { before: 'old', after: 'brand-new' },
      category: { before: 'general', after: 'action' },
      prompts: 1,
    })
  })

  it('are not renamed to one there is: it is said to merge them', async () => {
    const { id } = await named('helpdesk')
    const outcome = await mutate(team.developer, 'tagUpdate', { id, name: 'Help Desk' })
    expect(outcome).toMatchObject({
      __typename: 'ConflictError',
      message: 'There is a tag help-desk already. Merge this tag into it instead.',
    })
    expect((await mutate(team.developer, 'tagUpdate', { id, name: '--' })).__typename).toBe('ValidationError')
  })

  it('are merged: every prompt carries the remaining one once', async () => {
    const [from, other, into] = [await named('helpdesk'), await named('help-desk'), await named('support')]
    const input = { libraryId: team.id, from: [from.id, other.id, from.id], into: into.id }
    const { tag } = await must(team.developer, 'tagMerge', input, 'tag { name usageCount }')
    expect(tag).toEqual({ name: 'support', usageCount: 3 })
    expect(told(await tags())).toEqual(['brand-new 1', 'support 3'])
    const found = async (search: string) =>
      (await inLibrary(`prompts(filter: { search: "${search}" }) { totalCount }`)).prompts.totalCount
    expect([await found('helpdesk'), await found('support')]).toEqual([0, 3])
    expect((await audited('tag.merge'))[0].details).toEqual({
      from: expect.arrayContaining(['help-desk', 'helpdesk']),
      into: 'support',
      prompts: 3,
    })
    expect((await mutate(team.developer, 'tagMerge', input)).__typename).toBe('NotFoundError')
    const itself = { libraryId: team.id, from: [into.id], into: into.id }
    expect((await mutate(team.developer, 'tagMerge', itself)).__typename).toBe('ValidationError')
    const none = { libraryId: team.id, from: [], into: into.id }
    expect((await mutate(team.developer, 'tagMerge', none)).__typename).toBe('ValidationError')
  })

  it('two merges that meet end in one tag each', async () => {
    const { tags: made } = await prompt('Racing', { tags: ['a', 'b'] })
    const [a, b] = made.map(({ id }) => id)
    const outcomes = await Promise.all([
      mutate(team.developer, 'tagMerge', { libraryId: team.id, from: [a], into: b }),
      mutate(team.admin, 'tagMerge', { libraryId: team.id, from: [b], into: a }),
    ])
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['NotFoundError', 'TagMergePayload'])
    const { prompt: after } = await inLibrary('prompt(key: "tasks-general-racing") { tags { name } }')
    expect(after.tags).toHaveLength(1)
  })

  it('are taken from their prompts, and away', async () => {
    const { id } = await named('support')
    await must(team.developer, 'tagDelete', { id })
    const { prompt } = await inLibrary('prompt(key: "tasks-general-two") { tags { name } }')
    expect(prompt.tags).toEqual([])
    expect((await audited('tag.delete'))[0].details).toEqual({ prompts: 3 })
  })
})

describe('suggestions', () => {
  beforeAll(async () => {
    team = await server.team('Suggestions')
  })

  it('name category, subcategory and tags that words speak for, the library’s own among them', async () => {
    await prompt('Known', { category: 'agents', subcategory: 'escalation', tags: ['refunds', 'support'] })
    const { suggestTaxonomy } = await inLibrary(
      'suggestTaxonomy(name: "Escalation", content: "---\\nmodel: gpt-4o\\n---\\nYou are an agent. Answer about Refunds.") { category subcategory tags { name category exists } }',
    )
    expect(suggestTaxonomy).toEqual({
      category: 'agents',
      subcategory: 'escalation',
      tags: [
        { name: 'gpt-4o', category: 'MODEL', exists: false },
        { name: 'refunds', category: 'GENERAL', exists: true },
      ],
    })
  })

  it('of tags for a prompt are those its text on main speaks for and it does not carry, until a person accepts', async () => {
    const made = await prompt('Helper', { tags: ['extract'], content: 'user:\nDraft\n' })
    await commit(made.branch.id, 'user:\nExtract what the contract says about refunds.\n', null, 'FEATURE')
    const suggested = async () =>
      (await inLibrary(`prompt(key: "${made.key}") { suggestedTags { name exists } }`)).prompt.suggestedTags
    expect(await suggested()).toEqual([
      { name: 'legal', exists: false },
      { name: 'refunds', exists: true },
    ])
    await must(team.developer, 'promptUpdate', { id: made.id, tags: ['extract', 'legal'] })
    expect(await suggested()).toEqual([{ name: 'refunds', exists: true }])
  })

  it('check a name while it is typed', async () => {
    await prompt('Sort tickets')
    const check = async (args: string) =>
      (await inLibrary(`checkName(${args}) { ok key taken message suggestion }`)).checkName
    expect(
      await check('name: "Other", category: "agents", subcategory: "support", variant: "short"'),
    ).toEqual({
      ok: true,
      key: 'agents-support-other-short',
      taken: false,
      message: null,
      suggestion: null,
    })
    expect(await check('name: "Sort  Tickets!", category: "tasks"')).toEqual({
      ok: false,
      key: 'tasks-general-sort-tickets',
      taken: true,
      message: expect.stringContaining('sort-tickets-2 is free'),
      suggestion: 'sort-tickets-2',
    })
    expect(await check('name: "A", keyName: "Not So", category: "tasks"')).toMatchObject({
      ok: false,
      key: null,
      suggestion: 'not-so',
    })
    expect(await check('name: " ", category: "tasks"')).toMatchObject({ ok: false, key: null })
    expect(await check('name: "A", category: "novels"')).toMatchObject({ ok: false, key: null })
    const long = 'x'.repeat(56)
    await prompt('Long', { keyName: `${long}-abc` })
    expect(await check(`name: "A", keyName: "${long}-abc", category: "tasks"`)).toMatchObject({
      taken: true,
      suggestion: `${long}-2`,
    })
  })
})
