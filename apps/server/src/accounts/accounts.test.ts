import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let now = new Date('2026-03-01T12:00:00.000Z')
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
})
afterAll(() => server.close())

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

const SIGN_IN =
  'mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { __typename ... on Error { message } ... on RateLimitedError { retryAfterSeconds } } }'

describe('first start', () => {
  it('two racing set-ups make one admin, and the link is dead afterwards', async () => {
    const fresh = await startTestServer()
    try {
      const link = await fresh.features.setup.newLink()
      const token = new URL(link).searchParams.get('token')
      const complete = (n: number) =>
        fresh
          .visitor()
          .query(
            'mutation ($input: SetupCompleteInput!) { setupComplete(input: $input) { __typename ... on SetupCompletePayload { library { viewerLevel } } } }',
            {
              input: {
                token,
                email: `first${n}@example.org`,
                name: 'First',
                password: 'a long enough phrase',
                libraryName: 'First',
              },
            },
          )
      const answers = await Promise.all([complete(1), complete(2), complete(3)])
      const types = answers.map((answer) => answer.data.setupComplete.__typename).sort()
      expect(types).toEqual(['NotFoundError', 'NotFoundError', 'SetupCompletePayload'])
      expect((await complete(4)).data.setupComplete.__typename).toBe('NotFoundError')
      const info = await fresh.visitor().query('{ server { setupRequired demo demoAccounts { name } } }')
      expect(info.data.server).toEqual({ setupRequired: false, demo: false, demoAccounts: [] })
    } finally {
      await fresh.close()
    }
  })

  it('a link of an earlier start does not work', async () => {
    const fresh = await startTestServer()
    try {
      const old = new URL(await fresh.features.setup.newLink()).searchParams.get('token')
      await fresh.features.setup.newLink()
      const answer = await fresh
        .visitor()
        .query('mutation ($input: SetupCompleteInput!) { setupComplete(input: $input) { __typename } }', {
          input: {
            token: old,
            email: 'a@example.org',
            name: 'A',
            password: 'a long enough phrase',
            libraryName: 'L',
          },
        })
      expect(answer.data.setupComplete.__typename).toBe('NotFoundError')
    } finally {
      await fresh.close()
    }
  })
})

describe('sign-in', () => {
  it('answers a wrong password and an unknown address alike', async () => {
    const person = await server.person(null)
    const wrong = await server.visitor().query(SIGN_IN, { email: person.email, password: 'not the password' })
    const unknown = await server
      .visitor()
      .query(SIGN_IN, { email: 'nobody@example.org', password: 'not the password' })
    expect(wrong.data).toEqual(unknown.data)
    expect(wrong.data.signIn.__typename).toBe('ForbiddenError')
  })

  it('slows an account down after five failures, and lets it in again after the wait', async () => {
    const person = await server.person(null)
    const attempt = (password: string) => server.visitor().query(SIGN_IN, { email: person.email, password })
    for (let n = 0; n < 5; n++)
      expect((await attempt('wrong wrong wrong')).data.signIn.__typename).toBe('ForbiddenError')
    const blocked = await attempt(person.password)
    expect(blocked.data.signIn).toMatchObject({ __typename: 'RateLimitedError', retryAfterSeconds: 1 })
    later(2)
    expect((await attempt(person.password)).data.signIn.__typename).toBe('SignInPayload')
  })

  it('puts the session into a strict cookie whose secret is stored as a hash only', async () => {
    const person = await server.person(null)
    const answer = await server.visitor().query(SIGN_IN, { email: person.email, password: person.password })
    const cookie = answer.headers.get('set-cookie')!
    expect(cookie).toMatch(/^__Host-incipit=ics_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Expires=/)
    const secret = /ics_[\w-]{43}/.exec(cookie)![0]
    expect(JSON.stringify(await server.database.db.execute('select * from sessions'))).not.toContain(secret)
  })

  it('is not possible over a WebSocket', async () => {
    const client = server.visitor().socket()
    const outcome = await new Promise((resolve) => {
      client.subscribe(
        { query: SIGN_IN, variables: { email: 'a@b.co', password: 'x' } },
        { next: resolve, error: resolve, complete: () => {} },
      )
    })
    expect(outcome).toMatchObject({ data: { signIn: { __typename: 'ForbiddenError' } } })
  })
})

