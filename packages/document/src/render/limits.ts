/** How far a rendering may go. A template that asks for more is refused with an error that names the limit. */
export interface RenderLimits {
  /** Tags carried out, items gone through, names looked up and template text read (a step for 100 characters). */
  readonly steps: number
  /** Includes inside includes. */
  readonly includeDepth: number
  /** Sections inside sections, those of included prompts counted too; also lists and objects inside each other. */
  readonly nesting: number
  /** Length of all messages together, in UTF-16 units. */
  readonly output: number
}

/** What a rendering may cost where the caller says nothing: far more than prompts need, and well under a second. */
export const RENDER_LIMITS: RenderLimits = {
  steps: 100_000,
  includeDepth: 10,
  nesting: 100,
  output: 1_000_000,
}

const MESSAGES: Readonly<Record<keyof RenderLimits, (limit: string) => string>> = {
  steps: (limit) =>
    `Rendering takes more than ${limit} steps. Pass shorter lists, or use fewer sections and includes inside each other.`,
  includeDepth: (limit) =>
    `Prompts include each other more than ${limit} levels deep. Include the innermost ones directly.`,
  nesting: (limit) =>
    `Sections or values are nested more than ${limit} levels deep. Use fewer sections inside each other, or flatter values.`,
  output: (limit) =>
    `The result is longer than ${limit} characters. Pass shorter values, or shorten the text.`,
}

/** @internal Thrown inside a rendering to end it; it never leaves `render`. */
export class LimitReached extends Error {
  readonly limit: keyof RenderLimits

  constructor(limit: keyof RenderLimits, value: number) {
    super(MESSAGES[limit](value.toLocaleString('en')))
    this.limit = limit
  }
}

/** @internal Counts what a rendering costs, and ends it by {@link LimitReached}. */
export class Budget {
  readonly limits: RenderLimits
  #steps = 0
  #output = 0

  constructor(limits: RenderLimits) {
    this.limits = limits
  }

  step(count = 1): void {
    this.#steps += count
    if (this.#steps > this.limits.steps) this.#stop('steps')
  }

  /** Template text is about to be read. */
  read(length: number): void {
    this.step(Math.ceil(length / 100))
  }

  write(length: number): void {
    this.#output += length
    if (this.#output > this.limits.output) this.#stop('output')
  }

  /** Text that is built but perhaps not written must stay within the limit all the same. */
  holds(length: number): void {
    if (length > this.limits.output) this.#stop('output')
  }

  nest(depth: number): void {
    if (depth > this.limits.nesting) this.#stop('nesting')
  }

  include(depth: number): void {
    if (depth > this.limits.includeDepth) this.#stop('includeDepth')
  }

  #stop(limit: keyof RenderLimits): never {
    throw new LimitReached(limit, this.limits[limit])
  }
}
