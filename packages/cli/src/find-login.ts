import { type Login, readLogin } from './config-file.ts'
import { Failure, UsageError } from './failure.ts'
import type { Surroundings } from './surroundings.ts'

export const DEFAULT_URL = 'http://localhost:3000'

/** An address as it is compared and called: without a slash at the end. @throws UsageError for anything but HTTP */
export function serverUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `"${text}" is not the address of a server. Write it like https://prompts.example.org.`,
    )
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

/**
 * The server and key to use: environment first, then the stored login. A stored key goes to its own server only.
 *
 * @throws Failure when there is no key
 */
export function findLogin(
  { env, configFile }: Pick<Surroundings, 'env' | 'configFile'>,
  url?: string,
): Login {
  const asked = url ?? env.INCIPIT_URL
  const stored = env.INCIPIT_API_KEY && asked ? null : readLogin(configFile)
  const address = serverUrl(asked || stored?.url || DEFAULT_URL)
  const apiKey = env.INCIPIT_API_KEY || (stored && serverUrl(stored.url) === address ? stored.apiKey : null)
  if (!apiKey) {
    throw new Failure(`There is no API key for ${address}. Run "incipit login", or set INCIPIT_API_KEY.`)
  }
  return { url: address, apiKey }
}
