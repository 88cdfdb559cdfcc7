import type { Visitor } from './test-server.ts'

/** The outcome of a mutation with one input: the payload's fields, or code and message of the failure. */
// biome-ignore lint/suspicious/noExplicitAny: the outcome has the shape of the fields each test asks for.
export type Outcome = { readonly __typename: string } & Record<string, any>

const capital = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}`

/** The type of a mutation's payload. */
export const payloadTypeOf = (mutation: string) => `${capital(mutation)}Payload`

/**
 * Runs a mutation.
 *
 * @param fields of the payload
 * @throws Error for errors outside of the outcome, such as UNAUTHENTICATED
 */
export async function mutate(
  visitor: Visitor,
  name: string,
  input: Readonly<Record<string, unknown>>,
  fields = '',
): Promise<Outcome> {
  const payload = fields && `... on ${payloadTypeOf(name)} { ${fields} }`
  const answer = await visitor.query(
    `mutation ($input: ${capital(name)}Input!) { ${name}(input: $input) { __typename ... on Error { code message } ${payload} } }`,
    { input },
  )
  const [error] = answer.errors ?? []
  if (error) throw new Error(`${String(error.extensions.code)}: ${error.message}`)
  return answer.data[name]
}

/** Runs a mutation that has to work. @throws Error with the failure's message */
export async function must(
  visitor: Visitor,
  name: string,
  input: Readonly<Record<string, unknown>>,
  fields = '',
): Promise<Outcome> {
  const outcome = await mutate(visitor, name, input, fields)
  if (outcome.__typename !== payloadTypeOf(name)) throw new Error(`${name}: ${outcome.message}`)
  return outcome
}

/** The same id in a library that does not exist. */
export function missingId(id: string): string {
  const [type, inside] = Buffer.from(id, 'base64url').toString().split(':') as [string, string]
  const others = inside
    .split('.')
    .map((part) => (part.length === 64 ? part : '00000000-0000-7000-8000-00000000dead'))
  return Buffer.from(`${type}:${others.join('.')}`).toString('base64url')
}
