import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Who signs in at the provider next. */
export interface Claims {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A small OpenID Connect provider (code flow with PKCE, RS256) for tests: it signs in whoever it is told to. */
export async function startTestProvider() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { claims: Claims; nonce: string; challenge: string }>()
  let next: Claims = { sub: 'nobody' }

  function idToken(issuer: string, { claims, nonce }: { claims: Claims; nonce: string }): string {
    const now = Math.floor(Date.now() / 1000)
    const head = base64url({ alg: 'RS256', kid: 'test', typ: 'JWT' })
    const body = base64url({ iss: issuer, aud: 'incipit', iat: now, exp: now + 60, nonce, ...claims })
    return `${head}.${body}.${sign('RSA-SHA256', Buffer.from(`${head}.${body}`), privateKey).toString('base64url')}`
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, issuer())
    const answer = (body: object, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (url.pathname === '/.well-known/openid-configuration') {
      return answer({
        issuer: issuer(),
        authorization_endpoint: `${issuer()}/authorize`,
        token_endpoint: `${issuer()}/token`,
        jwks_uri: `${issuer()}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    }
    if (url.pathname === '/keys') {
      return answer({
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }],
      })
    }
    if (url.pathname === '/authorize') {
      const code = randomUUID()
      codes.set(code, {
        claims: next,
        nonce: url.searchParams.get('nonce')!,
        challenge: url.searchParams.get('code_challenge')!,
      })
      const back = new URL(url.searchParams.get('redirect_uri')!)
      back.searchParams.set('code', code)
      back.searchParams.set('state', url.searchParams.get('state')!)
      return response.writeHead(302, { location: back.href }).end()
    }
    let body = ''
    for await (const chunk of request) body += chunk
    const form = new URLSearchParams(body)
    const granted = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (granted?.challenge !== challenge) return answer({ error: 'invalid_grant' }, 400)
    return answer({ access_token: randomUUID(), token_type: 'Bearer', id_token: idToken(issuer(), granted) })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  function issuer(): string {
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  return {
    issuer: issuer(),
    signsInAs(claims: Claims) {
      next = claims
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
