import type { Login } from './config-file.ts'
import { Failure } from './failure.ts'
import type { Surroundings } from './surroundings.ts'

const ATTEMPTS = 4

/** How to ask. */
export interface AskOptions {
  /** It must not happen twice: when an answer got lost on its way, that is said and nothing is sent again. */
  readonly once?: boolean
}

/** Asks the server. @throws Failure with a sentence for the person */
export type Ask = <T>(
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  options?: AskOptions,
) => Promise<T>

interface Answer<T> {
  readonly data?: T | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

/**
 * A way to ask a server by GraphQL over HTTP. Requests that did not reach it, or met it while it restarts, are sent
 * again, unless they must not happen twice and may have happened.
 */
export function createAsk(
  { fetch, sleep }: Pick<Surroundings, 'fetch' | 'sleep'>,
  { url, apiKey }: Login,
): Ask {
  async function send(body: string, once: boolean): Promise<Response> {
    const again = once ? [429, 503] : [429, 502, 503, 504]
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/graphql-response+json, application/json',
            authorization: `Bearer ${apiKey}`,
          },
          body,
        })
        if (!again.includes(response.status) || attempt === ATTEMPTS) return response
      } catch (error) {
        if (once && reason(error) !== 'ECONNREFUSED') {
          throw new Failure(
            `${url} gave no answer (${reason(error)}). It may have been done nevertheless: look before you try again.`,
          )
        }
        if (attempt === ATTEMPTS) {
          throw new Failure(
            `Cannot reach ${url} (${reason(error)}). Check the address, and whether the server runs.`,
          )
        }
      }
      await sleep(250 * 2 ** attempt)
    }
  }

  return async <T>(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    { once = false }: AskOptions = {},
  ): Promise<T> => {
    const response = await send(JSON.stringify({ query, variables }), once)
    const answer = (await response.json().catch(() => null)) as Answer<T> | null
    const [error] = answer?.errors ?? []
    if (error) throw new Failure(error.message, error.extensions?.code ?? null)
    if (!answer?.data) {
      throw new Failure(`${url} answered ${response.status} and not as Incipit does. Check the address.`)
    }
    return answer.data
  }
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return (cause as { code?: string }).code ?? (cause instanceof Error ? cause.message : String(cause))
}

/** The payload of a mutation. @throws Failure when the server answered with one of its expected failures */
export function payloadOf<P extends object>(
  result: P | { readonly code: string; readonly message: string },
): P {
  if ('message' in result && 'code' in result) throw new Failure(String(result.message), String(result.code))
  return result as P
}
