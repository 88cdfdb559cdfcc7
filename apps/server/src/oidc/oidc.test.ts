import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StartError } from '../platform/errors.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { discoverSingleSignOn } from './index.ts'
import { startTestProvider } from './test-provider.ts'

let provider: Awaited<ReturnType<typeof startTestProvider>>
let server: TestServer

const CLIENT = { clientId: 'incipit', clientSecret: 'a secret', label: 'Company account' }

beforeAll(async () => {
  provider = await startTestProvider()
  const singleSignOn = await discoverSingleSignOn(
    { issuer: provider.issuer, ...CLIENT },
    'http://localhost:3000',
  )
  server = await startTestServer({ singleSignOn })
})
afterAll(async () => {
  await server.close()
  await provider.close()
})

const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)

/** Goes the way a browser goes: to the provider and back. `tamper` changes the address it comes back to. */
async function signOn(tamper: (back: URL) => void = () => {}) {
  const leaving = await fetch(`${server.url}/auth/sign-on`, { redirect: 'manual' })
  const atProvider = await fetch(leaving.headers.get('location')!, { redirect: 'manual' })
  const back = new URL(atProvider.headers.get('location')!)
  tamper(back)
  const arrival = await fetch(`${server.url}${back.pathname}${back.search}`, {
    redirect: 'manual',
    headers: { cookie: cookiesOf(leaving).join('; ') },
  })
  return {
    location: arrival.headers.get('location'),
    session: cookiesOf(arrival).find((cookie) => cookie.startsWith('__Host-incipit=')),
  }
}

async function viewerOf(session: string | undefined) {
  const answer = await server
    .visitor()
    .query(
      '{ viewer { user { name email } libraries { edges { node { slug viewerLevel } } } } }',
      {},
      { cookie: session! },
    )
  return answer.data.viewer
}

describe('single sign-on', () => {
  it('makes an account for an invited, verified address, and knows it again', async () => {
    const team = await server.team()
    await team.admin.query(
      'mutation ($input: InvitationCreateInput!) { invitationCreate(input: $input) { __typename } }',
      { input: { libraryId: team.id, email: 'new@example.org', level: 'DEVELOPER' } },
    )
    provider.signsInAs({ sub: 'n1', email: 'New@example.org', email_verified: true, name: 'New Person' })
    const first = await signOn()
    expect(first.location).toBe('/')
    expect(await viewerOf(first.session)).toEqual({
      user: { name: 'New Person', email: 'New@example.org' },
      libraries: { edges: [{ node: { slug: team.slug, viewerLevel: 'DEVELOPER' } }] },
    })
    provider.signsInAs({ sub: 'n1' })
    const second = await signOn()
    expect((await viewerOf(second.session)).user.name).toBe('New Person')
  })

  it('links an existing account by its verified address only', async () => {
    const person = await server.person(null)
    provider.signsInAs({ sub: 'p1', email: person.email, email_verified: false })
    expect(await signOn()).toEqual({ location: '/sign-in?problem=sign-on-uninvited', session: undefined })
    provider.signsInAs({ sub: 'p1', email: person.email, email_verified: true })
    expect((await viewerOf((await signOn()).session)).user.email).toBe(person.email)
  })

  it('lets nobody in who is not invited', async () => {
    provider.signsInAs({ sub: 'x1', email: 'stranger@example.org', email_verified: true, name: 'Stranger' })
    expect(await signOn()).toEqual({ location: '/sign-in?problem=sign-on-uninvited', session: undefined })
  })

  it('refuses a changed state, a foreign code and a return without a beginning', async () => {
    const person = await server.person(null)
    provider.signsInAs({ sub: 'p2', email: person.email, email_verified: true })
    expect(await signOn((back) => back.searchParams.set('state', 'other'))).toEqual({
      location: '/sign-in?problem=sign-on-failed',
      session: undefined,
    })
    expect(await signOn((back) => back.searchParams.set('code', 'other'))).toEqual({
      location: '/sign-in?problem=sign-on-failed',
      session: undefined,
    })
    const cold = await fetch(`${server.url}/auth/sign-on/callback?code=a&state=b`, { redirect: 'manual' })
    expect(cold.headers.get('location')).toBe('/sign-in?problem=sign-on-expired')
  })

  it('says so when the provider cannot be reached', async () => {
    await expect(
      discoverSingleSignOn({ issuer: 'http://127.0.0.1:9', ...CLIENT }, 'http://localhost:3000'),
    ).rejects.toThrow(StartError)
  })
})
