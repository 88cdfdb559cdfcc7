import { type Action, can, LEVELS } from '@incipit/access'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

/** Fresh things of the library, since some mutations use theirs up. */
async function things() {
  const created = await team.admin.query(
    `mutation ($id: ID!, $name: String!) { promptCreate(input: { libraryId: $id, name: $name, category: "tasks" }) { ... on PromptCreatePayload { prompt { id branch(name: "main") { id document { id } } } } } }`,
    { id: team.id, name: `Prompt ${crypto.randomUUID().replaceAll('-', 'x').slice(0, 12)}` },
  )
  const { prompt } = created.data.promptCreate
  const commit = await team.admin.query(
    `mutation ($id: ID!) { commitCreate(input: { branchId: $id, message: "First", changeType: FEATURE }) { ... on CommitCreatePayload { commit { id hash } } } }`,
    { id: prompt.branch.id },
  )
  const guest = await server.person('viewer', team.library.libraryId)
  const members = await team.admin.query(
    'query ($slug: String!) { library(slug: $slug) { members(last: 1) { edges { node { id user { email } } } } } }',
    { slug: team.slug },
  )
  const member = members.data.library.members.edges[0].node
  expect(member.user.email).toBe(guest.email)
  const invitation = await team.admin.query(
    `mutation ($id: ID!, $email: String!) { invitationCreate(input: { libraryId: $id, email: $email, level: VIEWER }) { ... on InvitationCreatePayload { invitation { id } } } }`,
    { id: team.id, email: `${crypto.randomUUID()}@example.org` },
  )
  const key = await server.program(team.admin, team.id, 'viewer', ['read'])
  return {
    library: team.id,
    prompt: prompt.id as string,
    branch: prompt.branch.id as string,
    document: prompt.branch.document.id as string,
    commit: commit.data.commitCreate.commit.id as string,
    head: commit.data.commitCreate.commit.hash as string,
    member: member.id as string,
    invitation: invitation.data.invitationCreate.invitation.id as string,
    key: key.keyId,
  }
}
type Things = Awaited<ReturnType<typeof things>>

/** Every mutation on a library: the action it needs, its input, and the names of its ids. */
const MUTATIONS: Record<
  string,
  { action: Action; payload?: string; input: (ids: Things) => Record<string, unknown>; ids: (keyof Things)[] }
> = {
  libraryUpdate: {
    action: 'library.update',
    ids: ['library'],
    input: (ids) => ({ id: ids.library, description: 'Ours' }),
  },
  memberUpdate: {
    action: 'member.manage',
    ids: ['member'],
    input: (ids) => ({ id: ids.member, level: 'REVIEWER' }),
  },
  memberRemove: { action: 'member.manage', ids: ['member'], input: (ids) => ({ id: ids.member }) },
  invitationCreate: {
    action: 'invitation.manage',
    ids: ['library'],
    input: (ids) => ({
      libraryId: ids.library,
      email: `${crypto.randomUUID()}@example.org`,
      level: 'VIEWER',
    }),
  },
  invitationRevoke: {
    action: 'invitation.manage',
    ids: ['invitation'],
    input: (ids) => ({ id: ids.invitation }),
  },
  apiKeyCreate: {
    action: 'key.manage',
    ids: ['library'],
    input: (ids) => ({ libraryId: ids.library, name: 'Key', level: 'VIEWER', scopes: ['READ'] }),
  },
  apiKeyRevoke: { action: 'key.manage', ids: ['key'], input: (ids) => ({ id: ids.key }) },
  promptCreate: {
    action: 'prompt.create',
    ids: ['library'],
    input: (ids) => ({
      libraryId: ids.library,
      name: `New ${crypto.randomUUID().replaceAll('-', 'x')}`,
      category: 'tasks',
    }),
  },
  promptUpdate: {
    action: 'prompt.update',
    ids: ['prompt'],
    input: (ids) => ({ id: ids.prompt, name: 'Renamed' }),
  },
  promptArchive: {
    action: 'prompt.archive',
    ids: ['prompt'],
    input: (ids) => ({ id: ids.prompt, reason: 'Not needed' }),
  },
  commitRestore: { action: 'prompt.edit', ids: ['commit'], input: (ids) => ({ commitId: ids.commit }) },
  commitTagCreate: {
    action: 'commit.tag',
    ids: ['commit'],
    input: (ids) => ({ commitId: ids.commit, name: `tag-x${crypto.randomUUID().slice(0, 8)}x` }),
  },
  collabTicketCreate: {
    action: 'prompt.read',
    ids: ['document'],
    input: (ids) => ({ documentId: ids.document }),
  },
}

