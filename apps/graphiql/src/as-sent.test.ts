import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { asSent } from './as-sent.ts'

const QUERY = 'query Prompts { viewer { id } }'
const SUBSCRIPTION = 'subscription Activity { libraryActivity(libraryId: "L") { at } }'

describe('a request as it is sent', () => {
  test('speaks of its own query right after a change of tabs', () => {
    const variables = { a: 1 }
    const [params, { headers, documentAST }] = asSent(
      { query: SUBSCRIPTION, variables, operationName: 'Prompts' },
      { headers: { x: 'y' }, documentAST: parse(QUERY) },
    )
    expect(params).toEqual({ query: SUBSCRIPTION, variables, operationName: 'Activity' })
    expect(documentAST).toEqual(parse(SUBSCRIPTION))
    expect(headers).toEqual({ x: 'y' })
  })

  test('has no name where its one operation has none', () => {
    const [{ operationName }] = asSent({ query: '{ viewer { id } }', operationName: 'Prompts' })
    expect(operationName).toBeUndefined()
  })

  test('leaves the choice among several operations alone', () => {
    const both = `${QUERY} ${SUBSCRIPTION}`
    expect(asSent({ query: both, operationName: 'Activity' })[0].operationName).toBe('Activity')
    expect(asSent({ query: both })[0].operationName).toBeUndefined()
  })

  test('leaves what cannot be read to the server', () => {
    const [params, { documentAST }] = asSent(
      { query: 'query {', operationName: 'Prompts' },
      { documentAST: parse(QUERY) },
    )
    expect(params).toEqual({ query: 'query {', operationName: 'Prompts' })
    expect(documentAST).toBeUndefined()
  })
})
