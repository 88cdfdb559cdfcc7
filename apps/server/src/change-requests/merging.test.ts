import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIRST, startWorld, type World } from './test-world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.server.close())

/** An approved change request with its branches. */
async function approved(text?: string, category?: string) {
  const setting = await world.setting(text, category)
  const request = await world.open(setting.feature)
  await world.review(world.team.reviewer, request.id, setting.feature.head)
  return { ...setting, id: request.id as string, number: request.number as number }
}

async function mainOf(prompt: string) {
  const answer = await world.team.viewer.query(
    'query ($id: ID!) { node(id: $id) { ... on Prompt { version branch(name: "main") { head { hash content version } document { content } } } } }',
    { id: prompt },
  )
  return answer.data.node
}

describe('merging', () => {
  it('makes a commit with two parents, its number and all authors, and ends the request', async () => {
    const { team } = world
    const { id, number, main, feature, prompt } = await approved()
    const result = await world.merge(team.reviewer, id, feature.head)
    expect(result).toMatchObject({
      __typename: 'ChangeRequestMergePayload',
      commit: {
        version: '1.0.1',
        message: `Merge feature/change into main (#${number})`,
        changeType: 'FIX',
        content: FIRST.replace('one', 'one, changed'),
        parents: [{ hash: main.head }, { hash: feature.head }],
      },
      changeRequest: { status: 'MERGED', endedBy: { id: team.reviewer.userId } },
    })
    expect(result.commit.authors.map((author: { id: string }) => author.id)).toEqual([
      team.reviewer.userId,
      team.developer.userId,
    ])
    const merged = await world.see(id)
    expect(merged).toMatchObject({
      mergeCommit: { hash: result.commit.hash, changeRequest: { number } },
      headCommit: { hash: feature.head },
      baseCommit: { hash: main.head },
      commits: [{ hash: feature.head }],
      mergeability: { state: 'ENDED', content: FIRST.replace('one', 'one, changed') },
      source: { deletedAt: null },
      viewerActions: [],
    })
    expect(await mainOf(prompt)).toMatchObject({
      version: '1.0.1',
      branch: { document: { content: FIRST.replace('one', 'one, changed') } },
    })
    expect((await world.merge(team.admin, id, feature.head)).__typename).toBe('ConflictError')
  })

  it('tells a commit of the request it merged, and others of none', async () => {
    const { team } = world
    const { id, number, feature, prompt } = await approved()
    await world.merge(team.reviewer, id, feature.head)
    const { data } = await team.viewer.query(
      'query ($id: ID!) { node(id: $id) { ... on Prompt { commits { edges { node { version changeRequest { number } } } } } } }',
      { id: prompt },
    )
    expect(data.node.commits.edges.map(({ node }: { node: object }) => node)).toEqual([
      { version: '1.0.1', changeRequest: { number } },
      { version: null, changeRequest: null },
      { version: '1.0.0', changeRequest: null },
    ])
  })

  it('makes one commit with all authors where it is squashed', async () => {
    const { team } = world
    const { feature, main } = await world.setting()
    await world.commit(feature, FIRST.replace('one', 'one, changed').replace('two', 'two!'), team.admin)
    const { id, number } = await world.open(feature)
    await world.review(team.reviewer, id, feature.head)
    const result = await world.merge(team.reviewer, id, feature.head, { method: 'SQUASH' })
    expect(result.commit).toMatchObject({
      parents: [{ hash: main.head }],
      message: `A change (#${number})`,
    })
    expect(new Set(result.commit.authors.map((author: { id: string }) => author.id))).toEqual(
      new Set([team.reviewer.userId, team.developer.userId, team.admin.userId]),
    )
  })

  it('takes message and change type from the person who merges', async () => {
    const { id, feature } = await approved()
    const more = { message: 'Said better', changeType: 'BREAKING' }
    expect((await world.merge(world.team.admin, id, feature.head, more)).commit).toMatchObject({
      message: 'Said better',
      changeType: 'BREAKING',
      version: '2.0.0',
    })
  })

  it('proposes the strongest of what the inputs say and what the commits are', async () => {
    const { team } = world
    const { main, feature } = await world.setting()
    await world.commit(feature, `${FIRST}{{name}}\n`, team.developer, 'FIX')
    const { id, mergeability } = await world.open(feature)
    // Without front matter the inputs are what the text uses, so that a new variable asks more of callers.
    expect(['BREAKING', 'FEATURE']).toContain(mergeability.changeType)
    await world.review(team.reviewer, id, feature.head)
    const result = await world.merge(team.admin, id, feature.head)
    expect(result.commit.changeType).toBe(mergeability.changeType)
    expect(result.commit.parents[0]).toEqual({ hash: main.head })
  })

  it('is refused for another head than the newest, before approval, and for what says nothing', async () => {
    const { team } = world
    const { feature, main } = await world.setting()
    const { id } = await world.open(feature)
    const refused = await world.merge(team.admin, id, feature.head)
    expect(refused).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('One approval is missing'),
    })
    await world.review(team.reviewer, id, feature.head)
    expect(await world.merge(team.admin, id, main.head)).toMatchObject({
      __typename: 'ConflictError',
      head: { hash: feature.head },
    })
    expect((await world.merge(team.admin, id, feature.head, { message: '  ' })).__typename).toBe(
      'ValidationError',
    )
    expect((await world.see(id)).status).toBe('OPEN')
  })

  it('is for those who may merge, and deleting the source for those who may', async () => {
    const { team } = world
    const { id, feature } = await approved()
    expect((await world.merge(team.viewer, id, feature.head)).__typename).toBe('ForbiddenError')
    expect((await world.merge(team.stranger, id, feature.head)).__typename).toBe('NotFoundError')
    const deleting = { deleteSource: true }
    expect((await world.merge(team.reviewer, id, feature.head, deleting)).__typename).toBe('ForbiddenError')
    const result = await world.merge(team.developer, id, feature.head, deleting)
    expect(result.changeRequest.source.deletedAt).not.toBeNull()
    expect((await world.see(id)).source).toMatchObject({ name: 'feature/change' })
  })

  it('leaves everything as it was when the source cannot be deleted', async () => {
    const { team } = world
    const { id, feature, prompt } = await approved()
    const release = await world.createBranch(prompt, 'release/next')
    const other = await world.open(feature, team.developer, { targetBranchId: release.id })
    const result = await world.merge(team.developer, id, feature.head, { deleteSource: true })
    expect(result).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining(`#${other.number}`),
    })
    expect(await world.see(id)).toMatchObject({ status: 'OPEN', mergeability: { state: 'READY' } })
    expect((await mainOf(prompt)).version).toBe('1.0.0')
  })

  it('changes main whatever the status of the prompt but archived', async () => {
    const { team, server } = world
    const { id, feature, prompt } = await approved()
    const promptId = Buffer.from(prompt, 'base64url').toString().split('.')[1]!
    await server.database.db.execute(`update prompts set status = 'deployed' where id = '${promptId}'`)
    expect((await world.merge(team.admin, id, feature.head)).__typename).toContain('Payload')

    const other = await approved()
    await world.must(team.admin, 'promptArchive', { id: other.prompt }, 'prompt { id }')
    expect((await world.see(other.id)).mergeability).toMatchObject({
      state: 'BLOCKED',
      reasons: [expect.stringContaining('archived')],
    })
    expect(await world.merge(team.admin, other.id, other.feature.head)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('archived'),
    })
  })

  it('tells that the target has everything already', async () => {
    const { team } = world
    const { id, feature, prompt } = await approved()
    const release = await world.createBranch(prompt, 'release/next')
    const other = await world.open(feature, team.developer, { targetBranchId: release.id })
    await world.merge(team.admin, id, feature.head)
    expect((await world.see(other.id)).mergeability.state).toBe('BLOCKED')
    const [again] = [await world.open(release).catch((error: Error) => error.message)]
    expect(again).toContain('no commit that main lacks')
    await world.review(team.reviewer, other.id, feature.head)
    await world.merge(team.admin, other.id, feature.head)
    expect((await world.see(other.id)).status).toBe('MERGED')
  })
})

