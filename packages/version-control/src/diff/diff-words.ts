import { align } from './align.ts'
import type { Change } from './change.ts'
import { splitWords } from './split-words.ts'

/** What one comparison may cost at full patience: about a tenth of a second. */
const WORD_STEPS = 5_000_000

/** A run of text that both texts have, or only the one before (removed) or after (added). */
export interface WordPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * The differences between two texts by words, in reading order; what was removed stands before what was added in its place.
 * The parts that are same or removed make up `before`, those that are same or added make up `after`. No part is empty, no two
 * neighbours are of one kind, no surrogate pair is split. The time is bounded: texts that are long and unlike give coarser parts.
 */
export function diffWords(before: string, after: string): WordPart[] {
  const [a, b] = [splitWords(before), splitWords(after)]
  const parts: WordPart[] = []
  const push = (kind: WordPart['kind'], words: readonly string[]) => {
    if (words.length > 0) parts.push({ kind, text: words.join('') })
  }
  let done = 0
  for (const change of joinOverBlanks(align(a, b, { steps: WORD_STEPS }), a)) {
    push('same', a.slice(done, change.before))
    done = change.before + change.removed
    push('removed', a.slice(change.before, done))
    push('added', b.slice(change.after, change.after + change.added))
  }
  push('same', a.slice(done))
  return parts
}

/** A blank kept between two replaced words keeps nothing: the words read better as one replacement. */
function joinOverBlanks(changes: readonly Change[], before: readonly string[]): Change[] {
  const joined: Change[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    if (last && isReplacement(last) && isReplacement(change) && isBlankBetween(last, change, before)) {
      joined[joined.length - 1] = {
        before: last.before,
        removed: change.before + change.removed - last.before,
        after: last.after,
        added: change.after + change.added - last.after,
      }
    } else joined.push(change)
  }
  return joined
}

function isReplacement({ removed, added }: Change): boolean {
  return removed > 0 && added > 0
}

function isBlankBetween(left: Change, right: Change, before: readonly string[]): boolean {
  const from = left.before + left.removed
  return right.before === from + 1 && /^[^\S\n]+$/.test(before[from] ?? '')
}
