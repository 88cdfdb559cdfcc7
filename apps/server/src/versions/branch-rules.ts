import { type CategorySetting, isReviewRequired, isStatus, STATUSES } from '@incipit/library'
import {
  type BranchType,
  branchTypeRule,
  type ChangeType,
  type CommitRuling,
  commitRule,
} from '@incipit/version-control'
import { ConflictError } from '../platform/errors.ts'
import type { PromptRow } from '../prompts/store.ts'
import type { BranchRow, CommitRow } from './store.ts'

/** What people call a commit. */
export function nameOf(commit: Pick<CommitRow, 'id' | 'version'>): string {
  return commit.version ?? commit.id.slice(0, 7)
}

/** Whether merging into a branch needs approvals. */
export function needsApproval(branch: Pick<BranchRow, 'type' | 'protected'>): boolean {
  return branch.protected || (branchTypeRule(branch.type)?.approvalRequired ?? false)
}

function isEditable(status: string): boolean {
  return isStatus(status) && (STATUSES.find((rule) => rule.status === status)?.editable ?? false)
}

/** Whether the live text of a branch may be written in at all, whoever writes. */
export function isWritable(branch: BranchRow, prompt: Pick<PromptRow, 'status'>): boolean {
  if (branch.deletedAt !== null || prompt.status === 'archived') return false
  return branch.type !== 'main' || isEditable(prompt.status)
}

/**
 * Whether a person may commit to a branch directly, and what to do instead.
 *
 * @param settings what the library says about its categories
 */
export function rulingOf(
  branch: BranchRow,
  prompt: Pick<PromptRow, 'status' | 'category'>,
  settings: readonly CategorySetting[],
  known: { readonly changeType?: ChangeType; readonly unresolved?: number } = {},
): CommitRuling {
  return commitRule({
    branch: {
      name: branch.name,
      type: branch.type as BranchType,
      protected: branch.protected,
      hasHead: branch.headCommitId !== null,
    },
    status: { name: prompt.status, editable: isEditable(prompt.status) },
    category: {
      name: prompt.category,
      reviewRequired: isReviewRequired(settings, prompt.category),
    },
    ...known,
  })
}

/** @throws ConflictError saying why the commit is refused and what to do instead */
export function assertMayCommit(...asked: Parameters<typeof rulingOf>): void {
  const ruling = rulingOf(...asked)
  if (!ruling.allowed) throw new ConflictError(ruling.reason)
}

/** @throws ConflictError when the branch was deleted */
export function assertLiving(branch: BranchRow): void {
  if (branch.deletedAt === null) return
  throw new ConflictError(`The branch ${branch.name} was deleted. Restore it first.`)
}

/** @throws ConflictError when the prompt is archived */
export function assertNotArchived(prompt: PromptRow): void {
  if (prompt.status !== 'archived') return
  throw new ConflictError('This prompt is archived. Ask an admin to restore it first.')
}

/** @throws ConflictError when the live text of the branch takes no edits now */
export function assertWritable(branch: BranchRow, prompt: PromptRow): void {
  assertLiving(branch)
  assertNotArchived(prompt)
  if (isWritable(branch, prompt)) return
  throw new ConflictError(
    `This prompt is ${prompt.status}, and the live text of ${branch.name} cannot be edited then. Open a hotfix branch, or move the prompt back to review first.`,
  )
}

/** Told to who lost a race for a head. */
export function headMoved(branch: BranchRow, head: CommitRow | null): ConflictError {
  return new ConflictError(
    `Somebody committed to ${branch.name} meanwhile: its head is now ${head ? nameOf(head) : 'nothing'}. Look at that commit, then commit on top of it.`,
    head ? { libraryId: head.libraryId, promptId: head.promptId, commitId: head.id } : null,
  )
}
