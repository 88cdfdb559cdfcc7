import { branchTypeRule, checkBranchName } from '@incipit/version-control'
import type { StateValue } from '../../../ui/index.ts'

export type BranchTypeName = StateValue<'branchType'>

/** What was chosen for a new branch. */
export interface BranchDraft {
  type: BranchTypeName
  /** Its name without the prefix of its type; without meaning for staging. */
  rest: string
}

const OPENED: readonly BranchTypeName[] = ['FEATURE', 'HOTFIX', 'RELEASE', 'EXPERIMENT', 'STAGING']

/** The types a branch can be opened as beside the present ones: there is at most one staging. */
export function typesToOpen(taken: readonly string[]): readonly BranchTypeName[] {
  return OPENED.filter((type) => type !== 'STAGING' || !taken.includes('staging'))
}

/** What the names of a type begin with; empty for main and staging, which have one name only. */
export function prefixOf(type: BranchTypeName): string {
  return branchTypeRule(type.toLowerCase())?.prefix ?? ''
}

/** The whole name: `feature/warm-tone`. */
export function fullName({ type, rest }: BranchDraft): string {
  const prefix = prefixOf(type)
  return prefix === '' ? type.toLowerCase() : prefix + rest
}

/** The name without the prefix of its type. */
export function restOf({ type, name }: { type: BranchTypeName; name: string }): string {
  return name.slice(prefixOf(type).length)
}

/** What is typed into the name becomes one as it is typed; a pasted prefix chooses the type. */
export function withTyped(draft: BranchDraft, typed: string): BranchDraft {
  const text = typed.toLowerCase().replace(/[\s_]+/g, '-')
  const named = OPENED.find((type) => prefixOf(type) !== '' && text.startsWith(prefixOf(type)))
  return named ? { type: named, rest: restOf({ type: named, name: text }) } : { ...draft, rest: text }
}

/** Why the branch cannot be called so, as a sentence; `null` when it can. */
export function nameProblem(draft: BranchDraft, taken: readonly string[]): string | null {
  const name = fullName(draft)
  if (taken.includes(name)) return `There is a branch ${name} already. Choose another name, or switch to it.`
  return checkBranchName(name)
}
