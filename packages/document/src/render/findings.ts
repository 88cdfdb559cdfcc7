import type { Position } from '../text-position.ts'

/** What can be wrong with a rendering. */
export type RenderProblemCode =
  | 'invalid-document'
  | 'missing-input'
  | 'unknown-input'
  | 'wrong-kind'
  | 'not-allowed'
  | 'unknown-include'
  | 'include-cycle'
  | 'missing-value'
  | 'empty-message'
  | 'limit'

/** Something wrong with a rendering. */
export interface RenderProblem {
  readonly code: RenderProblemCode
  /** What is wrong, why, and what to do. */
  readonly message: string
  /** The input, include or limit it is about; `null` when it is about the document. */
  readonly name: string | null
  /** Where it stands in the document; `null` when it has no place there. */
  readonly at: Position | null
}

/** Reports kept: more than anybody reads, few enough that a hostile call cannot fill the memory. */
const MAX_FINDINGS = 100

/** These refuse a rendering in both modes. */
const ALWAYS_ERRORS: ReadonlySet<RenderProblemCode> = new Set(['include-cycle', 'limit'])
/** These never do. */
const ONLY_WARNINGS: ReadonlySet<RenderProblemCode> = new Set(['missing-value', 'empty-message'])

/** @internal Collects errors and warnings of one rendering, each once. */
export class Findings {
  readonly errors: RenderProblem[] = []
  readonly warnings: RenderProblem[] = []
  readonly #strict: boolean
  readonly #seen = new Set<string>()

  constructor(strict: boolean) {
    this.#strict = strict
  }

  get full(): boolean {
    return this.#seen.size >= MAX_FINDINGS
  }

  add(code: RenderProblemCode, message: string, name: string | null, at: Position | null = null): void {
    const isError = ALWAYS_ERRORS.has(code) || (this.#strict && !ONLY_WARNINGS.has(code))
    const list = isError ? this.errors : this.warnings
    // A name can be as long as the text, and be reported over and over.
    const id = `${code} ${name?.slice(0, 200)} ${at?.offset} ${message}`
    // What ends a rendering is said even after a hundred other things.
    if (this.#seen.has(id) || (this.full && !ALWAYS_ERRORS.has(code))) return
    this.#seen.add(id)
    list.push({ code, message, name, at })
  }
}
