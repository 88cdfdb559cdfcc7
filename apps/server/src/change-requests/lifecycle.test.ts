import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIRST, startWorld, type World } from './test-world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.server.close())

const CHANGED = FIRST.replace('one', 'one, changed')

describe('opening a change request', () => {
  it('asks for the branch where the source belongs, and tells where both stand', async () => {
    const { main, feature } = await world.setting()
    const request = await world.open(feature, world.team.developer, { description: '**Why**' })
    expect(request).toMatchObject({
      status: 'OPEN',
      title: 'A change',
      description: '**Why**',
      author: { id: world.team.developer.userId },
      source: { name: 'feature/change' },
      target: { name: 'main' },
      headCommit: { hash: feature.head },
      baseCommit: { hash: main.head },
      commits: [{ hash: feature.head }],
      mergeCommit: null,
      endedAt: null,
      mergeability: {
        state: 'BLOCKED',
        conflicts: 0,
        behind: 0,
        content: CHANGED,
        changeType: 'FIX',
      },
    })
    expect(request.mergeability.nextVersions).toContainEqual({ changeType: 'FIX', version: '1.0.1' })
    expect(request.checks.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual([
      ['Syntax', 'PASSED'],
      ['Conflicts', 'PASSED'],
      ['Approvals', 'PENDING'],
    ])
  })

  it('goes to staging where there is one, and to another target the type permits where named', async () => {
    const { prompt, main, feature } = await world.setting()
    await world.createBranch(prompt, 'staging')
    expect((await world.open(feature)).target.name).toBe('staging')
    expect((await world.open(feature, world.team.developer, { targetBranchId: main.id })).target.name).toBe(
      'main',
    )
    const release = await world.createBranch(prompt, 'release/next')
    const more = { targetBranchId: release.id }
    expect((await world.open(feature, world.team.developer, more)).target.name).toBe('release/next')
  })

  it('refuses what the types do not permit', async () => {
    const { prompt, main, feature } = await world.setting()
    const hotfix = await world.createBranch(prompt, 'hotfix/now')
    await world.commit(hotfix, FIRST.replace('two', 'two, repaired'))
    const experiment = await world.createBranch(prompt, 'experiment/odd')
    await world.commit(experiment, FIRST.replace('three', 'three, odd'))
    const staging = await world.createBranch(prompt, 'staging')
    const open = (source: string, target: string | null) =>
      world.mutate(world.team.developer, 'changeRequestCreate', {
        sourceBranchId: source,
        targetBranchId: target,
        title: 'Odd',
      })
    for (const [source, target, path] of [
      [hotfix.id, staging.id, 'targetBranchId'],
      [feature.id, hotfix.id, 'targetBranchId'],
      [feature.id, feature.id, 'targetBranchId'],
      [main.id, staging.id, 'targetBranchId'],
      [main.id, null, 'sourceBranchId'],
      [experiment.id, null, 'sourceBranchId'],
      [experiment.id, main.id, 'targetBranchId'],
    ] as const) {
      const result = await open(source, target)
      expect([result.__typename, result.issues?.[0].path]).toEqual(['ValidationError', path])
    }
  })

  it('needs a commit the target lacks, and is open once for a source and a target', async () => {
    const { prompt, feature } = await world.setting()
    const empty = await world.createBranch(prompt, 'feature/empty')
    const open = (sourceBranchId: string) =>
      world.mutate(world.team.developer, 'changeRequestCreate', { sourceBranchId, title: 'Again' })
    expect(await open(empty.id)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('no commit that main lacks'),
    })
    const results = await Promise.all(Array.from({ length: 4 }, () => open(feature.id)))
    const types = results.map((result: { __typename: string }) => result.__typename).toSorted()
    expect(types).toEqual(['ChangeRequestCreatePayload', 'ConflictError', 'ConflictError', 'ConflictError'])
  })

  it('refuses deleted branches, branches of another prompt or library, and archived prompts', async () => {
    const [one, other] = [await world.setting(), await world.setting()]
    const { team } = world
    const open = (sourceBranchId: string, targetBranchId: string | null = null) =>
      world.mutate(team.developer, 'changeRequestCreate', { sourceBranchId, targetBranchId, title: 'Odd' })
    expect((await open(one.feature.id, other.main.id)).__typename).toBe('NotFoundError')
    await world.must(team.developer, 'branchDelete', { id: one.feature.id }, 'branch { id }')
    expect((await open(one.feature.id)).__typename).toBe('NotFoundError')
    await world.must(team.developer, 'promptArchive', { id: other.prompt }, 'prompt { id }')
    expect(await open(other.feature.id)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('archived'),
    })
  })

  it('checks title and description, and keeps what looks like markup as text', async () => {
    const { feature } = await world.setting()
    const create = (title: string, description = '') =>
      world.mutate(world.team.developer, 'changeRequestCreate', {
        sourceBranchId: feature.id,
        title,
        description,
      })
    for (const [title, description] of [
      ['', ''],
      ['   ', ''],
      ['x'.repeat(201), ''],
      ['two\nlines', ''],
      ['NUL \u0000', ''],
      ['fine', 'x'.repeat(20_001)],
      ['fine', 'half \ud800'],
    ] as const) {
      expect((await create(title, description)).__typename).toBe('ValidationError')
    }
    const hostile = `__proto__ <img src=x onerror=alert(1)> '; drop table change_requests; --`
    const request = await world.open(feature, world.team.developer, { title: hostile, description: hostile })
    expect(request).toMatchObject({ title: hostile, description: hostile })
  })
})

