/** The closed list of expected failures. Clients switch on the code, people read the message. */
export type ErrorCode =
  | 'VALIDATION'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'CONFLICT'
  | 'UNAUTHENTICATED'
  | 'RATE_LIMITED'

/** An expected failure. Its message says what failed, why, and what to do; it may be shown to the caller. */
export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode
}

/** One thing wrong with an input: the dotted path of the field and a sentence. */
export interface ValidationIssue {
  readonly path: string
  readonly message: string
}

export class ValidationError extends DomainError {
  readonly code = 'VALIDATION'
  readonly issues: readonly ValidationIssue[]

  constructor(issues: readonly ValidationIssue[]) {
    super(issues.map((issue) => issue.message).join(' '))
    this.issues = issues
  }

  /** A single issue about one field. */
  static of(path: string, message: string): ValidationError {
    return new ValidationError([{ path, message }])
  }
}

/** Missing and foreign things answer alike, so that an id tells a stranger nothing. */
export class NotFoundError extends DomainError {
  readonly code = 'NOT_FOUND'

  constructor(what: string) {
    super(`${what} was not found. It does not exist, or you have no access to it.`)
  }
}

export class ForbiddenError extends DomainError {
  readonly code = 'FORBIDDEN'
}

/** The state changed, or is already taken. `headId` names the branch's head when a commit lost the race. */
export class ConflictError extends DomainError {
  readonly code = 'CONFLICT'
  readonly head: { readonly libraryId: string; readonly promptId: string; readonly commitId: string } | null

  constructor(message: string, head: ConflictError['head'] = null) {
    super(message)
    this.head = head
  }
}

export class UnauthenticatedError extends DomainError {
  readonly code = 'UNAUTHENTICATED'

  constructor(message = 'You are not signed in. Sign in, or send an API key as a bearer token.') {
    super(message)
  }
}

export class RateLimitedError extends DomainError {
  readonly code = 'RATE_LIMITED'
  readonly retryAfterSeconds: number

  constructor(message: string, retryAfterSeconds: number) {
    super(message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** A start that cannot go on: one sentence for the operator, no stack trace. */
export class StartError extends Error {}
