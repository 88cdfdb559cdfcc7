import { mayTarget, targetTypes } from '@incipit/version-control'
import { type Actor, actorRef } from '../accounts/index.ts'
import type { ChangeNote } from '../audit/index.ts'
import { authorize, type Caller, changed } from '../libraries/index.ts'
import type { Transaction } from '../platform/database.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import { parseInput } from '../platform/input.ts'
import type { BranchRow } from '../versions/index.ts'
import type { ChangeRequestDeps } from './deps.ts'
import { createInput, editInput } from './request-input.ts'
import { assertOpen, authoredBy, requestDetails, requestState, requestSubject } from './request-state.ts'
import type { ChangeRequestRow } from './store.ts'

/** Names a row of a library. */
export interface RequestKey {
  readonly libraryId: string
  readonly id: string
}

export interface NewChangeRequest {
  readonly source: RequestKey
  /** Null: the branch the source merges into by its type. */
  readonly target: RequestKey | null
  readonly title: string
  readonly description?: string | null
}

/** Opening, editing, closing and reopening change requests. */
export function createRequestService(deps: ChangeRequestDeps) {
  const { db, store, versions, prompts, changes, clock, newId } = deps

  async function livingBranch(libraryId: string, id: string): Promise<BranchRow> {
    const [branch] = await versions.findBranches(libraryId, [id])
    if (!branch || branch.deletedAt) throw new NotFoundError('The branch')
    return branch
  }

  async function targetFor(source: BranchRow, key: RequestKey | null): Promise<BranchRow> {
    if (key === null) {
      const target = await versions.targetOf(source)
      if (target) return target
      throw ValidationError.of(
        'sourceBranchId',
        `${source.name} merges into nothing by its type. ${source.type === 'experiment' ? 'Open a feature branch from it, and a change request from that.' : 'Choose another branch.'}`,
      )
    }
    const target = await livingBranch(source.libraryId, key.id)
    if (key.libraryId !== source.libraryId || target.promptId !== source.promptId)
      throw new NotFoundError('The branch')
    assertPair(source, target)
    return target
  }

  /** @throws ConflictError when the source has nothing the target lacks */
  async function assertBringsCommits(source: BranchRow, target: BranchRow): Promise<void> {
    const graph = await versions.graphOf(source.libraryId, source.promptId)
    const { headCommitId: head } = source
    if (head === null || (target.headCommitId !== null && graph.isAncestor(head, target.headCommitId))) {
      throw new ConflictError(
        `${source.name} has no commit that ${target.name} lacks. Commit to ${source.name} first.`,
      )
    }
  }

  /** Locks both branches, so that neither is deleted and no second request is opened meanwhile. */
  async function lockPair(tx: Transaction, libraryId: string, sourceId: string, targetId: string) {
    const rows = await versions.lockBranches(tx, libraryId, [sourceId, targetId])
    return {
      source: rows.find(({ id }) => id === sourceId)!,
      target: rows.find(({ id }) => id === targetId)!,
    }
  }

  /** @throws ConflictError when a branch is gone, or another request asks for the same */
  async function assertFree(tx: Transaction, source: BranchRow, target: BranchRow): Promise<void> {
    for (const branch of [source, target]) {
      if (branch.deletedAt) throw new ConflictError(`${branch.name} was deleted. Restore the branch first.`)
    }
    const open = await store.openFrom(tx, source.libraryId, [source.id])
    const other = open.find(({ targetBranchId }) => targetBranchId === target.id)
    if (other) {
      throw new ConflictError(
        `#${other.number} asks already to merge ${source.name} into ${target.name}. Go on there.`,
      )
    }
  }

  async function assertNotArchived(libraryId: string, promptId: string): Promise<void> {
    const [prompt] = await prompts.findPrompts(libraryId, [promptId])
    if (prompt?.status === 'archived') {
      throw new ConflictError('This prompt is archived. Ask an admin to restore it first.')
    }
  }

  /** Stores new values and notes what changed. */
  async function write(
    tx: Transaction,
    note: (change: ChangeNote) => void,
    before: ChangeRequestRow,
    action: string,
    values: Partial<ChangeRequestRow>,
  ): Promise<ChangeRequestRow> {
    const after = await store.update(tx, before, { ...values, updatedAt: clock.now() })
    const states = [requestState(before), requestState(after)] as const
    note({
      action,
      subject: requestSubject(after),
      before: states[0],
      after: states[1],
      details: { ...requestDetails(after), ...changed(...states) },
      promptId: after.promptId,
    })
    return after
  }

  /** Changes a change request while its row is locked. */
  function change(
    actor: Actor,
    key: RequestKey,
    action: string,
    work: (tx: Transaction, before: ChangeRequestRow) => Promise<Partial<ChangeRequestRow>>,
  ): Promise<ChangeRequestRow> {
    return changes.run(key.libraryId, actor, async (tx, note) => {
      const before = await store.lock(tx, key.libraryId, key.id)
      if (!before) throw new NotFoundError('The change request')
      return write(tx, note, before, action, await work(tx, before))
    })
  }

  return {
    async open(caller: Caller, input: NewChangeRequest): Promise<ChangeRequestRow> {
      const { source: sourceKey, target: targetKey, ...rest } = input
      const { libraryId } = sourceKey
      const actor = await authorize(caller, libraryId, 'change.create', 'The branch')
      const source = await livingBranch(libraryId, sourceKey.id)
      const target = await targetFor(source, targetKey)
      const values = parseInput(createInput, rest)
      await assertNotArchived(libraryId, source.promptId)
      await assertBringsCommits(source, target)
      return changes.run(libraryId, actor, async (tx, note) => {
        const pair = await lockPair(tx, libraryId, source.id, target.id)
        await assertFree(tx, pair.source, pair.target)
        const row: ChangeRequestRow = {
          libraryId,
          id: newId(),
          number: await store.nextNumber(tx, libraryId),
          promptId: source.promptId,
          sourceBranchId: source.id,
          targetBranchId: target.id,
          title: values.title,
          description: values.description ?? '',
          status: 'open',
          ...authoredBy(actorRef(actor)),
          createdAt: clock.now(),
          updatedAt: clock.now(),
          ...STILL_OPEN,
        }
        await store.insert(tx, row)
        note({
          action: 'change.create',
          subject: requestSubject(row),
          after: requestState(row),
          details: { ...requestDetails(row), source: pair.source.name, target: pair.target.name },
          promptId: row.promptId,
        })
        return row
      })
    },

    async edit(
      caller: Caller,
      key: RequestKey,
      input: { title?: string | null; description?: string | null },
    ): Promise<ChangeRequestRow> {
      const actor = await authorize(caller, key.libraryId, 'change.create', 'The change request')
      const values = parseInput(editInput, input)
      return change(actor, key, 'change.edit', async (_tx, before) => ({
        title: values.title ?? before.title,
        description: values.description ?? before.description,
      }))
    },

    async close(caller: Caller, key: RequestKey): Promise<ChangeRequestRow> {
      const actor = await authorize(caller, key.libraryId, 'change.create', 'The change request')
      return change(actor, key, 'change.close', async (tx, before) => {
        assertOpen(before, 'there is nothing to close')
        const [entry] = await store.withBranches(tx, key.libraryId, [key.id])
        return {
          status: 'closed',
          ...endedBy(actor, clock.now()),
          sourceCommitId: entry!.source.headCommitId,
          targetCommitId: entry!.target.headCommitId,
        }
      })
    },

    async reopen(caller: Caller, key: RequestKey): Promise<ChangeRequestRow> {
      const actor = await authorize(caller, key.libraryId, 'change.create', 'The change request')
      const [found] = await store.find(db, key.libraryId, [key.id])
      if (!found) throw new NotFoundError('The change request')
      await assertNotArchived(key.libraryId, found.promptId)
      return changes.run(key.libraryId, actor, async (tx, note) => {
        // The branches first, as merges lock them.
        const pair = await lockPair(tx, key.libraryId, found.sourceBranchId, found.targetBranchId)
        const before = (await store.lock(tx, key.libraryId, key.id))!
        if (before.status !== 'closed') {
          const why = before.status === 'open' ? 'is open already' : 'is merged, which is for good'
          throw new ConflictError(`#${before.number} ${why}.`)
        }
        await assertFree(tx, pair.source, pair.target)
        return write(tx, note, before, 'change.reopen', { status: 'open', ...STILL_OPEN })
      })
    },
  }
}

/** The columns of an end, while there is none. */
const STILL_OPEN = {
  endedAt: null,
  enderKind: null,
  enderId: null,
  enderName: null,
  sourceCommitId: null,
  targetCommitId: null,
  mergeCommitId: null,
} as const

/** When and by whom a change request ended. */
export function endedBy(actor: Actor, now: Date) {
  return { endedAt: now, enderKind: actor.kind, enderId: actor.id, enderName: actor.name }
}

/** @throws ValidationError when no change request goes from the one to the other */
function assertPair(source: BranchRow, target: BranchRow): void {
  if (source.id === target.id) {
    throw ValidationError.of(
      'targetBranchId',
      `${source.name} cannot be merged into itself. Choose another target.`,
    )
  }
  if (mayTarget(source.type, target.type)) return
  const allowed = targetTypes(source.type)
  throw ValidationError.of(
    'targetBranchId',
    allowed.length === 0
      ? `A branch of the type ${source.type} is not merged by change request. Open a feature branch from it first.`
      : `A ${source.type} branch goes into ${allowed.join(', ')}, not into ${target.name}. Choose another target.`,
  )
}
