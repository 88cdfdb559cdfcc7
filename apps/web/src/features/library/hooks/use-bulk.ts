import { useRef, useState } from 'react'
import { useMutation } from 'urql'
import { type Failure, failureOf } from '../../../graphql/index.ts'
import { type BulkChange, isSoAlready, tagsAfter } from '../bulk-change.ts'
import { PromptArchive, PromptBulkMove, PromptBulkUpdate, PromptRestore } from '../bulk-operations.ts'
import type { PromptRow } from '../library-prompts-query.ts'

/** How far a change of many prompts is, or what came of it. */
export interface BulkRun {
  readonly total: number
  /** Prompts that were looked at. */
  readonly done: number
  readonly changed: readonly PromptRow[]
  /** Those that were as wanted before. */
  readonly unchanged: number
  readonly refused: readonly { row: PromptRow; reason: string }[]
  readonly state: 'running' | 'done' | 'cancelled'
}

type Act = (row: PromptRow) => Promise<Failure | null>

/** Changes prompts one after the other, each wholly or not at all; it can be stopped between two of them. */
export function useBulk() {
  const act = useActs()
  const [run, setRun] = useState<BulkRun | null>(null)
  const stopped = useRef(false)

  async function each(rows: readonly PromptRow[], does: Act, skip: (row: PromptRow) => boolean) {
    stopped.current = false
    let now: BulkRun = {
      total: rows.length,
      done: 0,
      changed: [],
      unchanged: 0,
      refused: [],
      state: 'running',
    }
    setRun(now)
    for (const row of rows) {
      if (stopped.current) break
      const done = now.done + 1
      if (skip(row)) {
        now = { ...now, done, unchanged: now.unchanged + 1 }
      } else {
        const failure = await does(row)
        now = failure
          ? { ...now, done, refused: [...now.refused, { row, reason: reasonOf(failure) }] }
          : { ...now, done, changed: [...now.changed, row] }
      }
      setRun(now)
    }
    now = { ...now, state: stopped.current && now.done < now.total ? 'cancelled' : 'done' }
    setRun(now)
    return now
  }

  return {
    run,
    start: (rows: readonly PromptRow[], change: BulkChange) =>
      each(rows, act.make(change), (row) => isSoAlready(row, change)),
    /** Makes prompts as they were before a change; a move between statuses has no way back. */
    undo: (rows: readonly PromptRow[], change: BulkChange) =>
      each(rows, act.takeBack(change), () => change.kind === 'status'),
    stop: () => {
      stopped.current = true
    },
    forget: () => setRun(null),
  }
}

function useActs() {
  const [, archive] = useMutation(PromptArchive)
  const [, restore] = useMutation(PromptRestore)
  const [, update] = useMutation(PromptBulkUpdate)
  const [, move] = useMutation(PromptBulkMove)

  const make =
    (change: BulkChange): Act =>
    async (row) => {
      const { id } = row
      switch (change.kind) {
        case 'tags':
          return failureOf(await update({ input: { id, tags: tagsAfter(row, change.add, change.remove) } }))
        case 'owner':
          return failureOf(await update({ input: { id, owner: change.owner.trim() } }))
        case 'move': {
          const { category, subcategory } = change
          return failureOf(await update({ input: { id, category, subcategory } }))
        }
        case 'status':
          return failureOf(await move({ input: { id, to: change.to, reason: change.reason.trim() || null } }))
        case 'archive':
          return failureOf(await archive({ input: { id } }))
      }
    }

  const takeBack =
    (change: BulkChange): Act =>
    async ({ id, tags, owner, category, subcategory }) => {
      if (change.kind === 'archive') return failureOf(await restore({ input: { id } }))
      const before = {
        tags: { tags: tags.map(({ name }) => name) },
        owner: { owner },
        move: { category, subcategory },
        status: {},
      }[change.kind]
      return failureOf(await update({ input: { id, ...before } }))
    }

  return { make, takeBack }
}

/** The reason as one sentence; that of a field where there is one. */
function reasonOf(failure: Failure): string {
  return Object.values(failure.fields)[0] ?? failure.message
}