describe('conflicts', () => {
  it('are not resolved in a branch that takes in changes by review only', async () => {
    const { id: prompt, main } = await world.createPrompt()
    const staging = await world.createBranch(prompt, 'staging')
    await world.commit(staging, FIRST.replace('two', 'two on staging'))
    const { id } = await world.open(staging)
    await world.commit(main, FIRST.replace('two', 'two on main'))
    expect((await world.see(id, world.team.developer)).viewerActions).not.toContain('update')
    expect(
      await world.mutate(world.team.developer, 'branchMerge', {
        branchId: staging.id,
        from: 'main',
        resolve: true,
      }),
    ).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('needs approval') })
  })

  it('are counted, block, and go when the target was merged into the source', async () => {
    const { team } = world
    const { id, feature, main, prompt } = await approved(FIRST.replace('two', 'two on the branch'))
    await world.commit(main, FIRST.replace('two', 'two on main'))
    expect(await world.see(id)).toMatchObject({
      mergeability: { state: 'CONFLICTS', conflicts: 1, behind: 1, content: null },
      approvals: { given: 1 },
    })
    expect((await world.see(id, team.developer)).viewerActions).toContain('update')
    expect(await world.merge(team.admin, id, feature.head)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('changed the same'),
    })
    const started = await world.must(
      team.developer,
      'branchMerge',
      { branchId: feature.id, from: 'main', resolve: true },
      'outcome conflicts branch { conflicts { id } }',
    )
    expect(started).toMatchObject({ outcome: 'CONFLICTS', conflicts: 1 })
    for (const conflict of started.branch.conflicts) {
      await world.must(
        team.developer,
        'conflictResolve',
        { id: conflict.id, choice: 'THEIRS' },
        'conflict { choice }',
      )
    }
    await world.write(feature, FIRST.replace('two', 'two on both'), team.developer)
    const done = await world.must(
      team.developer,
      'commitCreate',
      { branchId: feature.id, expectedHead: feature.head, message: 'Take in main', changeType: 'FIX' },
      'commit { hash parents { hash } }',
    )
    expect(done.commit.parents).toEqual([{ hash: feature.head }, { hash: main.head }])
    const resolved = await world.see(id)
    expect(resolved).toMatchObject({
      mergeability: { state: 'BLOCKED', conflicts: 0, behind: 0 },
      approvals: { given: 0 },
      baseCommit: { hash: main.head },
    })
    await world.review(team.reviewer, id, done.commit.hash)
    expect((await world.merge(team.admin, id, done.commit.hash)).__typename).toContain('Payload')
    expect((await mainOf(prompt)).branch.head.content).toBe(FIRST.replace('two', 'two on both'))
  })
})

