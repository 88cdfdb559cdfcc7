import { contentHash, diffEdits, merge, mergedText, type TextEdit } from '@incipit/version-control'
import { type Actor, actorRef } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import { ConflictError, NotFoundError } from '../platform/errors.ts'
import { assertMayCommit, assertWritable, headMoved } from './branch-rules.ts'
import type { VersionDeps } from './deps.ts'
import type { LiveFollow } from './live-follow.ts'
import { assertNotMerging } from './merge-commit.ts'
import type { MergeReader } from './merge-preview.ts'
import type { BranchRow, ConflictRow, MergeRow } from './store.ts'

export type ConflictChoice = 'ours' | 'theirs' | 'both' | 'written'

/** A merge whose conflicts people settle in the live text. */
export interface MergeStart {
  readonly branch: BranchRow
  /** Null: any. */
  readonly expectedHead: string | null
  readonly theirsCommitId: string
  readonly theirsName: string
  readonly kind: 'merge' | 'pick'
}

export type ResolveService = ReturnType<typeof createResolveService>

/** Settling conflicts in live texts, by one person or several at once. */
export function createResolveService(deps: VersionDeps, live: LiveFollow, reader: MergeReader) {
  const { db, store, prompts, taxonomy, collaboration, changes, clock, queue } = deps

  /** Notes the merge before anything changes: from then on nobody else moves the head, and an end of the process can be healed. */
  async function begin(actor: Actor, seen: BranchRow, spec: MergeStart): Promise<void> {
    await changes.run(seen.libraryId, actor, async (tx, note) => {
      const branch = (await store.lockBranch(tx, seen.libraryId, seen.id))!
      const prompt = await prompts.lockPrompt(tx, seen.libraryId, seen.promptId)
      assertWritable(branch, prompt)
      await assertNotMerging(store, tx, branch)
      const [head = null] = await store.findCommits(
        tx,
        branch.libraryId,
        [branch.promptId],
        branch.headCommitId ? [branch.headCommitId] : [],
      )
      if (branch.headCommitId !== (spec.expectedHead ?? seen.headCommitId)) throw headMoved(branch, head)
      const settings = await taxonomy.categorySettings(tx, branch.libraryId)
      assertMayCommit(branch, prompt, settings, { unresolved: await store.countUnresolved(tx, branch) })
      const starter = actorRef(actor)
      await store.insertMerge(tx, {
        libraryId: branch.libraryId,
        branchId: branch.id,
        theirsCommitId: spec.theirsCommitId,
        theirsName: spec.theirsName,
        kind: spec.kind,
        textBefore: null,
        textAfter: null,
        starterKind: starter.kind,
        starterId: starter.id,
        starterName: starter.name,
        startedAt: clock.now(),
      })
      note(mergeNote('merge.start', prompt.key, branch, spec))
    })
  }

  /** Takes a merge out of the live text again; what people wrote meanwhile stays. */
  async function takeBack(actor: Actor, branch: BranchRow, row: MergeRow): Promise<void> {
    if (row.textBefore === null || row.textAfter === null) return
    const contents = await store.contents(db, branch.libraryId, [row.textBefore, row.textAfter])
    const [before, after] = [contents.get(row.textBefore)!, contents.get(row.textAfter)!]
    const prose = await reader.isProse(branch.libraryId)
    await collaboration.revise(
      branch.libraryId,
      branch.documentId,
      { id: actor.id, isTakenIn: true },
      (view) => ({ text: mergedText(merge(after, view.text, before, { prose }), 'ours') }),
    )
  }

  /** Puts the text chosen in the place of the conflict, wherever that is now. */
  async function write(actor: Actor, branch: BranchRow, row: ConflictRow, chosen: string): Promise<void> {
    await collaboration.revise(branch.libraryId, branch.documentId, actor, (view) => {
      const span = view.spanOf(row)
      if (!span) throw new ConflictError('The place of this conflict is not in the live text any more.')
      const present = view.text.slice(span.start, span.end)
      // Edits inside of the place only: what stands around it must not move, or its ends would.
      const edits = diffEdits(present, chosen).map(
        (edit): TextEdit => ({ ...edit, offset: edit.offset + span.start }),
      )
      return { text: view.text.slice(0, span.start) + chosen + view.text.slice(span.end), edits }
    })
  }

  async function findConflict(libraryId: string, id: string): Promise<ConflictRow> {
    const row = await store.findConflict(db, libraryId, id)
    if (!row) throw new NotFoundError('The conflict')
    return row
  }

  async function resolveNow(
    actor: Actor,
    key: { libraryId: string; id: string },
    choice: ConflictChoice | null,
  ): Promise<{ conflict: ConflictRow; branch: BranchRow }> {
    const row = await findConflict(key.libraryId, key.id)
    const [branch] = await store.findBranches(key.libraryId, [row.branchId])
    const [prompt] = await prompts.findPrompts(key.libraryId, [branch!.promptId])
    assertWritable(branch!, prompt!)
    const chosen = choice && textOf(row, choice)
    if (chosen !== null) await write(actor, branch!, row, chosen)
    const resolver = choice && actorRef(actor)
    const conflict = await changes.run(key.libraryId, actor, async (tx, note) => {
      const after = await store.updateConflict(tx, row, {
        choice,
        resolverKind: resolver?.kind ?? null,
        resolverId: resolver?.id ?? null,
        resolverName: resolver?.name ?? null,
        resolvedAt: resolver ? clock.now() : null,
      })
      if (!after) throw new NotFoundError('The conflict')
      note({
        action: 'conflict.resolve',
        subject: { type: 'conflict', id: row.id, label: `${prompt!.key} ${branch!.name}` },
        before: { choice: row.choice },
        after: { choice, ...(chosen !== null && { text: contentHash(chosen) }) },
        details: {
          prompt: prompt!.key,
          branch: branch!.name,
          branchId: branch!.id,
          from: row.theirsName,
          choice,
        },
        promptId: branch!.promptId,
      })
      return after
    })
    return { conflict, branch: branch! }
  }

  return {
    /** Brings the other side of a merge that has conflicts into the live text, for people to settle there. */
    async start(actor: Actor, spec: MergeStart): Promise<{ branch: BranchRow; conflicts: number }> {
      return queue.run(spec.branch.id, async () => {
        const seen = await live.settle(spec.branch)
        await begin(actor, seen, spec)
        const branch = await live.settle(seen)
        return { branch, conflicts: await store.countUnresolved(db, branch) }
      })
    },

    /** Gives up a merge under way: the live text gets back what it brought, and keeps what people wrote. */
    async abort(caller: Caller, libraryId: string, branchId: string): Promise<BranchRow> {
      const actor = await authorize(caller, libraryId, 'prompt.edit', 'The branch')
      const [found] = await store.findBranches(libraryId, [branchId])
      if (!found) throw new NotFoundError('The branch')
      return queue.run(branchId, async () => {
        const branch = await live.settle(found)
        const row = await store.findMerge(db, branch)
        if (!row)
          throw new ConflictError(`No merge into ${branch.name} is under way. There is nothing to abort.`)
        const [prompt] = await prompts.findPrompts(libraryId, [branch.promptId])
        assertWritable(branch, prompt!)
        await takeBack(actor, branch, row)
        await changes.run(libraryId, actor, async (tx, note) => {
          await store.lockBranch(tx, libraryId, branchId)
          await store.deleteConflicts(tx, branch)
          await store.deleteMerge(tx, branch)
          note(mergeNote('merge.abort', prompt!.key, branch, row))
        })
        return branch
      })
    },

    /** Settles a conflict: the choice becomes the text of its place, as an ordinary edit. `null` opens it again. */
    async resolve(
      caller: Caller,
      key: { libraryId: string; id: string },
      choice: ConflictChoice | null,
    ): Promise<{ conflict: ConflictRow; branch: BranchRow }> {
      const actor = await authorize(caller, key.libraryId, 'prompt.edit', 'The conflict')
      const row = await findConflict(key.libraryId, key.id)
      return queue.run(row.branchId, () => resolveNow(actor, key, choice))
    },
  }
}

/** The text a choice puts in the place of a conflict; `null` for the one that stands there. */
function textOf({ ours, theirs }: ConflictRow, choice: ConflictChoice): string | null {
  if (choice === 'ours') return ours
  if (choice === 'theirs') return theirs
  if (choice === 'written') return null
  const needsBreak = ours !== '' && theirs !== '' && !ours.endsWith('\n')
  return needsBreak ? `${ours}\n${theirs}` : ours + theirs
}

function mergeNote(
  action: string,
  promptKey: string,
  branch: BranchRow,
  merge: Pick<MergeRow, 'theirsName' | 'theirsCommitId' | 'kind'> | MergeStart,
) {
  return {
    action,
    subject: { type: 'branch', id: branch.id, label: `${promptKey} ${branch.name}` },
    details: {
      prompt: promptKey,
      branch: branch.name,
      branchId: branch.id,
      from: merge.theirsName,
      fromCommit: merge.theirsCommitId,
      kind: merge.kind,
    },
    promptId: branch.promptId,
  }
}
