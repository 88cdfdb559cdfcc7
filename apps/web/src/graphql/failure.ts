import { type FragmentOf, graphql, type ResultOf, readFragment } from './graphql.ts'

/**
 * What every expected failure carries. Spread it in the result of a mutation: `__typename ...Failure_Error`.
 */
export const FailureFragment = graphql(`
  fragment Failure_Error on Error {
    __typename
    code
    message
    ... on ValidationError {
      issues {
        path
        message
      }
    }
    ... on RateLimitedError {
      retryAfterSeconds
    }
  }
`)

/** Why something did not happen, in words for the person who asked. */
export interface Failure {
  kind: 'validation' | 'conflict' | 'forbidden' | 'not-found' | 'rate-limited' | 'network' | 'server'
  /** The reason as a sentence. */
  message: string
  /** Messages by input field, the field's path dotted and without the leading `input.`. */
  fields: Record<string, string>
  /** The reason when it belongs to no field; shown above the form's button. */
  summary: string | null
}

type ErrorNode = ResultOf<typeof FailureFragment>

interface Operation<Data> {
  data?: Data | null
  error?: { message: string; networkError?: unknown; graphQLErrors: { message: string }[] } | null
}

/** The failure in the result of a mutation (of one root field that holds a union), or `null` when it succeeded. */
export function failureOf(result: Operation<object>): Failure | null {
  if (result.error) return keptFailure(transportFailure(result.error))
  const payload = result.data ? Object.values(result.data)[0] : null
  if (!payload) return plain('server', 'The server gave no answer. Try again.')
  return isErrorNode(payload) ? failureFrom(payload) : null
}

/** The failure of a query that could not be answered, in words. */
export function transportFailure(error: NonNullable<Operation<unknown>['error']>): Failure {
  if (error.networkError)
    return plain('network', 'The server cannot be reached. Check your connection and try again.')
  return plain('server', error.graphQLErrors[0]?.message ?? error.message)
}

/** What somebody typed stays in its form; they should know. */
function keptFailure(failure: Failure): Failure {
  return failure.kind === 'network' ? plain('network', `${failure.message} What you typed is kept.`) : failure
}

function failureFrom(node: FragmentOf<typeof FailureFragment>): Failure {
  const error: ErrorNode = readFragment(FailureFragment, node)
  switch (error.__typename) {
    case 'ValidationError':
      return validation(error.message, error.issues)
    case 'RateLimitedError':
      return plain(
        'rate-limited',
        `${sentence(error.message)} Try again ${inWords(error.retryAfterSeconds)}.`,
      )
    case 'ConflictError':
      return plain('conflict', error.message)
    case 'ForbiddenError':
      return plain('forbidden', error.message)
    default:
      return plain('not-found', error.message)
  }
}

function validation(message: string, issues: readonly { path: string; message: string }[]): Failure {
  const fields: Record<string, string> = {}
  for (const issue of issues) fields[issue.path.replace(/^input\./, '')] ??= issue.message
  return { kind: 'validation', message, fields, summary: issues.length === 0 ? message : null }
}

function plain(kind: Failure['kind'], message: string): Failure {
  return { kind, message, fields: {}, summary: message }
}

function isErrorNode(payload: unknown): payload is FragmentOf<typeof FailureFragment> {
  return (
    typeof payload === 'object' &&
    payload !== null &&
    String(Reflect.get(payload, '__typename')).endsWith('Error')
  )
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function inWords(seconds: number): string {
  if (seconds < 90) return `in ${Math.max(1, Math.round(seconds))} s`
  return `in ${Math.round(seconds / 60)} min`
}