describe('races', () => {
  it('of two merges of one request: one wins', async () => {
    const { team } = world
    const { id, feature, prompt } = await approved()
    const results = await Promise.all([
      world.merge(team.admin, id, feature.head),
      world.merge(team.reviewer, id, feature.head),
      world.merge(team.developer, id, feature.head, { method: 'SQUASH' }),
    ])
    const types = results.map(({ __typename }) => __typename).toSorted()
    expect(types).toEqual(['ChangeRequestMergePayload', 'ConflictError', 'ConflictError'])
    expect((await mainOf(prompt)).version).toBe('1.0.1')
  })

  it('of a merge and a commit: what is merged was approved', async () => {
    const { team } = world
    const { id, feature, prompt } = await approved()
    const head = feature.head
    const [merged] = await Promise.all([
      world.merge(team.admin, id, head),
      world.commit(feature, FIRST.replace('one', 'one, unseen')),
    ])
    const { branch } = await mainOf(prompt)
    expect(branch.head.content).not.toContain('unseen')
    if (merged.__typename === 'ConflictError') expect((await world.see(id)).status).toBe('OPEN')
    else expect(merged.commit.parents[1].hash).toBe(head)
  })

  it('of a merge and a request for changes: either the merge was first, or it is refused', async () => {
    const { team } = world
    const { id, feature } = await approved()
    const [merged, review] = await Promise.all([
      world.merge(team.admin, id, feature.head),
      world.review(team.reviewer, id, feature.head, 'REQUEST_CHANGES'),
    ])
    const done = [merged, review].filter(({ __typename }) => __typename.endsWith('Payload'))
    expect(done).toHaveLength(1)
  })

  it('of 20 requests into one main: every number once, no gap, and nothing lost', async () => {
    const { team } = world
    const lines = Array.from({ length: 20 }, (_, n) => `line ${n}`)
    const text = (changed: readonly number[]) =>
      `user:\n${lines.map((line, n) => `${line}${changed.includes(n) ? ', changed' : ''}\n\nkept ${n}\n`).join('\n')}`
    const { id: prompt } = await world.createPrompt(text([]))
    const requests = []
    for (let n = 0; n < 20; n++) {
      const feature = await world.createBranch(prompt, `feature/n-${n}`)
      await world.commit(feature, text([n]))
      const { id } = await world.open(feature)
      await world.review(team.reviewer, id, feature.head)
      requests.push({ id, head: feature.head })
    }
    const results = await Promise.all(requests.map(({ id, head }) => world.merge(team.admin, id, head)))
    expect(results.map(({ __typename }) => __typename)).toEqual(
      Array.from({ length: 20 }, () => 'ChangeRequestMergePayload'),
    )
    const versions = results.map(({ commit }) => Number(commit.version.split('.')[2]))
    expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    const { branch } = await mainOf(prompt)
    const all = text(lines.map((_, n) => n))
    expect([branch.head.content, branch.document.content]).toEqual([all, all])
  }, 60_000)
})
