import type { ActorRef } from '../accounts/index.ts'
import { ConflictError } from '../platform/errors.ts'
import type { CommentRow } from './discussion-store.ts'
import type { ChangeRequestRow } from './store.ts'

/** How the audit log and people name a change request. */
export const requestSubject = (row: ChangeRequestRow) => ({
  type: 'change-request',
  id: row.id,
  label: `#${row.number} ${row.title}`,
})

/** What every event of a change request tells. */
export const requestDetails = (row: ChangeRequestRow) => ({
  changeRequestId: row.id,
  number: row.number,
})

/** What the audit log takes the hash of. */
export function requestState(row: ChangeRequestRow) {
  return {
    number: row.number,
    title: row.title,
    description: row.description,
    status: row.status,
    source: row.sourceBranchId,
    target: row.targetBranchId,
    mergeCommit: row.mergeCommitId,
  }
}

/** The columns that say whose something is. */
export const authoredBy = ({ kind, id, name }: ActorRef) => ({
  authorKind: kind,
  authorId: id,
  authorName: name,
})

export const authorOf = (row: {
  readonly authorKind: string
  readonly authorId: string
  readonly authorName: string
}): ActorRef => ({ kind: row.authorKind as ActorRef['kind'], id: row.authorId, name: row.authorName })

/** @throws ConflictError when it was merged or closed, with what to do instead */
export function assertOpen(row: ChangeRequestRow, what: string): void {
  if (row.status === 'open') return
  const instead =
    row.status === 'closed' ? 'Reopen it first.' : 'Open a new change request for further commits.'
  throw new ConflictError(`#${row.number} is ${row.status}, so ${what}. ${instead}`)
}

/** Who merged or closed it; null while it is open. */
export function enderOf({ enderKind, enderId, enderName }: ChangeRequestRow): ActorRef | null {
  if (enderKind === null || enderId === null || enderName === null) return null
  return { kind: enderKind as ActorRef['kind'], id: enderId, name: enderName }
}

/** Who resolved a thread; null while it is open. */
export function resolverOf({ resolverKind, resolverId, resolverName }: CommentRow): ActorRef | null {
  if (resolverKind === null || resolverId === null || resolverName === null) return null
  return { kind: resolverKind as ActorRef['kind'], id: resolverId, name: resolverName }
}
