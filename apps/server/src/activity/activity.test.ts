import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventStream } from '../graphql/event-stream.ts'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

/** The events of a subscription, one after the other. */
async function watch(visitor: Visitor, query: string, variables: Record<string, unknown>) {
  const client = visitor.socket()
  const connected = new Promise<void>((resolve) => client.on('connected', () => resolve()))
  const events = client.iterate({ query, variables })
  const first = events.next()
  await connected
  // Whatever is sent after this answer was received comes after the subscription, which was sent before it.
  await new Promise<void>((resolve, reject) =>
    client.subscribe(
      { query: '{ viewer { kind } }' },
      { next: () => resolve(), error: reject, complete: () => {} },
    ),
  )
  let pending: Promise<IteratorResult<{ data?: unknown }>> | null = first
  return {
    // biome-ignore lint/suspicious/noExplicitAny: events have the shape of the query each test writes.
    async next(): Promise<any> {
      const { value } = await (pending ?? events.next())
      pending = null
      return value.data
    },
  }
}

async function createPrompt(name: string) {
  const answer = await team.developer.query(
    'mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { ... on PromptCreatePayload { prompt { id branch(name: "main") { id document { room } } } } } }',
    { input: { libraryId: team.id, name, category: 'tasks' } },
  )
  return answer.data.promptCreate.prompt
}

describe('subscriptions', () => {
  it('tell what happens in a library', async () => {
    const activity = await watch(
      team.viewer,
      'subscription ($id: ID!) { libraryActivity(libraryId: $id) { action actor { name } subject { label } prompt { name version } coalesced } }',
      { id: team.id },
    )
    const prompt = await createPrompt('Watched')
    expect((await activity.next()).libraryActivity).toMatchObject({
      action: 'prompt.create',
      subject: { label: 'tasks-general-watched' },
      prompt: { name: 'Watched', version: null },
      coalesced: 0,
    })
    await team.developer.query(
      'mutation ($id: ID!) { promptUpdate(input: { id: $id, name: "Renamed" }) { __typename } }',
      { id: prompt.id },
    )
    expect((await activity.next()).libraryActivity.prompt.name).toBe('Renamed')
  })

  it('tell commits and changes of a prompt, with nothing stale', async () => {
    const prompt = await createPrompt('Committed')
    const commits = await watch(
      team.viewer,
      'subscription ($id: ID!) { versionCommitted(promptId: $id) { commit { version message } branch { head { version } } prompt { version } } }',
      { id: prompt.id },
    )
    const changes = await watch(
      team.viewer,
      'subscription ($id: ID!) { promptChanged(promptId: $id) { action prompt { version } } }',
      { id: prompt.id },
    )
    const commit = (expectedHead: string | null, message: string) =>
      team.developer.query(
        'mutation ($input: CommitCreateInput!) { commitCreate(input: $input) { ... on CommitCreatePayload { commit { hash } } } }',
        { input: { branchId: prompt.branch.id, expectedHead, message, changeType: 'FIX' } },
      )
    const first = await commit(null, 'First')
    expect((await commits.next()).versionCommitted).toEqual({
      commit: { version: '1.0.0', message: 'First' },
      branch: { head: { version: '1.0.0' } },
      prompt: { version: '1.0.0' },
    })
    const [libraryId, documentId] = prompt.branch.document.room.split('.')
    await server.features.collaboration.edit(libraryId, documentId, 'user:\nother\n', {
      id: team.developer.userId,
    })
    await commit(first.data.commitCreate.commit.hash, 'Second')
    expect((await commits.next()).versionCommitted).toMatchObject({
      commit: { version: '1.0.1' },
      branch: { head: { version: '1.0.1' } },
      prompt: { version: '1.0.1' },
    })
    expect((await changes.next()).promptChanged).toEqual({
      action: 'commit.create',
      prompt: { version: '1.0.0' },
    })
  })
})

describe('the stream of a subscriber', () => {
  it('is bounded: who does not read gets fewer, merged events', async () => {
    let push: (event: { n: number; merged: number }) => void = () => {}
    const stream = eventStream<{ n: number; merged: number }>({
      listen: (listener) => {
        push = listener
        return () => {}
      },
      merge: (waiting, event) => ({ n: event.n, merged: waiting.merged + 1 }),
      allowed: async () => true,
    })
    for (let n = 0; n < 10_000; n++) push({ n, merged: 0 })
    const got: { n: number; merged: number }[] = []
    for (let n = 0; n < 64; n++) got.push((await stream.next()).value!)
    expect(got.at(-1)).toEqual({ n: 9999, merged: 10_000 - 64 })
    expect(got.slice(0, 63).map((event) => event.n)).toEqual(Array.from({ length: 63 }, (_, n) => n))
  })

  it('ends when its reader may no longer see it, and stops listening', async () => {
    let push: (event: number) => void = () => {}
    let stopped = false
    let allowed = true
    const stream = eventStream<number>({
      listen: (listener) => {
        push = listener
        return () => {
          stopped = true
        }
      },
      merge: (_waiting, event) => event,
      allowed: async () => allowed,
    })
    push(1)
    expect(await stream.next()).toEqual({ done: false, value: 1 })
    allowed = false
    push(2)
    expect(await stream.next()).toEqual({ done: true, value: undefined })
    expect(stopped).toBe(true)
  })
})
