import type { CategoryName, Status } from '@incipit/library'
import type { ChangeType } from '@incipit/version-control'

/** Who writes in the demo library, by first name. */
export type DemoWriter = 'ada' | 'dev' | 'mei'

/** Replaces the one place where the first text stands by the second. */
export type DemoEdit = readonly [find: string, put: string]

/** A later state of a prompt: edits to the text before, committed or left in the live document. */
export interface DemoStep {
  readonly by: DemoWriter
  /** Wrote the first of the edits; the others are by the one who commits. */
  readonly with?: DemoWriter
  readonly daysAgo: number
  readonly edits: readonly DemoEdit[]
  /** Null leaves the edits uncommitted. */
  readonly commit: { readonly message: string; readonly changeType: ChangeType } | null
}

/** A move to another status. */
export interface DemoMove {
  readonly by: DemoWriter | 'rosa'
  readonly daysAgo: number
  readonly to: Status
  readonly reason?: string
}

/** A prompt of the demo library with its history. */
export interface DemoPrompt {
  readonly name: string
  readonly category: CategoryName
  readonly subcategory?: string
  readonly variant?: string
  readonly description: string
  readonly tags: readonly string[]
  readonly by: DemoWriter
  readonly daysAgo: number
  /** Message of the first commit. */
  readonly message: string
  /** The first version. */
  readonly text: string
  readonly steps: readonly DemoStep[]
  /** Absent: it is a draft still. */
  readonly moves?: readonly DemoMove[]
}

/**
 * The text after a step.
 *
 * @throws RangeError when an edit's place is not there, or there more than once
 */
export function afterStep(text: string, step: DemoStep): string {
  return step.edits.reduce(applyEdit, text)
}

export function applyEdit(text: string, [find, put]: DemoEdit): string {
  const at = text.indexOf(find)
  if (at === -1 || text.indexOf(find, at + 1) !== -1) {
    throw new RangeError(
      `A demo edit needs exactly one place "${find.slice(0, 60)}"; there are ${at === -1 ? 'none' : 'several'}.`,
    )
  }
  return text.slice(0, at) + put + text.slice(at + find.length)
}

/** Every state of a prompt's text, first to last. */
export function textsOf(prompt: DemoPrompt): string[] {
  const texts = [prompt.text]
  for (const step of prompt.steps) texts.push(afterStep(texts.at(-1)!, step))
  return texts
}
