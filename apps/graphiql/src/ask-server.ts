/** Where the page itself came from: GraphQL over HTTP and WebSocket have one path. */
export const ENDPOINT = '/graphql'
export const SOCKET = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`
/** A header no form of another site can send: the server's guard against forged requests asks for it. */
export const HEADERS = { 'apollo-require-preflight': '1' }

/** Sends one query; answers with its data, or null when there is none. */
export async function askServer(query: string): Promise<unknown> {
  const response = await fetch(ENDPOINT, {
    method: 'POST',
    headers: { ...HEADERS, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const answer = (await response.json()) as { data?: unknown }
  return answer.data ?? null
}
