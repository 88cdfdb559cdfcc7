import type { Range } from './text-position.ts'

/** Everything that can be wrong with a document. The last four need to know more than its text. */
export type ProblemCode =
  | 'yaml'
  | 'unclosed-front-matter'
  | 'invalid-input'
  | 'duplicate-input'
  | 'invalid-output'
  | 'duplicate-output'
  | 'invalid-tool'
  | 'duplicate-tool'
  | 'invalid-model'
  | 'other-template'
  | 'unclosed-tag'
  | 'invalid-tag'
  | 'unclosed-section'
  | 'unopened-section'
  | 'crossed-section'
  | 'invalid-include'
  | 'unknown-input'
  | 'unused-input'
  | 'empty-message'
  | 'empty-content'
  | 'unknown-include'
  | 'include-cycle'
  | 'undeclared-include-input'
  | 'over-token-limit'

/** An error keeps a document from being released; a warning does not. */
export type Severity = 'error' | 'warning'

/** Replace `deleteCount` UTF-16 units at `offset` by `insert`. */
export interface Edit {
  readonly offset: number
  readonly deleteCount: number
  readonly insert: string
}

/** A way to put a problem right, offered as a button. */
export interface Fix {
  readonly title: string
  readonly edits: readonly Edit[]
}

/** Something wrong, at a range of the text. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: Severity
  /** What is wrong, why, and what to do. */
  readonly message: string
  readonly range: Range
  readonly fix?: Fix
}

/** @internal A piece of the text as a message can quote it: one line, not long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 40 ? `${Array.from(line).slice(0, 39).join('')}…` : line
}