describe('sessions', () => {
  it('sign-out everywhere ends all of them', async () => {
    const person = await server.person(null)
    const second = server.visitor()
    await second.query(SIGN_IN, { email: person.email, password: person.password })
    expect((await person.query('{ viewer { sessions { current } } }')).data.viewer.sessions).toHaveLength(2)
    const cookie = person.headers()
    await second.query('mutation { signOut(input: { everywhere: true }) { signedOut } }')
    const reused = await server.visitor().query('{ viewer { kind } }', {}, cookie)
    expect(reused.data).toEqual({ viewer: null })
  })

  it('a password change ends the others and keeps this one', async () => {
    const person = await server.person(null)
    const second = server.visitor()
    await second.query(SIGN_IN, { email: person.email, password: person.password })
    const change = (currentPassword: string, newPassword: string) =>
      person.query(
        'mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { __typename ... on ValidationError { issues { path } } } }',
        { input: { currentPassword, newPassword } },
      )
    expect((await change('wrong', 'another long phrase')).data.passwordChange).toMatchObject({
      issues: [{ path: 'currentPassword' }],
    })
    expect((await change(person.password, 'short')).data.passwordChange).toMatchObject({
      issues: [{ path: 'newPassword' }],
    })
    expect((await change(person.password, 'another long phrase')).data.passwordChange.__typename).toBe(
      'PasswordChangePayload',
    )
    expect((await second.query('{ viewer { kind } }')).data.viewer).toBeNull()
    expect((await person.query('{ viewer { kind } }')).data.viewer).toEqual({ kind: 'USER' })
    expect(
      (await server.visitor().query(SIGN_IN, { email: person.email, password: person.password })).data.signIn
        .__typename,
    ).toBe('ForbiddenError')
  })

  it('nobody ends the session of somebody else', async () => {
    const [one, other] = [await server.person(null), await server.person(null)]
    const sessions = await one.query('{ viewer { sessions { id } } }')
    const answer = await other.query(
      'mutation ($id: ID!) { sessionRevoke(input: { id: $id }) { __typename } }',
      { id: sessions.data.viewer.sessions[0].id },
    )
    expect(answer.data.sessionRevoke.__typename).toBe('NotFoundError')
    expect((await one.query('{ viewer { kind } }')).data.viewer).toEqual({ kind: 'USER' })
  })

  it('end by themselves after thirty days', async () => {
    const person = await server.person(null)
    later(31 * 86_400)
    expect((await person.query('{ viewer { kind } }')).data.viewer).toBeNull()
  })
})

describe('invitations', () => {
  const ACCEPT =
    'mutation ($input: InvitationAcceptInput!) { invitationAccept(input: $input) { __typename ... on InvitationAcceptPayload { library { viewerLevel } user { name } } ... on ValidationError { issues { path } } } }'
  async function invite(email: string) {
    const team = await server.team()
    const answer = await team.admin.query(
      'mutation ($input: InvitationCreateInput!) { invitationCreate(input: $input) { __typename ... on InvitationCreatePayload { url invitation { id } } } }',
      { input: { libraryId: team.id, email, level: 'DEVELOPER' } },
    )
    const { url, invitation } = answer.data.invitationCreate
    return { team, token: url.split('/').at(-1) as string, id: invitation.id as string }
  }

  it('make an account and a member, once', async () => {
    const { token } = await invite('new@example.org')
    const preview = await server
      .visitor()
      .query('query ($token: String!) { invitation(token: $token) { email level accountExists } }', { token })
    expect(preview.data.invitation).toEqual({
      email: 'new@example.org',
      level: 'DEVELOPER',
      accountExists: false,
    })
    const input = { token, name: 'Newcomer', password: 'a long enough phrase' }
    const visitor = server.visitor()
    expect((await visitor.query(ACCEPT, { input: { token } })).data.invitationAccept.__typename).toBe(
      'ValidationError',
    )
    expect((await visitor.query(ACCEPT, { input })).data.invitationAccept).toMatchObject({
      library: { viewerLevel: 'DEVELOPER' },
      user: { name: 'Newcomer' },
    })
    expect(
      (await visitor.query('{ viewer { libraries { edges { node { viewerLevel } } } } }')).data.viewer
        .libraries.edges,
    ).toEqual([{ node: { viewerLevel: 'DEVELOPER' } }])
    expect((await server.visitor().query(ACCEPT, { input })).data.invitationAccept.__typename).toBe(
      'NotFoundError',
    )
  })

  it('stop working when withdrawn and after seven days', async () => {
    const first = await invite('withdrawn@example.org')
    await first.team.admin.query(
      'mutation ($id: ID!) { invitationRevoke(input: { id: $id }) { __typename } }',
      { id: first.id },
    )
    const second = await invite('late@example.org')
    later(8 * 86_400)
    for (const { token } of [first, second]) {
      const answer = await server
        .visitor()
        .query(ACCEPT, { input: { token, name: 'X', password: 'a long enough phrase' } })
      expect(answer.data.invitationAccept.__typename).toBe('NotFoundError')
    }
  })

  it('let an existing account in with its password only', async () => {
    const person = await server.person(null)
    const { token } = await invite(person.email)
    expect(
      (await server.visitor().query(ACCEPT, { input: { token, password: 'not the password' } })).data
        .invitationAccept.__typename,
    ).toBe('ForbiddenError')
    expect(
      (await server.visitor().query(ACCEPT, { input: { token, password: person.password } })).data
        .invitationAccept.__typename,
    ).toBe('InvitationAcceptPayload')
  })
})

describe('demo accounts', () => {
  it('exist on demo servers only', async () => {
    const answer = await server
      .visitor()
      .query('mutation { signInDemo(input: { level: ADMIN }) { __typename } }')
    expect(answer.data.signInDemo.__typename).toBe('ForbiddenError')
  })
})
