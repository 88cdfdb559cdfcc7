import { align } from '../diff/align.ts'
import type { Change } from '../diff/change.ts'
import { splitLines } from '../split-lines.ts'
import { patchPath } from './patch-path.ts'

/** How to write a patch. */
export interface PatchOptions {
  /**
   * The file the patch is for, relative to where it is applied.
   *
   * @default 'prompt.md'
   */
  readonly path?: string
  /**
   * Unchanged lines around each change. With 0, `git apply` wants `--unidiff-zero`.
   *
   * @default 3
   */
  readonly context?: number
}

/**
 * A unified patch from one LF text to another that `git apply` and `patch` accept; empty when the texts are equal.
 * It speaks of one file that exists before and after, though it may be empty.
 *
 * @throws RangeError for a path that is absolute or leaves its directory, or a context that is not a count
 */
export function unifiedPatch(before: string, after: string, options: PatchOptions = {}): string {
  const { path = 'prompt.md', context = 3 } = options
  const [from, to] = [patchPath('a', path), patchPath('b', path)]
  if (!(Number.isSafeInteger(context) && context >= 0)) {
    throw new RangeError(`The context of a patch must be a whole number of lines, not ${context}`)
  }
  if (before === after) return ''
  const lines = { before: splitLines(before), after: splitLines(after) }
  const hunks = hunksOf(align(lines.before, lines.after), context)
  // A tab ends a name with blanks in it, for programs that would take what follows a blank for a time.
  const end = path.includes(' ') ? '\t' : ''
  const head = `diff --git ${from} ${to}\n--- ${from}${end}\n+++ ${to}${end}\n`
  return head + hunks.map((hunk) => hunkText(hunk, lines, context)).join('')
}

type Lines = Readonly<Record<'before' | 'after', readonly string[]>>

/** Changes whose surrounding lines would meet share a hunk. */
function hunksOf(changes: readonly Change[], context: number): Change[][] {
  const hunks: Change[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const change of changes) {
    const hunk = hunks.at(-1)
    if (hunk && change.before - end <= 2 * context) hunk.push(change)
    else hunks.push([change])
    end = change.before + change.removed
  }
  return hunks
}

function hunkText(changes: readonly Change[], lines: Lines, context: number): string {
  const [first, last] = [changes[0], changes.at(-1)]
  if (!first || !last) return ''
  const lead = Math.min(context, first.before)
  const end = last.before + last.removed
  const trail = Math.min(context, lines.before.length - end)
  const body: string[] = []
  let done = first.before - lead
  for (const { before, removed, after, added } of changes) {
    body.push(marked(' ', lines.before.slice(done, before)))
    body.push(marked('-', lines.before.slice(before, before + removed)))
    body.push(marked('+', lines.after.slice(after, after + added)))
    done = before + removed
  }
  body.push(marked(' ', lines.before.slice(done, end + trail)))
  const from = rangeText(first.before - lead, end + trail)
  const to = rangeText(first.after - lead, last.after + last.added + trail)
  return `@@ -${from} +${to} @@\n${body.join('')}`
}

/** An empty range is named by the line before it. */
function rangeText(from: number, to: number): string {
  const count = to - from
  if (count === 0) return `${from},0`
  return count === 1 ? `${from + 1}` : `${from + 1},${count}`
}

function marked(mark: string, lines: readonly string[]): string {
  return lines
    .map((line) => (line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`))
    .join('')
}
