import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeReviews } from './tables.ts'
import { FIRST, startWorld, type World } from './test-world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.server.close())

const another = (level: 'reviewer' | 'admin' | 'developer') =>
  world.server.person(level, world.team.library.libraryId)

describe('approvals', () => {
  it('are given by people who may, for the head as it is, and make the merge ready', async () => {
    const { team } = world
    const { feature } = await world.setting()
    const { id, approvals } = await world.open(feature)
    expect(approvals).toMatchObject({
      required: 1,
      given: 0,
      reasons: ['Merging into main needs approval.'],
      viewerHindrance: expect.stringContaining('developer'),
    })
    expect(await world.review(team.reviewer, id, feature.head)).toMatchObject({
      review: { current: true },
      changeRequest: { approvals: { given: 1 } },
    })
    expect(await world.see(id, team.reviewer)).toMatchObject({
      mergeability: { state: 'READY', reasons: [] },
      approvals: { viewerHindrance: null },
      reviews: [{ verdict: 'APPROVE', body: 'Seen.', author: { id: team.reviewer.userId } }],
    })
  })

  it('are voided by a new commit, and given again for it', async () => {
    const { team } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature)
    const old = feature.head
    await world.review(team.reviewer, id, old)
    await world.commit(feature, FIRST.replace('one', 'one, more'))
    const seen = await world.see(id)
    expect(seen).toMatchObject({
      approvals: { given: 0 },
      mergeability: { state: 'BLOCKED' },
      reviews: [{ current: false, commit: { hash: old } }],
    })
    expect(seen.mergeability.reasons[0]).toContain('0 of 1')
    expect((await world.merge(team.admin, id, feature.head)).__typename).toBe('ConflictError')
    await world.review(team.reviewer, id, feature.head)
    expect((await world.see(id)).approvals.given).toBe(1)
  })

  it('are refused for a head that is not the newest, which the refusal names', async () => {
    const { feature, main } = await world.setting()
    const { id } = await world.open(feature)
    const old = feature.head
    await world.commit(feature, FIRST.replace('one', 'one, more'))
    for (const head of [old, main.head, feature.head.slice(0, 12), '', '0'.repeat(64)]) {
      expect(await world.review(world.team.reviewer, id, head)).toMatchObject({
        __typename: 'ConflictError',
        head: { hash: feature.head },
      })
    }
    expect((await world.see(id)).reviews).toEqual([])
  })

  it('count each person once, and as many as the library asks for', async () => {
    const own = await startWorld()
    try {
      const { team } = own
      await own.must(
        team.admin,
        'libraryUpdate',
        { id: team.id, requiredApprovals: 2 },
        'library { requiredApprovals }',
      )
      const { feature } = await own.setting()
      const { id } = await own.open(feature)
      await own.review(team.reviewer, id, feature.head)
      await own.review(team.reviewer, id, feature.head)
      expect((await own.see(id)).approvals).toMatchObject({ required: 2, given: 1 })
      expect((await own.merge(team.admin, id, feature.head)).__typename).toBe('ConflictError')
      await own.review(team.admin, id, feature.head)
      expect((await own.see(id)).approvals.given).toBe(2)
      expect((await own.merge(team.admin, id, feature.head)).__typename).toBe('ChangeRequestMergePayload')
    } finally {
      await own.server.close()
    }
  })

  it('say every reason why they are needed', async () => {
    const { team } = world
    const agents = await world.setting(FIRST.replace('one', 'one, changed'), 'agents')
    await world.commit(agents.feature, FIRST.replace('one', 'one, safe'), team.developer, 'SECURITY')
    await world.must(team.admin, 'branchProtect', { id: agents.main.id, protected: true }, 'branch { id }')
    const { approvals, mergeability } = await world.open(agents.feature)
    expect(approvals.reasons).toEqual([
      'Merging into main needs approval.',
      'main is protected.',
      'Prompts of the category agents need a review.',
      'Changes of the type security need a review.',
    ])
    expect(mergeability.changeType).toBe('SECURITY')
  })

  it('stop counting when their giver may not approve any more, and so do requests for changes', async () => {
    const { team } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature)
    const [leaving, changing] = [await another('reviewer'), await another('reviewer')]
    await world.review(leaving, id, feature.head, 'REQUEST_CHANGES')
    await world.review(changing, id, feature.head)
    expect((await world.see(id)).approvals).toMatchObject({ given: 1, changesRequested: true })
    const memberOf = async (email: string) => {
      const answer = await team.admin.query(
        'query ($slug: String!) { library(slug: $slug) { members(first: 100) { edges { node { id user { email } } } } } }',
        { slug: team.slug },
      )
      return answer.data.library.members.edges.find(
        (edge: { node: { user: { email: string } } }) => edge.node.user.email === email,
      ).node.id
    }
    await world.must(team.admin, 'memberRemove', { id: await memberOf(leaving.email) }, '__typename')
    const lowered = { id: await memberOf(changing.email), level: 'DEVELOPER' }
    await world.must(team.admin, 'memberUpdate', lowered, '__typename')
    expect((await world.see(id)).approvals).toMatchObject({ given: 0, changesRequested: false })
  })
})

