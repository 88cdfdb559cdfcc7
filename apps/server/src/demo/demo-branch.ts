import type { DemoEdit, DemoPrompt, DemoStep, DemoWriter } from './demo-prompt.ts'
import { afterStep, applyEdit } from './demo-prompt.ts'
import type { DemoName } from './people.ts'

/** A branch of a demo prompt, opened from main as it was at that time. */
export interface DemoBranch {
  readonly prompt: DemoPrompt
  readonly name: string
  readonly by: DemoWriter
  readonly daysAgo: number
  /** Each ends in a commit. */
  readonly steps: readonly DemoBranchStep[]
  /** Null where nobody asked for a merge yet. */
  readonly request: DemoRequest | null
}

export type DemoBranchStep = DemoStep & { readonly commit: NonNullable<DemoStep['commit']> }

/** A change request and what people did with it. */
export interface DemoRequest {
  readonly by: DemoWriter
  readonly daysAgo: number
  readonly title: string
  readonly description: string
  readonly deeds: readonly DemoDeed[]
}

export type DemoDeed = { readonly by: DemoName; readonly daysAgo: number } & (
  | {
      readonly kind: 'comment'
      readonly body: string
      /** Text of the one line of the branch it stands at; absent for one on the whole. */
      readonly at?: string
    }
  /** Answers the comment before it. */
  | { readonly kind: 'answer'; readonly body: string }
  | { readonly kind: 'review'; readonly verdict: 'approve' | 'request-changes'; readonly body: string }
  | { readonly kind: 'merge' }
)

/** The committed text of main that a branch was opened from. */
export function textAtFork({ prompt, daysAgo }: DemoBranch): string {
  const before = prompt.steps.filter((step) => step.daysAgo > daysAgo && step.commit !== null)
  return before.reduce(afterStep, prompt.text)
}

/** Every state of a branch's text, the one it was opened with first. */
export function textsOfBranch(branch: DemoBranch): string[] {
  const texts = [textAtFork(branch)]
  for (const step of branch.steps) texts.push(afterStep(texts.at(-1)!, step))
  return texts
}

/** The number of the one line that holds a text, from 1. */
export function lineWith(text: string, part: string): number {
  const edit: DemoEdit = [part, part]
  applyEdit(text, edit)
  return text.slice(0, text.indexOf(part)).split('\n').length
}
