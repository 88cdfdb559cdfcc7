import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import {
  ConflictError,
  DomainError,
  ForbiddenError,
  NotFoundError,
  RateLimitedError,
  UnauthenticatedError,
  ValidationError,
} from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import { builder } from './builder.ts'

/** The face all expected failures share. */
export const ErrorInterface = builder.interfaceRef<DomainError>('Error').implement({
  description: 'An expected failure: what failed, why, and what to do',
  fields: (t) => ({
    code: t.exposeString('code', {
      description:
        'For programs: VALIDATION, NOT_FOUND, FORBIDDEN, CONFLICT, UNAUTHENTICATED or RATE_LIMITED',
    }),
    message: t.exposeString('message', { description: 'For people' }),
  }),
})

const IssueRef = builder.objectRef<{ path: string; message: string }>('ValidationIssue').implement({
  description: 'One thing wrong with an input',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'The input field it is about, dotted' }),
    message: t.exposeString('message', { description: 'What is wrong and what would be right' }),
  }),
})

builder.objectType(ValidationError, {
  name: 'ValidationError',
  description: 'The input is not acceptable',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    issues: t.field({
      type: [IssueRef],
      description: 'Each field that is wrong',
      resolve: (error) => error.issues,
    }),
  }),
})
builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'There is no such thing, or it is not yours to see: the two answer alike',
  interfaces: [ErrorInterface],
})
builder.objectType(ForbiddenError, {
  name: 'ForbiddenError',
  description: 'You can see it, but your level or scopes do not allow this',
  interfaces: [ErrorInterface],
})
export const ConflictErrorRef = builder.objectType(ConflictError, {
  name: 'ConflictError',
  description: 'The state changed meanwhile, or something is taken already',
  interfaces: [ErrorInterface],
})
builder.objectType(UnauthenticatedError, {
  name: 'UnauthenticatedError',
  description: 'Nobody is signed in',
  interfaces: [ErrorInterface],
})
builder.objectType(RateLimitedError, {
  name: 'RateLimitedError',
  description: 'Too many attempts',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      description: 'Seconds until another attempt is worth it',
    }),
  }),
})

/** Failures a mutation can answer with, by the short names used in feature schemas. */
export const FAILURE = {
  validation: ValidationError,
  notFound: NotFoundError,
  forbidden: ForbiddenError,
  conflict: ConflictError,
  unauthenticated: UnauthenticatedError,
  rateLimited: RateLimitedError,
} as const

/** The options of a mutation whose result is a union: its payload, or one of the named failures. */
export function failures(result: string, ...names: (keyof typeof FAILURE)[]) {
  return {
    types: names.map((name) => FAILURE[name]),
    directResult: true as const,
    union: { name: result, description: 'The outcome: done, or one of the expected failures' },
  }
}

/** Codes of expected failures where a field has no union to carry them. */
const CODES: Record<DomainError['code'], string> = {
  VALIDATION: 'BAD_USER_INPUT',
  NOT_FOUND: 'NOT_FOUND',
  FORBIDDEN: 'FORBIDDEN',
  CONFLICT: 'CONFLICT',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  RATE_LIMITED: 'RATE_LIMITED',
}

/**
 * What a client may see of an error. Expected failures and mistakes in the document speak for themselves;
 * anything else is logged and answered with the request id alone: no SQL, no path, no stack.
 */
export function createErrorFormatter(logger: Logger) {
  return (error: GraphQLError, requestId: string): GraphQLFormattedError => {
    const original = error.originalError
    const place = {
      ...(error.locations ? { locations: error.locations } : {}),
      ...(error.path ? { path: error.path } : {}),
    }
    if (original instanceof DomainError) {
      const extensions = {
        code: CODES[original.code],
        ...(original instanceof ValidationError ? { issues: original.issues } : {}),
        ...(original instanceof RateLimitedError ? { retryAfterSeconds: original.retryAfterSeconds } : {}),
      }
      return { message: original.message, ...place, extensions }
    }
    if (!original || original instanceof GraphQLError) {
      return {
        message: withoutSuggestion(error.message),
        ...place,
        extensions: { code: error.extensions.code ?? 'BAD_REQUEST' },
      }
    }
    logger.error({ requestId, path: error.path, err: original }, 'a resolver failed')
    return {
      message: `Something failed on the server. Try again; if it stays, tell the operator the request id ${requestId}.`,
      ...(error.path ? { path: error.path } : {}),
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    }
  }
}

/** Guesses at names tell strangers about the schema. */
function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean .*$/s, '')
}
