import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as client from 'openid-client'
import type { SingleSignOnConfig } from '../config.ts'
import type { Features } from '../features.ts'
import { sessionCookies } from '../http/cookies.ts'
import { StartError } from '../platform/errors.ts'

const STATE_COOKIE = 'incipit-sign-on'
/** A sign-in that takes longer begins again. */
const STATE_SECONDS = 600

/** An identity provider, discovered. */
export interface SingleSignOn {
  readonly label: string
  readonly provider: client.Configuration
  readonly redirectUri: string
}

export const SIGN_ON_PATH = '/auth/sign-on'

/** @throws StartError when the provider cannot be reached. */
export async function discoverSingleSignOn(
  config: SingleSignOnConfig,
  publicUrl: string,
): Promise<SingleSignOn> {
  const issuer = new URL(config.issuer)
  const insecure = issuer.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {}
  try {
    const provider = await client.discovery(issuer, config.clientId, config.clientSecret, undefined, insecure)
    return { label: config.label, provider, redirectUri: `${publicUrl}${SIGN_ON_PATH}/callback` }
  } catch {
    throw new StartError(
      'The identity provider at OIDC_ISSUER cannot be reached. Start it, or correct the address.',
    )
  }
}

/** Sign-in by OpenID Connect: the code flow with PKCE, state and nonce, kept in a short-lived cookie. */
export function registerSingleSignOn(app: FastifyInstance, sso: SingleSignOn, features: Features): void {
  app.get(SIGN_ON_PATH, async (request, reply) => {
    const verifier = client.randomPKCECodeVerifier()
    const state = client.randomState()
    const nonce = client.randomNonce()
    const url = client.buildAuthorizationUrl(sso.provider, {
      redirect_uri: sso.redirectUri,
      scope: 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    const secure = request.protocol === 'https' ? '; Secure' : ''
    reply.header(
      'set-cookie',
      `${STATE_COOKIE}=${[verifier, state, nonce].join('.')}; Path=${SIGN_ON_PATH}; HttpOnly; SameSite=Lax; Max-Age=${STATE_SECONDS}${secure}`,
    )
    return reply.redirect(url.href)
  })
  app.get(`${SIGN_ON_PATH}/callback`, (request, reply) => finish(request, reply, sso, features))
}

async function finish(request: FastifyRequest, reply: FastifyReply, sso: SingleSignOn, features: Features) {
  const stored = new RegExp(`${STATE_COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1]?.split('.')
  reply.header('set-cookie', `${STATE_COOKIE}=; Path=${SIGN_ON_PATH}; HttpOnly; SameSite=Lax; Max-Age=0`)
  if (stored?.length !== 3) return reply.redirect('/sign-in?problem=sign-on-expired')
  const [pkceCodeVerifier, expectedState, expectedNonce] = stored as [string, string, string]
  let claims: client.IDToken | undefined
  try {
    const back = new URL(
      `${sso.redirectUri}${request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''}`,
    )
    const tokens = await client.authorizationCodeGrant(sso.provider, back, {
      pkceCodeVerifier,
      expectedState,
      expectedNonce,
    })
    claims = tokens.claims()
  } catch (error) {
    request.log.warn({ err: error }, 'single sign-on failed')
    return reply.redirect('/sign-in?problem=sign-on-failed')
  }
  const email = claims?.email_verified === true && typeof claims.email === 'string' ? claims.email : null
  const name =
    typeof claims?.name === 'string' && claims.name.trim() !== ''
      ? claims.name.slice(0, 80)
      : (email ?? 'Somebody')
  const user = claims && (await knownOrInvited(features, claims.iss, claims.sub, email, name))
  if (!user) return reply.redirect('/sign-in?problem=sign-on-uninvited')
  const origin = { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' }
  const session = await features.accounts.startSession(features.db, user, origin)
  sessionCookies(request, reply).signedIn(session)
  return reply.redirect('/')
}

/** Accounts come from invitations: an unknown person gets one only where an open invitation waits for their verified address. */
async function knownOrInvited(
  features: Features,
  issuer: string,
  subject: string,
  email: string | null,
  name: string,
) {
  const known = await features.accounts.findByIdentity(issuer, subject, email)
  if (known) {
    await features.libraries.joinByVerifiedEmail(known)
    return known
  }
  if (!email || !(await features.libraries.hasOpenInvitation(email))) return null
  const user = await features.accounts.createUser(features.db, { email, name, password: null })
  await features.accounts.findByIdentity(issuer, subject, email)
  await features.libraries.joinByVerifiedEmail(user)
  return user
}
