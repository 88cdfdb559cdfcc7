import type { DiffBlock } from './diff-blocks.ts'
import type { MarkedLine } from './marked-lines.ts'

export type Side = 'BASE' | 'HEAD'

/** A line of one side. */
export interface Cell {
  side: Side
  line: number
  kind: 'same' | 'removed' | 'added'
  spans: MarkedLine
}

export interface LineRow {
  kind: 'line'
  key: string
  left: Cell | null
  right: Cell | null
  /** Which change it belongs to; `null` outside of changes. */
  change: number | null
}

/** Unchanged lines that are not shown. */
export interface FoldRow {
  kind: 'fold'
  key: string
  /** Names the fold for opening it. */
  base: number
  count: number
}

export type DiffRow = LineRow | FoldRow

/** Unchanged lines shown before and after a change. */
const CONTEXT = 3
/** A fold that hides fewer hides nothing worth a click. */
const LEAST_HIDDEN = 2

export interface RowsSpec {
  blocks: readonly DiffBlock[]
  /** Old and new lines beside each other, or below each other. */
  split: boolean
  /** Folds that were opened, by their first line of the base. */
  opened: ReadonlySet<number>
  /** Lines that are shown whatever surrounds them: something is said about them. */
  kept: ReadonlySet<string>
}

/** Names a line among those kept. */
export function lineKey(side: Side, line: number): string {
  return `${side}:${line}`
}

/** The rows to draw: changed lines with some lines around them, the others folded. */
export function diffRows({ blocks, split, opened, kept }: RowsSpec): DiffRow[] {
  return blocks.flatMap((block, at): DiffRow[] => {
    if (block.kind === 'change') return split ? splitRows(block) : inlineRows(block)
    return sameRows(block, {
      opened,
      kept,
      start: at === 0 ? 0 : CONTEXT,
      end: at === blocks.length - 1 ? 0 : CONTEXT,
    })
  })
}

type Change = Extract<DiffBlock, { kind: 'change' }>
type Same = Extract<DiffBlock, { kind: 'same' }>

function inlineRows({ index, base, head, removed, added }: Change): LineRow[] {
  return [
    ...removed.map((spans, at) => lineRow(index, cell('BASE', base + at, 'removed', spans), null)),
    ...added.map((spans, at) => lineRow(index, null, cell('HEAD', head + at, 'added', spans))),
  ]
}

function splitRows({ index, base, head, removed, added }: Change): LineRow[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, at) => {
    const [left, right] = [removed[at], added[at]]
    return lineRow(
      index,
      left ? cell('BASE', base + at, 'removed', left) : null,
      right ? cell('HEAD', head + at, 'added', right) : null,
    )
  })
}

interface Folding {
  opened: ReadonlySet<number>
  kept: ReadonlySet<string>
  start: number
  end: number
}

function sameRows(block: Same, { opened, kept, start, end }: Folding): DiffRow[] {
  const shown = block.lines.map(
    (_, at) =>
      at < start ||
      at >= block.lines.length - end ||
      kept.has(lineKey('BASE', block.base + at)) ||
      kept.has(lineKey('HEAD', block.head + at)),
  )
  const rows: DiffRow[] = []
  let at = 0
  while (at < shown.length) {
    const to = runEnd(shown, at)
    const base = block.base + at
    const hidden = !shown[at] && to - at >= LEAST_HIDDEN && !opened.has(base)
    if (hidden) rows.push({ kind: 'fold', key: `fold ${base}`, base, count: to - at })
    else for (let line = at; line < to; line += 1) rows.push(sameRow(block, line))
    at = to
  }
  return rows
}

function runEnd(shown: readonly boolean[], from: number): number {
  let to = from
  while (to < shown.length && shown[to] === shown[from]) to += 1
  return to
}

function sameRow(block: Same, at: number): LineRow {
  const spans = [{ text: block.lines[at] ?? '', marked: false }]
  return lineRow(
    null,
    cell('BASE', block.base + at, 'same', spans),
    cell('HEAD', block.head + at, 'same', spans),
  )
}

function lineRow(change: number | null, left: Cell | null, right: Cell | null): LineRow {
  return { kind: 'line', key: `${left?.line ?? ''}-${right?.line ?? ''}`, left, right, change }
}

function cell(side: Side, line: number, kind: Cell['kind'], spans: MarkedLine): Cell {
  return { side, line, kind, spans }
}

/** The first row of the next change after (1) or before (-1) a row; of the first or last change where none is left. */
export function nextChange(rows: readonly DiffRow[], from: number, step: 1 | -1): number {
  const starts = rows.flatMap((row, at) => {
    const before = rows[at - 1]
    const begins =
      row.kind === 'line' && row.change !== null && !(before?.kind === 'line' && before.change === row.change)
    return begins ? [at] : []
  })
  const found = step === 1 ? starts.find((at) => at > from) : starts.findLast((at) => at < from)
  return found ?? (step === 1 ? starts[0] : starts.at(-1)) ?? -1
}
