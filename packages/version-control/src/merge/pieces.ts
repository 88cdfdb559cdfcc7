import type { ChangeGroup, Span } from './group-changes.ts'
import type { WordEdit, WordText } from './word-edits.ts'

/** @internal The three texts of a conflict. */
export interface ThreeTexts {
  readonly base: WordText
  readonly ours: WordText
  readonly theirs: WordText
}

/** @internal Whole lines in all three texts, as few as can be settled by themselves. Spans are of words. */
export interface Piece {
  readonly base: Span
  readonly ours: Span
  readonly theirs: Span
  readonly groups: readonly ChangeGroup<WordEdit>[]
}

/** @internal Cuts a conflict after every line break that both sides kept. What is inserted at a cut belongs to the piece behind it. */
export function piecesOf(
  { base, ours, theirs }: ThreeTexts,
  groups: readonly ChangeGroup<WordEdit>[],
): Piece[] {
  const pieces: Piece[] = []
  let start = { base: 0, ours: 0, theirs: 0 }
  let own: ChangeGroup<WordEdit>[] = []
  const close = (end: typeof start) => {
    pieces.push({
      base: { from: start.base, to: end.base },
      ours: { from: start.ours, to: end.ours },
      theirs: { from: start.theirs, to: end.theirs },
      groups: own,
    })
    start = end
    own = []
  }
  let at = { base: 0, ours: 0, theirs: 0 }
  const keepUntil = (end: number) => {
    while (at.base < end) {
      const isBreak = base.words[at.base] === '\n'
      at = { base: at.base + 1, ours: at.ours + 1, theirs: at.theirs + 1 }
      if (isBreak) close(at)
    }
  }
  for (const group of groups) {
    keepUntil(group.base.from)
    own.push(group)
    at = { base: group.base.to, ours: group.ours.to, theirs: group.theirs.to }
  }
  keepUntil(base.words.length)
  close({ base: base.words.length, ours: ours.words.length, theirs: theirs.words.length })
  return pieces
}

/** @internal The edits of each side in a piece that the other side did not make as well. */
export function ownEdits({ groups }: Piece): { readonly ours: WordEdit[]; readonly theirs: WordEdit[] } {
  return {
    ours: groups.flatMap(({ oursChanges }) => oursChanges.filter(({ agreed }) => !agreed)),
    theirs: groups.flatMap(({ theirsChanges }) => theirsChanges.filter(({ agreed }) => !agreed)),
  }
}
