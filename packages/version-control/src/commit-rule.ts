import type { BranchType } from './branch-type.ts'
import { type ChangeType, changeTypeOf } from './change-type.ts'

/** What {@link commitRule} looks at. */
export interface CommitRuleSpec {
  readonly branch: {
    readonly name: string
    readonly type: BranchType
    readonly protected: boolean
    /** Whether it has a commit already. */
    readonly hasHead: boolean
  }
  /** The prompt's status, and whether main takes commits in it. */
  readonly status: { readonly name: string; readonly editable: boolean }
  /** The prompt's category, and whether every change in it needs a review. */
  readonly category: { readonly name: string; readonly reviewRequired: boolean }
  /** The commit's change type where it is known; without it the rules of change types are not asked. */
  readonly changeType?: ChangeType
  /** Conflicts in the branch's live text that nobody has settled. @default 0 */
  readonly unresolved?: number
}

/** What to do instead of a commit that is refused. */
export const COMMIT_REMEDIES = ['change-request', 'hotfix-branch', 'restore', 'resolve'] as const

/** One of {@link COMMIT_REMEDIES}. */
export type CommitRemedy = (typeof COMMIT_REMEDIES)[number]

/** Whether a commit is allowed; where not, why and what to do instead, as sentences, and the latter for programs. */
export type CommitRuling =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: string; readonly remedy: CommitRemedy }

/**
 * Whether a person may commit to a branch directly, without a change request. The first reason that applies is given,
 * the one that hinders most first.
 */
export function commitRule(spec: CommitRuleSpec): CommitRuling {
  const { branch, status, unresolved = 0 } = spec
  if (status.name === 'archived') {
    return refused(
      'restore',
      'This prompt is archived and takes no commits. Ask an admin to restore it first.',
    )
  }
  if (unresolved > 0) {
    const places = unresolved === 1 ? 'one place' : `${unresolved} places`
    return refused(
      'resolve',
      `Changes met in ${places} of the live text of ${branch.name}, and nobody has settled ${unresolved === 1 ? 'it' : 'them'}. Choose what stands there, then commit.`,
    )
  }
  if (branch.protected) {
    return refused(
      'change-request',
      `${branch.name} is protected: it takes commits by change request only. Commit to a branch and open a change request.`,
    )
  }
  return branch.type === 'main' ? mainRule(spec) : { allowed: true }
}

function mainRule({ branch, status, category, changeType }: CommitRuleSpec): CommitRuling {
  if (!status.editable) {
    return refused(
      'hotfix-branch',
      `This prompt is ${status.name}, and ${status.name} prompts take no commits on ${branch.name}. Repair it on a hotfix branch, or change it on a feature branch, and open a change request.`,
    )
  }
  if (!branch.hasHead) return { allowed: true }
  if (category.reviewRequired) {
    return refused(
      'change-request',
      `Prompts of the category ${category.name} need a review before ${branch.name} changes. Commit to a branch and open a change request.`,
    )
  }
  if (changeType && changeTypeOf(changeType)?.reviewRequired) {
    return refused(
      'change-request',
      `A change of the type ${changeType} needs a review before it goes to ${branch.name}. Commit to a branch and open a change request.`,
    )
  }
  return { allowed: true }
}

function refused(remedy: CommitRemedy, reason: string): CommitRuling {
  return { allowed: false, reason, remedy }
}
