import { expect } from 'vitest'
import type { Visitor } from '../testing/test-server.ts'

/** For tests: what a mutation came to, its payload or one of the failures, with `__typename`. */
export async function outcomeOf(
  visitor: Visitor,
  name: string,
  input: object,
  selection = '__typename',
  // biome-ignore lint/suspicious/noExplicitAny: outcomes have the shape of the selection each test writes.
): Promise<any> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`
  const answer = await visitor.query(
    `mutation ($input: ${type}Input!) { result: ${name}(input: $input) {
      __typename ... on Error { message } ... on ConflictError { head { hash } } ... on ${type}Payload { ${selection} } } }`,
    { input },
  )
  expect(answer.errors).toBeUndefined()
  return answer.data.result
}