describe('numbers', () => {
  it('are dense in a library, from 1, also when many are opened at once and some are refused', async () => {
    const own = await startWorld()
    try {
      const { id } = await own.createPrompt()
      const features = []
      for (let n = 0; n < 8; n++) {
        const feature = await own.createBranch(id, `feature/n-${n}`)
        await own.commit(feature, FIRST.replace('two', `two, ${n}`))
        features.push(feature)
      }
      const results = await Promise.all(
        [...features, ...features].map((feature) =>
          own.mutate(
            own.team.developer,
            'changeRequestCreate',
            { sourceBranchId: feature.id, title: 'Parallel' },
            'changeRequest { number }',
          ),
        ),
      )
      const numbers = results.flatMap((result) => result.changeRequest?.number ?? [])
      expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      const found = await own.team.viewer.query(
        'query ($slug: String!) { library(slug: $slug) { three: changeRequest(number: 3) { number } none: changeRequest(number: 9) { id } odd: changeRequest(number: -1) { id } huge: changeRequest(number: 2147483647) { id } } }',
        { slug: own.team.slug },
      )
      expect(found.data.library).toEqual({ three: { number: 3 }, none: null, odd: null, huge: null })
    } finally {
      await own.server.close()
    }
  })
})

describe('editing, closing and reopening', () => {
  it('changes title and description, one at a time too', async () => {
    const { feature } = await world.setting()
    const { id } = await world.open(feature)
    await world.must(world.team.admin, 'changeRequestEdit', { id, title: 'Better' }, 'changeRequest { id }')
    await world.must(
      world.team.developer,
      'changeRequestEdit',
      { id, description: 'Because' },
      'changeRequest { id }',
    )
    expect(await world.see(id)).toMatchObject({ title: 'Better', description: 'Because' })
  })

  it('keeps the heads it ended with, and goes on from the present ones when it is opened again', async () => {
    const { team } = world
    const { main, feature } = await world.setting()
    const { id } = await world.open(feature)
    const ended = feature.head
    const closed = await world.must(team.developer, 'changeRequestClose', { id }, 'changeRequest { status }')
    expect(closed.changeRequest.status).toBe('CLOSED')
    await world.commit(feature, FIRST.replace('one', 'one, twice'))
    await world.commit(main, FIRST.replace('three', 'three, elsewhere'))
    expect(await world.see(id)).toMatchObject({
      endedBy: { id: team.developer.userId },
      headCommit: { hash: ended },
      commits: [{ hash: ended }],
      mergeability: { state: 'ENDED' },
    })
    for (const name of ['changeRequestClose', 'changeRequestMerge', 'changeRequestReview'] as const) {
      const more = {
        changeRequestClose: {},
        changeRequestMerge: { expectedHead: feature.head },
        changeRequestReview: { headCommit: feature.head, verdict: 'APPROVE' },
      }[name]
      expect([name, (await world.mutate(team.admin, name, { id, ...more })).__typename]).toEqual([
        name,
        'ConflictError',
      ])
    }
    await world.must(team.developer, 'changeRequestReopen', { id }, 'changeRequest { id }')
    const open = await world.see(id)
    expect(open).toMatchObject({
      status: 'OPEN',
      endedAt: null,
      endedBy: null,
      headCommit: { hash: feature.head },
      mergeability: { behind: 1 },
    })
    expect(open.commits).toHaveLength(2)
    expect(await world.mutate(team.developer, 'changeRequestReopen', { id })).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('open already'),
    })
  })

  it('reopens only while both branches are there and no other request asks for the same', async () => {
    const { team } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature)
    const refused = await world.mutate(team.developer, 'branchDelete', { id: feature.id })
    expect(refused).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('#') })
    await world.must(team.developer, 'changeRequestClose', { id }, 'changeRequest { id }')
    await world.must(team.developer, 'branchDelete', { id: feature.id }, 'branch { id }')
    expect((await world.see(id)).source.deletedAt).not.toBeNull()
    expect(await world.mutate(team.developer, 'changeRequestReopen', { id })).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('deleted'),
    })
    await world.must(team.developer, 'branchRestore', { id: feature.id }, 'branch { id }')
    const other = await world.open(feature)
    expect(await world.mutate(team.developer, 'changeRequestReopen', { id })).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining(`#${other.number}`),
    })
    await world.must(team.developer, 'changeRequestClose', { id: other.id }, 'changeRequest { id }')
    const results = await Promise.all(
      [id, other.id].map((one) => world.mutate(team.developer, 'changeRequestReopen', { id: one })),
    )
    expect(results.filter(({ __typename }) => __typename === 'ConflictError')).toHaveLength(1)
  })

  it('leaves an entry in the audit log for each deed, and an intact chain', async () => {
    const { team } = world
    const { feature } = await world.setting()
    const { id, number } = await world.open(feature)
    await world.must(
      team.developer,
      'changeRequestEdit',
      { id, title: 'Said better' },
      'changeRequest { id }',
    )
    await world.must(team.developer, 'changeRequestClose', { id }, 'changeRequest { id }')
    await world.must(team.developer, 'changeRequestReopen', { id }, 'changeRequest { id }')
    const answer = await team.admin.query(
      'query ($slug: String!) { library(slug: $slug) { auditVerification { ok } auditEntries(first: 4) { edges { node { action subject { type label } details actor { id } } } } } }',
      { slug: team.slug },
    )
    const { auditVerification, auditEntries } = answer.data.library
    expect(auditVerification.ok).toBe(true)
    const entries = auditEntries.edges.map((edge: { node: unknown }) => edge.node)
    expect(entries.map(({ action }: { action: string }) => action)).toEqual([
      'change.reopen',
      'change.close',
      'change.edit',
      'change.create',
    ])
    expect(entries[2]).toMatchObject({
      subject: { type: 'change-request', label: `#${number} Said better` },
      details: { number, title: { before: 'A change', after: 'Said better' } },
      actor: { id: team.developer.userId },
    })
  })
})
