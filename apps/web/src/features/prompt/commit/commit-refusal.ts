import { changeTypeOf, commitRule } from '@incipit/version-control'

/** What to do instead of a commit that is refused, as the API names it. */
export type Remedy = 'CHANGE_REQUEST' | 'HOTFIX_BRANCH' | 'RESTORE' | 'RESOLVE'

/** Why a commit is refused, and what to do instead. */
export interface Refusal {
  reason: string
  remedy: Remedy | null
}

interface Situation {
  /** What the server says of any commit to this branch. */
  rule: { allowed: boolean; reason: string | null; remedy: Remedy | null }
  branch: { name: string; type: string }
  hasHead: boolean
  /** The change type chosen, as the API names it: some need a review, which only the chooser can know of. */
  changeType: string
}

/** Why the commit as it is being written would be refused; `null` where it would not. */
export function commitRefusal({ rule, branch, hasHead, changeType }: Situation): Refusal | null {
  if (!rule.allowed)
    return { reason: rule.reason ?? 'This branch takes no commits now.', remedy: rule.remedy }
  if (branch.type !== 'MAIN') return null
  const type = changeTypeOf(changeType.toLowerCase())?.type
  const ruling = commitRule({
    branch: { name: branch.name, type: 'main', protected: false, hasHead },
    // Of the rest the server has spoken above.
    status: { name: 'draft', editable: true },
    category: { name: '', reviewRequired: false },
    changeType: type,
  })
  return ruling.allowed ? null : { reason: ruling.reason, remedy: 'CHANGE_REQUEST' }
}
