import type { Thread } from '../conversation/threads.ts'
import { type DiffRow, lineKey } from './diff-rows.ts'

export interface PlacedThreads {
  /** Threads by the line they stand at now. */
  byLine: ReadonlyMap<string, readonly Thread[]>
  /** Threads whose line is gone. */
  outdated: readonly Thread[]
}

/** Threads on lines, by the place where their line is now. */
export function placeThreads(threads: readonly Thread[]): PlacedThreads {
  const byLine = new Map<string, Thread[]>()
  const outdated: Thread[] = []
  for (const thread of threads) {
    const { anchor } = thread.root
    if (!anchor) continue
    if (anchor.currentLine === null) outdated.push(thread)
    else {
      const key = lineKey(anchor.side, anchor.currentLine)
      byLine.set(key, [...(byLine.get(key) ?? []), thread])
    }
  }
  return { byLine, outdated }
}

/** What is said about the lines of a row. */
export function threadsAt(row: DiffRow, { byLine }: PlacedThreads): readonly Thread[] {
  if (row.kind === 'fold' || byLine.size === 0) return NONE
  const found = [row.left, row.right].flatMap((cell) =>
    cell ? (byLine.get(lineKey(cell.side, cell.line)) ?? []) : [],
  )
  return found.length === 0 ? NONE : found
}

const NONE: readonly Thread[] = []