describe('a request for changes', () => {
  it('blocks, on any head, until its reviewer judges again; comments change nothing', async () => {
    const { team } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature)
    await world.review(team.reviewer, id, feature.head, 'REQUEST_CHANGES', 'Shorter, please.')
    await world.commit(feature, FIRST.replace('one', 'one!'))
    await world.review(team.admin, id, feature.head)
    await world.review(team.reviewer, id, feature.head, 'COMMENT')
    const seen = await world.see(id)
    expect(seen).toMatchObject({
      approvals: { given: 1, changesRequested: true },
      mergeability: { state: 'BLOCKED' },
    })
    expect(seen.mergeability.reasons).toEqual([expect.stringContaining('asked for changes')])
    expect(seen.checks.find(({ name }: { name: string }) => name === 'Approvals').state).toBe('FAILED')
    expect((await world.merge(team.admin, id, feature.head)).__typename).toBe('ConflictError')
    await world.review(team.reviewer, id, feature.head)
    expect((await world.see(id)).mergeability.state).toBe('READY')
  })
})

describe('four eyes', () => {
  const forbidden = {
    __typename: 'ForbiddenError',
    message: expect.stringContaining('nobody approves their own'),
  }

  it('are those of somebody else than the author, whatever their level', async () => {
    const { team } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature, team.admin)
    for (const verdict of ['APPROVE', 'REQUEST_CHANGES']) {
      expect(await world.review(team.admin, id, feature.head, verdict)).toMatchObject(forbidden)
    }
    expect((await world.see(id, team.admin)).approvals.viewerHindrance).toContain('You opened')
    expect((await world.review(team.admin, id, feature.head, 'COMMENT')).__typename).toContain('Payload')
  })

  it('are not those of a co-author: a word in the live text of the branch is enough', async () => {
    const { team } = world
    const { feature } = await world.setting()
    await world.write(feature, FIRST.replace('two', 'two words'), team.admin)
    await world.commit(feature, FIRST.replace('two', 'two words').replace('three', 'three!'))
    const { id } = await world.open(feature)
    expect(await world.review(team.admin, id, feature.head)).toMatchObject(forbidden)
    const seen = await world.see(id, team.admin)
    expect(seen.approvals.viewerHindrance).toContain('You wrote part')
    expect(seen.viewerActions).not.toContain('approve')
    expect((await world.see(id, team.reviewer)).viewerActions).toContain('approve')
    expect((await world.review(team.reviewer, id, feature.head)).__typename).toContain('Payload')
  })

  it('are not those of the author of an earlier commit, nor of one who became an author after judging', async () => {
    const { team } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature)
    await world.review(team.admin, id, feature.head, 'REQUEST_CHANGES')
    await world.commit(feature, FIRST.replace('two', 'two, by an admin'), team.admin)
    await world.commit(feature, FIRST.replace('two', 'two, again'))
    expect(await world.review(team.admin, id, feature.head)).toMatchObject(forbidden)
    // Their own request cannot hold up what they wrote themselves: nobody could ever lift it.
    expect((await world.see(id)).approvals.changesRequested).toBe(false)
  })

  it('are not those of a program whose maker wrote the change, and a program is no second person', async () => {
    const { team, server } = world
    const makeKey = () => server.program(team.admin, team.id, 'reviewer', ['read', 'review'])
    const { feature } = await world.setting()
    const mine = await world.open(feature, team.admin)
    const key = await makeKey()
    expect(await world.review(key, mine.id, feature.head)).toMatchObject(forbidden)

    const other = await world.setting()
    const { id } = await world.open(other.feature)
    await world.review(await makeKey(), id, other.feature.head)
    await world.review(team.admin, id, other.feature.head)
    await world.review(key, id, other.feature.head)
    expect((await world.see(id)).approvals.given).toBe(1)
  })

  it('are not those of the maker of a program that wrote the change', async () => {
    const { team, server } = world
    const { feature } = await world.setting()
    const program = await server.program(team.admin, team.id, 'developer', ['read', 'write', 'commit'])
    await world.commit(feature, FIRST.replace('two', 'two, by a program'), {
      ...program,
      userId: Buffer.from(program.keyId, 'base64url').toString().split('.')[1]!,
    })
    const { id } = await world.open(feature)
    expect(await world.review(team.admin, id, feature.head)).toMatchObject(forbidden)
    expect((await world.review(team.reviewer, id, feature.head)).__typename).toContain('Payload')
  })
})

