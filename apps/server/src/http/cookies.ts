import type { IncomingMessage } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SessionCookies } from '../graphql/context.ts'

const SECURE_NAME = '__Host-incipit'
const PLAIN_NAME = 'incipit'
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Browsers treat this machine as a secure place, so the strict cookie works there without TLS. */
function isSecurePlace(host: string, protocol: string): boolean {
  return protocol === 'https' || LOCAL.test(host)
}

function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of (header ?? '').slice(0, 16_384).split(';')) {
    const at = pair.indexOf('=')
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim())
  }
  return cookies
}

/** The session token a request carries in its cookie; null without one. */
export function sessionToken(request: IncomingMessage): string | null {
  const cookies = parseCookies(request.headers.cookie)
  return cookies.get(SECURE_NAME) ?? cookies.get(PLAIN_NAME) ?? null
}

/** Sets and removes the session cookie of a reply: HttpOnly, SameSite=Lax, host-only, Secure wherever browsers accept it. */
export function sessionCookies(request: FastifyRequest, reply: FastifyReply): SessionCookies {
  const secure = isSecurePlace(request.host, request.protocol)
  const name = secure ? SECURE_NAME : PLAIN_NAME
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    signedIn({ token, expiresAt }) {
      reply.header('set-cookie', `${name}=${token}${attributes}; Expires=${expiresAt.toUTCString()}`)
    },
    signedOut() {
      reply.header('set-cookie', `${name}=${attributes}; Max-Age=0`)
    },
  }
}
