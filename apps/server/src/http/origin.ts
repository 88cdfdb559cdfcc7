import type { IncomingMessage } from 'node:http'

/**
 * Whether a browser page may use its visitor's cookies here: only pages of this very origin. Programs send no
 * Origin header and pass.
 */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string): boolean {
  const origin = request.headers.origin
  if (origin === undefined) return true
  try {
    const url = new URL(origin)
    return url.origin === new URL(publicUrl).origin || url.host === request.headers.host
  } catch {
    return false
  }
}