describe('reviewing', () => {
  it('takes text of some length, and some for a mere comment', async () => {
    const { team } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature)
    for (const [verdict, body] of [
      ['COMMENT', '  '],
      ['APPROVE', 'x'.repeat(20_001)],
      ['APPROVE', 'NUL \u0000'],
    ] as const) {
      expect((await world.review(team.reviewer, id, feature.head, verdict, body)).__typename).toBe(
        'ValidationError',
      )
    }
    const hostile = '<script>alert(1)</script> {{__proto__}} constructor'
    await world.review(team.reviewer, id, feature.head, 'COMMENT', hostile)
    expect((await world.see(id)).reviews).toMatchObject([{ body: hostile, verdict: 'COMMENT' }])
  })

  it('is for levels that may: comments for writers, judgements for reviewers', async () => {
    const { team } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature, team.admin)
    for (const [visitor, verdict, type] of [
      [team.developer, 'COMMENT', 'ChangeRequestReviewPayload'],
      [team.developer, 'APPROVE', 'ForbiddenError'],
      [team.developer, 'REQUEST_CHANGES', 'ForbiddenError'],
      [team.viewer, 'COMMENT', 'ForbiddenError'],
      [team.viewer, 'APPROVE', 'ForbiddenError'],
      [team.stranger, 'APPROVE', 'NotFoundError'],
    ] as const) {
      expect((await world.review(visitor, id, feature.head, verdict)).__typename).toBe(type)
    }
  })

  it('ends at 500 reviews', async () => {
    const { team, server } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature)
    await world.review(team.reviewer, id, feature.head, 'COMMENT')
    const [first] = (await server.database.db.select().from(changeReviews)).filter(
      ({ commitId }) => commitId === feature.head,
    )
    const more = Array.from({ length: 498 }, () => ({ ...first!, id: crypto.randomUUID() }))
    await server.database.db.insert(changeReviews).values(more)
    expect((await world.review(team.reviewer, id, feature.head)).__typename).toContain('Payload')
    expect(await world.review(team.reviewer, id, feature.head)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('500'),
    })
  })
})
