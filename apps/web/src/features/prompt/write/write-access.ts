import { STATUSES } from '@incipit/library'

interface Situation {
  prompt: { archivedAt: string | null; status: string }
  branch: { type: string }
  /** Whether the person's level allows writing at all. */
  mayEdit: boolean
}

/** Whether the live text can be written by this person, or why not and what helps. */
export type WriteAccess =
  | { mayWrite: true }
  | { mayWrite: false; reason: string; remedy: 'RESTORE' | 'BRANCH' | null }

/** What the prompt's state, the branch and the person's level make of writing. */
export function writeAccess({ prompt, branch, mayEdit }: Situation): WriteAccess {
  if (prompt.archivedAt !== null)
    return {
      mayWrite: false,
      reason: 'An archived prompt takes no edits, on any branch. An admin can restore it.',
      remedy: 'RESTORE',
    }
  if (!mayEdit) {
    const reason = 'You can read along. Writing needs the level developer or admin.'
    return { mayWrite: false, reason, remedy: null }
  }
  if (branch.type === 'MAIN' && !isEditable(prompt.status)) {
    const status = prompt.status.toLowerCase()
    const reason = `While it is ${status}, main can only be read. A repair goes on a hotfix branch, anything else on a branch and a change request.`
    return { mayWrite: false, reason, remedy: 'BRANCH' }
  }
  return { mayWrite: true }
}

/** Whether main takes edits while the prompt has this status (as the API names it). */
export function isEditable(status: string): boolean {
  return STATUSES.find((rule) => rule.status === status.toLowerCase())?.editable ?? false
}
