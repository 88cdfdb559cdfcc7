import { can } from '@incipit/access'
import { movesFrom, refusedMove, type Status, type StatusMove, statusMove } from '@incipit/library'
import { z } from 'zod'
import { type Actor, actorRef } from '../accounts/index.ts'
import type { Changes } from '../audit/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { ChangeRequestService } from '../change-requests/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import type { Bus } from '../platform/bus.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Transaction } from '../platform/database.ts'
import { ConflictError, ForbiddenError, ValidationError } from '../platform/errors.ts'
import type { NewId } from '../platform/ids.ts'
import { parseInput, prose } from '../platform/input.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import { loadPrompt, type PromptRow, type PromptStore, promptSubject } from '../prompts/index.ts'
import { modifiedBy, type VersionService } from '../versions/index.ts'
import { createHindrances } from './hindrances.ts'
import type { LifecycleStore, StatusChangeRow } from './store.ts'

export interface LifecycleDeps {
  readonly db: Database
  readonly store: LifecycleStore
  readonly prompts: PromptStore
  readonly versions: VersionService
  readonly catalogue: Catalogue
  readonly changeRequests: ChangeRequestService
  readonly changes: Changes
  readonly bus: Bus
  readonly clock: Clock
  readonly newId: NewId
}

/** A move that a prompt's status allows, and what keeps the caller from it. */
export interface OfferedMove extends StatusMove {
  /** Why the caller cannot make it now; null where they can. */
  readonly hindrance: string | null
}

const moveInput = z.strictObject({
  to: z.string(),
  reason: prose('The reason', 1000).nullish(),
  expectedHead: z.string().nullish(),
})

