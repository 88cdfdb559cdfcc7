import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../testing/test-server.ts'
import { FIRST, startWorld, type World } from './test-world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.server.close())

const SUBSCRIPTION =
  'subscription ($id: ID!) { changeRequestUpdated(changeRequestId: $id) { action actor { id } changeRequest { number status title headCommit { hash } approvals { given required } mergeability { state behind } comments { body } } } }'

/** The events of a change request, one after the other. */
async function watch(visitor: Visitor, id: string) {
  const client = visitor.socket()
  const connected = new Promise<void>((resolve) => client.on('connected', () => resolve()))
  const events = client.iterate({ query: SUBSCRIPTION, variables: { id } })
  const first = events.next()
  await connected
  // Whatever is sent after this answer was received comes after the subscription, which was sent before it.
  await new Promise<void>((resolve, reject) =>
    client.subscribe(
      { query: '{ viewer { kind } }' },
      { next: () => resolve(), error: reject, complete: () => {} },
    ),
  )
  let pending: typeof first | null = first
  const next = () => {
    const event = pending ?? events.next()
    pending = null
    return event
  }
  return {
    next,
    /** Reads on until an event of this action; tells what it showed. */
    // biome-ignore lint/suspicious/noExplicitAny: events have the shape of the query.
    async until(action: string): Promise<any> {
      for (;;) {
        const { value, done } = await next()
        if (done) throw new Error(`The subscription ended before ${action}`)
        const update = (value.data as { changeRequestUpdated: { action: string } }).changeRequestUpdated
        if (update.action === action) return update
      }
    },
  }
}

describe('changeRequestUpdated', () => {
  it('tells of comments, reviews, edits, commits of both branches, and the merge, with nothing stale', async () => {
    const { team } = world
    const { main, feature } = await world.setting()
    const { id } = await world.open(feature)
    const events = await watch(team.viewer, id)

    await world.comment(team.reviewer, id, { body: 'Why?' })
    expect(await events.until('comment.create')).toMatchObject({
      actor: { id: team.reviewer.userId },
      changeRequest: { comments: [{ body: 'Why?' }] },
    })
    await world.must(team.developer, 'changeRequestEdit', { id, title: 'Better' }, '__typename')
    expect((await events.until('change.edit')).changeRequest.title).toBe('Better')
    await world.commit(feature, FIRST.replace('one', 'one, better'))
    expect((await events.until('commit.create')).changeRequest.headCommit.hash).toBe(feature.head)
    await world.commit(main, FIRST.replace('three', 'three, elsewhere'))
    expect((await events.until('commit.create')).changeRequest.mergeability.behind).toBe(1)
    await world.review(team.reviewer, id, feature.head)
    expect((await events.until('review.create')).changeRequest).toMatchObject({
      approvals: { given: 1 },
      mergeability: { state: 'READY' },
    })
    await world.merge(team.admin, id, feature.head)
    expect((await events.until('change.merge')).changeRequest.status).toBe('MERGED')
  })

  it('tells of rules that changed, of another merge into the target, and of the prompt', async () => {
    const { team } = world
    const { prompt, feature } = await world.setting()
    const { id } = await world.open(feature)
    const hotfix = await world.createBranch(prompt, 'hotfix/now')
    await world.commit(hotfix, FIRST.replace('three', 'three, repaired'))
    const other = await world.open(hotfix)
    const events = await watch(team.viewer, id)

    await world.must(team.admin, 'libraryUpdate', { id: team.id, requiredApprovals: 3 }, '__typename')
    expect((await events.until('library.update')).changeRequest.approvals.required).toBe(3)
    await world.must(team.admin, 'libraryUpdate', { id: team.id, requiredApprovals: 1 }, '__typename')
    await events.until('library.update')
    await world.review(team.reviewer, other.id, hotfix.head)
    await world.merge(team.admin, other.id, hotfix.head)
    // What is said of the other request is not of this one; that main moved is.
    const { value } = await events.next()
    expect(value.data.changeRequestUpdated).toMatchObject({
      action: 'branch.merge',
      changeRequest: { mergeability: { behind: 2 } },
    })
    await world.must(team.developer, 'promptArchive', { id: prompt }, '__typename')
    const archived = await events.next()
    expect(archived.value.data.changeRequestUpdated).toMatchObject({
      action: 'prompt.archive',
      changeRequest: { mergeability: { state: 'BLOCKED' } },
    })
  })

  it('is not for strangers, and not for what is not there', async () => {
    const { team } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature)
    const absent = Buffer.from(
      Buffer.from(id, 'base64url')
        .toString()
        .replace(/[^.]+$/, '00000000-0000-7000-8000-00000000dead'),
    ).toString('base64url')
    for (const [visitor, which] of [
      [team.stranger, id],
      [team.viewer, absent],
      [team.viewer, team.id],
    ] as const) {
      const outcome = await new Promise((resolve) => {
        visitor.socket().subscribe(
          { query: SUBSCRIPTION, variables: { id: which } },
          {
            next: (value) => resolve(value.errors?.[0]?.extensions?.code ?? value),
            error: resolve,
            complete: () => resolve('complete'),
          },
        )
      })
      expect(outcome).toBe('NOT_FOUND')
    }
  })

  it('ends for somebody who may not read the library any more', async () => {
    const { team, server } = world
    const { feature } = await world.setting()
    const { id } = await world.open(feature)
    const leaving = await server.person('viewer', team.library.libraryId)
    const events = await watch(leaving, id)
    await world.comment(team.reviewer, id, { body: 'Before' })
    await events.until('comment.create')
    const members = await team.admin.query(
      'query ($slug: String!) { library(slug: $slug) { members(last: 1) { edges { node { id user { email } } } } } }',
      { slug: team.slug },
    )
    const { node } = members.data.library.members.edges[0]
    expect(node.user.email).toBe(leaving.email)
    const ended = events.until('comment.create')
    // Whichever comes first: the socket is closed, or the event is not delivered any more.
    const outcome = expect(ended).rejects.toThrow()
    await world.must(team.admin, 'memberRemove', { id: node.id }, '__typename')
    await world.comment(team.reviewer, id, { body: 'After' })
    await outcome
  })
})