function run(visitor: Visitor, name: string, input: Record<string, unknown>) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  return visitor.query(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Error { code message } } }`,
    { input },
  )
}

/** The same id in a library that does not exist. */
function missing(id: string): string {
  const [type, inside] = Buffer.from(id, 'base64url').toString().split(':') as [string, string]
  const others = inside
    .split('.')
    .map((part) => (part.length === 64 ? part : '00000000-0000-7000-8000-00000000dead'))
  return Buffer.from(`${type}:${others.join('.')}`).toString('base64url')
}

describe.each(Object.entries(MUTATIONS))('%s', (name, { action, input, ids }) => {
  it(`is for exactly the levels that may ${action}`, async () => {
    for (const level of LEVELS) {
      const answer = await run(team[level], name, input(await things()))
      const type = answer.data[name].__typename
      if (can({ level }, action))
        expect([level, type]).toEqual([level, `${name[0]!.toUpperCase()}${name.slice(1)}Payload`])
      else expect([level, type]).toEqual([level, 'ForbiddenError'])
    }
  })

  it('answers strangers about existing things exactly as everybody about missing ones', async () => {
    const real = await things()
    const none = { ...real, ...Object.fromEntries(ids.map((id) => [id, missing(real[id])])) } as Things
    const [foreign, absent, absentForAdmin] = await Promise.all([
      run(team.stranger, name, input(real)),
      run(team.stranger, name, input(none)),
      run(team.admin, name, input(none)),
    ])
    expect(foreign.data[name].__typename).toBe('NotFoundError')
    expect(absent.data).toEqual(foreign.data)
    expect(absentForAdmin.data).toEqual(foreign.data)
  })

  it('is not for anonymous callers', async () => {
    const answer = await run(server.visitor(), name, input(await things()))
    expect(answer.data).toBeNull()
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})

describe('strangers', () => {
  it('see no library, prompt, commit or document, by any edge', async () => {
    const ids = await things()
    for (const id of [
      ids.library,
      ids.prompt,
      ids.branch,
      ids.document,
      ids.commit,
      ids.member,
      ids.invitation,
      ids.key,
    ]) {
      const answer = await team.stranger.query('query ($id: ID!) { node(id: $id) { id } }', { id })
      expect(answer.data).toEqual({ node: null })
      const own = await team.admin.query('query ($id: ID!) { node(id: $id) { id } }', { id })
      expect(own.data.node).toEqual({ id })
    }
    const bySlug = await team.stranger.query('query ($slug: String!) { library(slug: $slug) { id } }', {
      slug: team.slug,
    })
    expect(bySlug.data).toEqual({ library: null })
  })

  it('cannot subscribe to anything of the library', async () => {
    const ids = await things()
    const client = team.stranger.socket()
    for (const [query, id] of [
      ['subscription ($id: ID!) { libraryActivity(libraryId: $id) { id } }', ids.library],
      ['subscription ($id: ID!) { presenceChanged(libraryId: $id) { people { id } } }', ids.library],
      ['subscription ($id: ID!) { promptChanged(promptId: $id) { action } }', ids.prompt],
      ['subscription ($id: ID!) { versionCommitted(promptId: $id) { commit { hash } } }', ids.prompt],
    ] as const) {
      const outcome = await new Promise((resolve) => {
        client.subscribe(
          { query, variables: { id } },
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
})

describe('API keys', () => {
  it('may do what their level and scopes say together', async () => {
    const ids = await things()
    const reader = await server.program(team.admin, team.id, 'admin', ['read'])
    expect(
      (await run(reader, 'promptUpdate', { id: ids.prompt, name: 'By a key' })).data.promptUpdate,
    ).toMatchObject({
      __typename: 'ForbiddenError',
      message: expect.stringContaining('scope write'),
    })
    const writer = await server.program(team.admin, team.id, 'developer', ['read', 'write'])
    expect(
      (await run(writer, 'promptUpdate', { id: ids.prompt, name: 'By a key' })).data.promptUpdate.__typename,
    ).toBe('PromptUpdatePayload')
    const weak = await server.program(team.admin, team.id, 'viewer', ['read', 'write'])
    expect(
      (await run(weak, 'promptUpdate', { id: ids.prompt, name: 'By a key' })).data.promptUpdate.__typename,
    ).toBe('ForbiddenError')
  })

  it('can never manage members, keys or settings, whatever their level', async () => {
    const ids = await things()
    const strong = await server.program(team.admin, team.id, 'admin', [
      'read',
      'write',
      'commit',
      'import',
      'review',
      'release',
      'audit',
    ])
    for (const name of [
      'libraryUpdate',
      'memberUpdate',
      'memberRemove',
      'invitationCreate',
      'invitationRevoke',
      'apiKeyCreate',
      'apiKeyRevoke',
    ]) {
      const answer = await run(strong, name, MUTATIONS[name]!.input(ids))
      expect([name, answer.data[name].__typename]).toEqual([name, 'ForbiddenError'])
    }
  })

  it('are shown once, stored as a hash, and dead when revoked', async () => {
    const key = await server.program(team.admin, team.id, 'viewer', ['read'])
    const stored = JSON.stringify(await server.database.db.execute('select * from api_keys'))
    const audited = JSON.stringify(await server.database.db.execute('select * from audit_entries'))
    expect(stored).not.toContain(key.secret)
    expect(audited).not.toContain(key.secret)
    expect(
      (await key.query('{ viewer { kind apiKey { name lastUsedAt } } }')).data.viewer.apiKey.lastUsedAt,
    ).not.toBeNull()
    await run(team.admin, 'apiKeyRevoke', { id: key.keyId })
    const after = await key.query('{ viewer { kind } }')
    expect([after.status, after.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
  })

  it('see their own library only', async () => {
    const other = await server.team('Other')
    const key = await server.program(team.admin, team.id, 'viewer', ['read'])
    const answer = await key.query(
      'query ($slug: String!) { library(slug: $slug) { id } viewer { libraries { edges { node { slug } } } } }',
      { slug: other.slug },
    )
    expect(answer.data).toEqual({
      library: null,
      viewer: { libraries: { edges: [{ node: { slug: team.slug } }] } },
    })
  })
})

describe('members', () => {
  it('keep an admin: the last one can neither be lowered nor removed, also by two at once', async () => {
    const own = await server.team('Lonely')
    const list = await own.admin.query(
      'query ($slug: String!) { library(slug: $slug) { members { edges { node { id level } } } } }',
      { slug: own.slug },
    )
    const admins = list.data.library.members.edges
      .map((edge: { node: { id: string; level: string } }) => edge.node)
      .filter((node: { level: string }) => node.level === 'ADMIN')
    expect(admins).toHaveLength(2)
    const outcomes = await Promise.all([
      run(own.admin, 'memberRemove', { id: admins[0].id }),
      run(own.admin, 'memberUpdate', { id: admins[1].id, level: 'VIEWER' }),
    ])
    const types = [outcomes[0].data.memberRemove.__typename, outcomes[1].data.memberUpdate.__typename]
    expect(types.filter((type) => type.endsWith('Payload'))).toHaveLength(1)
  })

  it('unknown fields of an input are refused', async () => {
    const answer = await team.admin.query(
      'mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { __typename } }',
      {
        input: { libraryId: team.id, name: 'x', category: 'tasks', status: 'DEPLOYED', createdBy: 'me' },
      },
    )
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})
