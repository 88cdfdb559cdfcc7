import { diffLines } from '@incipit/version-control'
import { type MarkedLine, markLines } from './marked-lines.ts'

/** Lines both texts have, or lines that stand in the place of others. Line numbers count from 1. */
export type DiffBlock =
  | { kind: 'same'; base: number; head: number; lines: readonly string[] }
  | {
      kind: 'change'
      /** Which change it is, from 0. */
      index: number
      base: number
      head: number
      removed: readonly MarkedLine[]
      added: readonly MarkedLine[]
    }

/** The whole of both texts, in reading order. */
export function diffBlocks(before: string, after: string): DiffBlock[] {
  const [left, right] = [linesOf(before), linesOf(after)]
  const blocks: DiffBlock[] = []
  let [base, head] = [1, 1]
  const same = (until: number): void => {
    if (until <= base) return
    blocks.push({ kind: 'same', base, head, lines: left.slice(base - 1, until - 1) })
    head += until - base
    base = until
  }
  for (const [index, change] of diffLines(before, after).entries()) {
    same(change.beforeStart)
    const removed = left.slice(base - 1, base - 1 + change.beforeCount)
    const added = right.slice(head - 1, head - 1 + change.afterCount)
    blocks.push({ kind: 'change', index, base, head, ...markLines(removed, added) })
    base += change.beforeCount
    head += change.afterCount
  }
  same(left.length + 1)
  return blocks
}

/** The lines of a text without their line breaks; a break at the end begins no further line. */
function linesOf(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}
