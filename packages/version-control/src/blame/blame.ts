import { inheritBlame, type LinedText, linedText } from './inherit-blame.ts'
import { lengthOf, NOBODY, overlay, type Run } from './runs.ts'

/**
 * Who wrote what of a text, by numbers of commits (`seq`), as run lengths in reading order. Plain JSON, small, made to be stored.
 * Neighbouring runs belong to different commits; an empty text has none.
 */
export interface Blame {
  /** Numbers of lines and the newest commit that changed them. A line is what ends with LF; the last may lack it. */
  readonly lines: readonly (readonly [count: number, seq: number])[]
  /** Lengths in UTF-16 units and the commit that wrote them: words, single other characters, blanks. */
  readonly words: readonly (readonly [length: number, seq: number])[]
}

/** A parent of a commit, as {@link blame} needs it. */
export interface BlamedParent {
  readonly content: string
  readonly blame: Blame
}

/**
 * The blame of a commit, made from those of its parents: a line or word that a parent has keeps the parent's commit, the first
 * parent's where several have it; everything else belongs to the commit itself. A changed line belongs to the commit, although
 * words in it may be older.
 *
 * @param content the commit's text, with LF line endings
 * @param seq the commit's number, a whole number from 1
 * @throws RangeError when `seq` is no such number or a parent's blame does not cover its content
 */
export function blame(content: string, seq: number, parents: readonly BlamedParent[]): Blame {
  if (!(Number.isSafeInteger(seq) && seq > 0)) {
    throw new RangeError(`A commit’s number must be a whole number from 1, but is ${seq}`)
  }
  const text = linedText(content)
  let lines: Run[] = [[text.lines.length, NOBODY]]
  let words: Run[] = [[content.length, NOBODY]]
  for (const parent of parents) {
    const inherited = inheritBlame(text, coveredText(parent), parent.blame)
    lines = overlay(lines, inherited.lines)
    words = overlay(words, inherited.words)
  }
  return {
    lines: overlay(lines, [[text.lines.length, seq]]),
    words: overlay(words, [[content.length, seq]]),
  }
}

function coveredText({ content, blame }: BlamedParent): LinedText {
  const parent = linedText(content)
  const [lines, units] = [lengthOf(blame.lines), lengthOf(blame.words)]
  if (lines !== parent.lines.length || units !== content.length) {
    throw new RangeError(
      `A blame of ${lines} lines and ${units} units is not that of a text of ${parent.lines.length} lines and ${content.length} units`,
    )
  }
  return parent
}
