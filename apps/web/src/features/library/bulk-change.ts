import { movesFrom, normalizeTag } from '@incipit/library'
import type { StateValue } from '../../ui/index.ts'
import type { PromptRow } from './library-prompts-query.ts'

type Status = StateValue<'status'>

/** One change that is made to every selected prompt. */
export type BulkChange =
  | { kind: 'tags'; add: readonly string[]; remove: readonly string[] }
  | { kind: 'owner'; owner: string }
  | { kind: 'move'; category: string; subcategory: string }
  | { kind: 'status'; to: Status; reason: string }
  | { kind: 'archive' }

/** What a change needs to know of a prompt. */
export type Changed = Pick<PromptRow, 'key' | 'category' | 'subcategory' | 'owner' | 'status'> & {
  tags: readonly { name: string }[]
}

/** The tags of a prompt after a change: those taken away are gone, new ones stand last, none twice. */
export function tagsAfter(row: Changed, add: readonly string[], remove: readonly string[]): string[] {
  const gone = new Set(remove.map(normalizeTag))
  const kept = row.tags.map(({ name }) => name).filter((name) => !gone.has(name))
  return [...new Set([...kept, ...add.map(normalizeTag).filter(Boolean)])]
}

/** Whether a prompt is as the change would make it already, so that nothing is sent. */
export function isSoAlready(row: Changed, change: BulkChange): boolean {
  switch (change.kind) {
    case 'tags': {
      const before = row.tags.map(({ name }) => name)
      return tagsAfter(row, change.add, change.remove).join() === before.join()
    }
    case 'owner':
      return row.owner === change.owner.trim()
    case 'move':
      return row.category === change.category && row.subcategory === change.subcategory
    case 'status':
      return row.status === change.to
    case 'archive':
      return row.status === 'ARCHIVED'
  }
}

/** Statuses that at least one of the prompts may go to, with how many may; archiving is a change of its own. */
export function statusChoices(rows: readonly Changed[]): { to: Status; count: number; reason: boolean }[] {
  const choices = new Map<Status, { count: number; reason: boolean }>()
  for (const row of rows)
    for (const move of movesFrom(row.status.toLowerCase() as Lowercase<Status>)) {
      if (move.to === 'archived') continue
      const to = move.to.toUpperCase() as Status
      const so = choices.get(to) ?? { count: 0, reason: false }
      choices.set(to, { count: so.count + 1, reason: so.reason || move.reasonRequired })
    }
  return [...choices].map(([to, so]) => ({ to, ...so })).toSorted((a, b) => b.count - a.count)
}
