import { diffWords } from '@incipit/version-control'
import type { TextPart } from './conflict-places.ts'

/** A conflict, where it is in the live text. */
export interface PlacedConflict {
  readonly id: string
  readonly part: TextPart
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

/** The whole text as it would be with one side at every conflict. */
export interface SideText {
  readonly text: string
  /** Where each conflict is in it, in the order of the text. */
  readonly places: readonly (TextPart & { readonly id: string })[]
  /** Words in which the side differs from the others. */
  readonly words: readonly TextPart[]
}

export type ConflictSide = 'base' | 'ours' | 'theirs'

/** The live text once for each side: everything around the conflicts is the same, so that only they have to be read. */
export function conflictSides(
  live: string,
  conflicts: readonly PlacedConflict[],
): Record<ConflictSide, SideText> {
  const ordered = conflicts
    .toSorted((a, b) => a.part.from - b.part.from || a.part.to - b.part.to)
    .filter((conflict, at, all) => at === 0 || conflict.part.from >= (all[at - 1]?.part.to ?? 0))
  return {
    base: sideText(live, ordered, 'base'),
    ours: sideText(live, ordered, 'ours'),
    theirs: sideText(live, ordered, 'theirs'),
  }
}

function sideText(live: string, conflicts: readonly PlacedConflict[], side: ConflictSide): SideText {
  let text = ''
  let done = 0
  const places: (TextPart & { id: string })[] = []
  const words: TextPart[] = []
  for (const conflict of conflicts) {
    text += live.slice(done, conflict.part.from)
    const from = text.length
    text += conflict[side]
    places.push({ id: conflict.id, from, to: text.length })
    for (const word of changedWords(conflict, side))
      words.push({ from: from + word.from, to: from + word.to })
    done = conflict.part.to
  }
  return { text: text + live.slice(done), places, words }
}

/** What a side says that the base does not; of the base, what either side no longer says. */
function changedWords(conflict: PlacedConflict, side: ConflictSide): TextPart[] {
  if (side !== 'base') return partsOf(conflict.base, conflict[side], 'added')
  const gone = [
    ...partsOf(conflict.base, conflict.ours, 'removed'),
    ...partsOf(conflict.base, conflict.theirs, 'removed'),
  ]
  return joined(gone)
}

function partsOf(before: string, after: string, kind: 'added' | 'removed'): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const part of diffWords(before, after)) {
    if (part.kind !== 'same' && part.kind !== kind) continue
    if (part.kind === kind) parts.push({ from: at, to: at + part.text.length })
    at += part.text.length
  }
  return parts
}

function joined(parts: readonly TextPart[]): TextPart[] {
  const whole: { from: number; to: number }[] = []
  for (const { from, to } of parts.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else whole.push({ from, to })
  }
  return whole
}