/** The life of prompts: from draft to archive, back, and gone. */
export function createLifecycleService(deps: LifecycleDeps) {
  const { store, prompts, catalogue, changeRequests, changes, bus, clock, newId } = deps
  const hindranceOf = createHindrances(deps)

  /** Runs a change of a prompt's status under its lock, then asks everybody in its rooms again what they may do. */
  async function changing(
    actor: Actor,
    { libraryId, id }: PromptRow,
    work: (
      tx: Transaction,
      before: PromptRow,
    ) => Promise<{ after: PromptRow; action: string; reason: string | null }>,
  ): Promise<PromptRow> {
    const after = await changes.run(libraryId, actor, async (tx, note) => {
      const before = await prompts.lockPrompt(tx, libraryId, id)
      const done = await work(tx, before)
      const by = actorRef(actor)
      await store.insert(tx, {
        libraryId,
        promptId: id,
        id: newId(),
        from: before.status,
        to: done.after.deletedAt ? 'deleted' : done.after.status,
        reason: done.reason,
        commitId: before.headCommitId,
        moverKind: by.kind,
        moverId: by.id,
        moverName: by.name,
        movedAt: clock.now(),
      })
      note({
        action: done.action,
        subject: promptSubject(done.after),
        before: { status: before.status },
        after: done.after.deletedAt ? { deleted: true } : { status: done.after.status },
        details: { from: before.status, to: done.after.status, reason: done.reason },
        promptId: id,
      })
      return done.after
    })
    bus.publish('access.changed', { libraryId, promptId: id })
    return after
  }

  return {
    /** The moves from a prompt's status, each with what keeps the caller from it. */
    async moves(caller: Caller, prompt: PromptRow): Promise<OfferedMove[]> {
      const subject = await caller.subjectIn(prompt.libraryId)
      const person = await changeRequests.personOf(caller, prompt.libraryId)
      return Promise.all(
        movesFrom(prompt.status as Status).map(async (move) => ({
          ...move,
          hindrance:
            subject && can(subject, move.action)
              ? await hindranceOf(prompt, move, person)
              : await authorize(caller, prompt.libraryId, move.action, 'The prompt').then(
                  () => null,
                  (error: Error) => error.message,
                ),
        })),
      )
    },

    /**
     * Moves a prompt to another status.
     *
     * @throws ValidationError for a missing reason, ConflictError for a move the status does not allow or something stands
     *   in the way of, ForbiddenError for a level that may not, or a writer who would approve their own change
     */
    async move(
      caller: Caller,
      libraryId: string,
      id: string,
      input: z.input<typeof moveInput>,
    ): Promise<PromptRow> {
      const { actor, prompt } = await loadPrompt(prompts, caller, libraryId, id, 'prompt.read')
      const values = parseInput(moveInput, input)
      const move = allowedMove(prompt, values.to as Status)
      await authorize(caller, libraryId, move.action, 'The prompt')
      const person = await changeRequests.personOf(caller, libraryId)
      const reason = values.reason?.trim() || null
      if (move.reasonRequired && reason === null) {
        throw ValidationError.of('reason', `Say why: others rely on this prompt while it is ${move.from}.`)
      }
      return changing(actor, prompt, async (tx, before) => {
        allowedMove(before, move.to)
        if (before.status !== move.from) throw new ConflictError(movedMeanwhile(before))
        if (values.expectedHead != null && values.expectedHead !== before.headCommitId) {
          throw new ConflictError(
            'The text on main changed since you looked at it. Look at what is there now, then decide.',
          )
        }
        const why = await hindranceOf(before, move, person, tx)
        if (why !== null)
          throw move.action === 'review.approve' ? new ForbiddenError(why) : new ConflictError(why)
        const archived = move.to === 'archived'
        const after = await prompts.updatePrompt(tx, before, {
          status: move.to,
          ...(archived && { archivedFrom: before.status, archivedAt: clock.now() }),
          ...modifiedBy(actorRef(actor), clock.now()),
        })
        return { after, action: archived ? 'prompt.archive' : 'prompt.move', reason }
      })
    },

    /** Brings an archived prompt back as a draft. */
    async restore(caller: Caller, libraryId: string, id: string): Promise<PromptRow> {
      const { actor, prompt } = await loadPrompt(prompts, caller, libraryId, id, 'prompt.restore')
      return changing(actor, prompt, async (tx, before) => {
        if (before.status !== 'archived') throw new ConflictError('This prompt is not archived.')
        const after = await prompts.updatePrompt(tx, before, {
          status: 'draft',
          archivedFrom: null,
          archivedAt: null,
          ...modifiedBy(actorRef(actor), clock.now()),
        })
        return { after, action: 'prompt.restore', reason: null }
      })
    },

    /**
     * Deletes an archived prompt: from now on it is missing for everybody. Its row and history stay stored, it loses its
     * tags, and its key is never given again.
     *
     * @param confirmKey the prompt's key, typed by the person who deletes it
     */
    async remove(
      caller: Caller,
      libraryId: string,
      id: string,
      input: { confirmKey: string; reason?: string | null | undefined },
    ): Promise<PromptRow> {
      const { actor, prompt } = await loadPrompt(prompts, caller, libraryId, id, 'prompt.delete')
      const reason = parseInput(prose('The reason', 1000).nullish(), input.reason)?.trim() || null
      if (input.confirmKey !== prompt.key) {
        throw ValidationError.of('confirmKey', `Type the key ${prompt.key} to delete this prompt.`)
      }
      return changing(actor, prompt, async (tx, before) => {
        if (before.status !== 'archived') {
          throw new ConflictError(
            `This prompt is ${before.status}. Archive it first; only archived prompts can be deleted.`,
          )
        }
        const includers = await catalogue.includersOf(tx, libraryId, before.key)
        if (includers.total > 0) throw new ConflictError(includers.sentence('deleted'))
        await prompts.setTags(tx, libraryId, id, [])
        const after = await prompts.updatePrompt(tx, before, { deletedAt: clock.now() })
        return { after, action: 'prompt.delete', reason }
      })
    },

    /** What became of a prompt's status, newest first. */
    history(prompt: PromptRow, args: PageArgs) {
      return connection(args, {
        list: `status-changes ${prompt.id}`,
        descending: true,
        key: ['instant', 'uuid'],
        keyOf: (row: StatusChangeRow) => [row.movedAt.toISOString(), row.id],
        fetch: (window) => store.list(prompt.libraryId, prompt.id, window),
        count: () => store.count(prompt.libraryId, prompt.id),
      })
    },
  }
}

export type LifecycleService = ReturnType<typeof createLifecycleService>

/** @throws ConflictError naming the moves that are allowed */
function allowedMove(prompt: PromptRow, to: Status): StatusMove {
  const from = prompt.status as Status
  const move = statusMove(from, to)
  if (move) return move
  throw new ConflictError(from === to ? `This prompt is ${from} already.` : refusedMove(from, to)!)
}

function movedMeanwhile(now: PromptRow): string {
  return `Somebody moved this prompt meanwhile: it is ${now.status} now. Look again, then decide.`
}
