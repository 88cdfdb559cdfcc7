/** The command line was wrong: exit code 2, and where help is. */
export class UsageError extends Error {}

/** The server refused, or something failed: exit code 1, and the sentence. */
export class Failure extends Error {
  /** For programs, where the server gave one. */
  readonly code: string | null

  constructor(message: string, code: string | null = null) {
    super(message)
    this.code = code
  }
}
