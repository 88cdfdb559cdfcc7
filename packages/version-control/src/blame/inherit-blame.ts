import { align } from '../diff/align.ts'
import type { Change } from '../diff/change.ts'
import type { Effort } from '../diff/edit-graph.ts'
import { splitLines } from '../split-lines.ts'
import type { Blame } from './blame.ts'
import { matchPieces } from './match-pieces.ts'
import { NOBODY, RunReader, RunWriter } from './runs.ts'

/** What comparing words may cost in one text, all changed lines together: some tens of milliseconds. */
const WORD_EFFORT = 5_000_000

/** @internal A text, cut into lines once. */
export interface LinedText {
  readonly text: string
  readonly lines: readonly string[]
}

/** @internal */
export function linedText(text: string): LinedText {
  return { text, lines: splitLines(text) }
}

/** @internal What of a text comes from one parent, with the parent's blame; the rest belongs to nobody. */
export function inheritBlame(content: LinedText, parent: LinedText, blame: Blame): Blame {
  const heir = new Heir(content, parent, blame)
  for (const change of align(parent.lines, content.lines)) heir.take(change)
  return heir.finish()
}

/** Goes through both texts change by change. */
class Heir {
  readonly #content: LinedText
  readonly #parent: LinedText
  readonly #from: { readonly lines: RunReader; readonly words: RunReader }
  readonly #to = { lines: new RunWriter(), words: new RunWriter() }
  readonly #effort: Effort = { steps: WORD_EFFORT }
  /** How far both texts are read, in lines and in units. */
  #line = { before: 0, after: 0 }
  #offset = { before: 0, after: 0 }

  constructor(content: LinedText, parent: LinedText, { lines, words }: Blame) {
    this.#content = content
    this.#parent = parent
    this.#from = { lines: new RunReader(lines), words: new RunReader(words) }
  }

  take({ before, removed, after, added }: Change): void {
    this.#keep(before - this.#line.before)
    const removedText = this.#parent.lines.slice(before, before + removed).join('')
    const addedText = this.#content.lines.slice(after, after + added).join('')
    this.#to.lines.add(added, NOBODY)
    this.#takeWords(removedText, addedText)
    this.#line = { before: before + removed, after: after + added }
    this.#offset = {
      before: this.#offset.before + removedText.length,
      after: this.#offset.after + addedText.length,
    }
  }

  finish(): Blame {
    this.#keep(this.#content.lines.length - this.#line.after)
    return { lines: this.#to.lines.runs, words: this.#to.words.runs }
  }

  /** The next lines are the same in both texts. */
  #keep(count: number): void {
    const { before } = this.#line
    let length = 0
    for (let line = before; line < before + count; line += 1) length += this.#parent.lines[line]?.length ?? 0
    this.#from.lines.copy(before, before + count, this.#to.lines)
    this.#from.words.copy(this.#offset.before, this.#offset.before + length, this.#to.words)
    this.#line = { before: before + count, after: this.#line.after + count }
    this.#offset = { before: this.#offset.before + length, after: this.#offset.after + length }
  }

  #takeWords(removed: string, added: string): void {
    let done = 0
    const kept = removed === '' || added === '' ? [] : matchPieces(removed, added, this.#effort)
    for (const { before, after, length } of kept) {
      this.#to.words.add(after - done, NOBODY)
      const start = this.#offset.before + before
      this.#from.words.copy(start, start + length, this.#to.words)
      done = after + length
    }
    this.#to.words.add(added.length - done, NOBODY)
  }
}
