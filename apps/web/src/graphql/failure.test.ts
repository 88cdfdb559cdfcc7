import { describe, expect, test } from 'vitest'
import { failureOf } from './failure.ts'

const answer = (payload: object) => ({ data: { promptCreate: payload }, error: undefined })

describe('failureOf', () => {
  test('a payload is no failure', () => {
    expect(failureOf(answer({ __typename: 'PromptCreatePayload' }))).toBeNull()
  })

  test('issues stand beside their fields, the first of each', () => {
    const issues = [
      { path: 'name', message: 'Too long' },
      { path: 'name', message: 'Too odd' },
      { path: 'input.tags', message: 'Too many' },
    ]
    const failure = failureOf(
      answer({ __typename: 'ValidationError', code: 'VALIDATION', message: 'No', issues }),
    )
    expect(failure).toMatchObject({
      kind: 'validation',
      fields: { name: 'Too long', tags: 'Too many' },
      summary: null,
    })
  })

  test('a limit says when to try again', () => {
    const limited = {
      __typename: 'RateLimitedError',
      code: 'RATE_LIMITED',
      message: 'Too often',
      retryAfterSeconds: 30,
    }
    expect(failureOf(answer(limited))?.message).toBe('Too often. Try again in 30 s.')
  })

  test('a conflict tells its reason', () => {
    expect(
      failureOf(answer({ __typename: 'ConflictError', code: 'CONFLICT', message: 'Taken' })),
    ).toMatchObject({
      kind: 'conflict',
      summary: 'Taken',
    })
  })

  test('without a connection nothing typed is lost', () => {
    const error = { message: 'x', networkError: new Error('down'), graphQLErrors: [] }
    expect(failureOf({ data: null, error })?.message).toContain('What you typed is kept')
  })
})
