import type { Level } from '@incipit/access'

/** Somebody at the API of a server in another process, with the cookie of their session. */
export interface ApiVisitor {
  readonly url: string
  readonly cookie: string
  /** @throws Error when the answer has errors; a network error when the server is gone */
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the query each caller writes.
  query<T = any>(text: string, variables?: Record<string, unknown>): Promise<T>
}

/** Signs in with one of the demo accounts. */
export async function visitDemo(url: string, level: Level): Promise<ApiVisitor> {
  const mutation = `mutation { signInDemo(input: { level: ${level.toUpperCase()} }) { __typename } }`
  const response = await post(url, mutation, {}, '')
  await response.arrayBuffer()
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`Signing in as ${level} set no cookie (${response.status})`)
  return {
    url,
    cookie,
    async query(text, variables = {}) {
      const answer = await post(url, text, variables, cookie)
      const { data, errors } = (await answer.json()) as { data: never; errors?: { message: string }[] }
      if (errors) throw new Error(`The API answered: ${errors.map(({ message }) => message).join(' ')}`)
      return data
    },
  }
}

function post(url: string, query: string, variables: Record<string, unknown>, cookie: string) {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  })
}
