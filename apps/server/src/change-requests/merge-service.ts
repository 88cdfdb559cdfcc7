import { type ChangeType, mergeGate } from '@incipit/version-control'
import { authorize, type Caller } from '../libraries/index.ts'
import type { Transaction } from '../platform/database.ts'
import { ConflictError } from '../platform/errors.ts'
import { parseInput } from '../platform/input.ts'
import type { CommitRow, LockedForMerge } from '../versions/index.ts'
import type { ChangeRequestDeps } from './deps.ts'
import type { ChangeReader, JudgedRequest } from './reader.ts'
import { mergeMessage } from './request-input.ts'
import { endedBy, type RequestKey } from './request-service.ts'
import { assertOpen, requestDetails, requestState, requestSubject } from './request-state.ts'
import { assertHead } from './review-service.ts'
import type { ChangeRequestRow } from './store.ts'

export interface MergeRequest extends RequestKey {
  readonly squash: boolean
  /** Null: made from the branches, or from the title for one commit. */
  readonly message: string | null
  /** Null: proposed. */
  readonly changeType: ChangeType | null
  /** The head that was looked at. */
  readonly expectedHead: string
  readonly deleteSource: boolean
}

/** Merging what was reviewed. */
export function createMergeService(deps: ChangeRequestDeps, reader: ChangeReader) {
  const { store, versions, clock } = deps

  /** Asked under the locks of the merge: the change request is open, and nothing but conflicts can stand in the way any more. */
  async function lockMergeable(
    tx: Transaction,
    { request: seen, situation }: JudgedRequest,
    { source, target }: LockedForMerge,
  ): Promise<ChangeRequestRow> {
    const request = (await store.lock(tx, seen.libraryId, seen.id))!
    assertOpen(request, 'it cannot be merged')
    // The commits are those of the head that is merged; a target that moved meanwhile can only have made them fewer.
    const now = { ...situation, request, source, target }
    const approvals = (await reader.approvalsOf(request.libraryId, [now], tx)).get(request.id)!
    assertUnhindered({ request, situation: now, approvals })
    return request
  }

  return {
    async merge(
      caller: Caller,
      input: MergeRequest,
    ): Promise<{ changeRequest: ChangeRequestRow; commit: CommitRow }> {
      const { libraryId, squash, expectedHead } = input
      const actor = await authorize(caller, libraryId, 'branch.merge', 'The change request')
      if (input.deleteSource) await authorize(caller, libraryId, 'branch.create', 'The change request')
      const judged = await reader.judged(input)
      const { request, situation } = judged
      assertOpen(request, 'it cannot be merged')
      assertHead(request, situation.source, expectedHead)
      assertUnhindered(judged)

      const message =
        input.message === null ? proposedMessage(judged, squash) : parseInput(mergeMessage, input.message)
      let before: ChangeRequestRow = request
      let targetCommitId: string | null = null
      let changeRequest: ChangeRequestRow = request
      const result = await versions.mergeBranches(actor, {
        libraryId,
        sourceBranchId: request.sourceBranchId,
        targetBranchId: request.targetBranchId,
        expectedSourceHead: expectedHead,
        squash,
        message: message.trim(),
        changeType: input.changeType,
        check: async (tx, rows) => {
          before = await lockMergeable(tx, judged, rows)
          targetCommitId = rows.target.headCommitId
        },
        merged: async (tx, note, { commit, target, source }) => {
          changeRequest = await store.update(tx, before, {
            status: 'merged',
            ...endedBy(actor, clock.now()),
            updatedAt: clock.now(),
            sourceCommitId: expectedHead,
            targetCommitId,
            mergeCommitId: commit.id,
          })
          note({
            action: 'change.merge',
            subject: requestSubject(changeRequest),
            before: requestState(before),
            after: requestState(changeRequest),
            details: {
              ...requestDetails(changeRequest),
              source: source.name,
              target: target.name,
              method: squash ? 'squash' : 'merge',
              version: commit.version,
            },
            promptId: request.promptId,
          })
          // In the same transaction: a branch that cannot go keeps its change request open, and says why.
          if (input.deleteSource) await versions.deleteBranch(tx, note, source)
        },
      })
      if (result.outcome !== 'merged') throw notMerged(judged, result.outcome)
      if (input.deleteSource) versions.closeRooms(situation.source)
      return { changeRequest, commit: result.commit }
    },
  }
}

/** @throws ConflictError with everything but conflicts that stands in the way */
function assertUnhindered({ request, situation, approvals }: JudgedRequest): void {
  const gate = mergeGate({
    status: request.status as 'open' | 'merged' | 'closed',
    source: situation.source.name,
    target: situation.target.name,
    archived: approvals.archived,
    upToDate: situation.ahead.length === 0,
    conflicts: 0,
    approvals,
  })
  if (gate.state !== 'ready') {
    throw new ConflictError(`#${request.number} cannot be merged. ${gate.reasons.join(' ')}`)
  }
}

function notMerged(
  { request, situation }: JudgedRequest,
  outcome: 'up-to-date' | 'conflicts',
): ConflictError {
  const { source, target } = situation
  return new ConflictError(
    outcome === 'conflicts'
      ? `#${request.number} cannot be merged: ${source.name} and ${target.name} changed the same. Merge ${target.name} into ${source.name}, resolve and commit.`
      : `${target.name} has every commit of ${source.name} by now. Close #${request.number}.`,
  )
}

function proposedMessage({ request, situation }: JudgedRequest, squash: boolean): string {
  return squash
    ? `${request.title} (#${request.number})`
    : `Merge ${situation.source.name} into ${situation.target.name} (#${request.number})`
}
