import type { Range } from './highlight.ts'

/** A text with the places of hits in it. */
export interface Excerpt {
  text: string
  ranges: readonly Range[]
}

/** Letters before the first hit that a row has room for. */
const BEFORE = 16

/** Cuts what stands long before the first hit, at a word where there is one, so that a row of limited width shows the hit. */
export function trimExcerpt({ text, ranges }: Excerpt): Excerpt {
  const flat = text.replace(/\s/g, ' ')
  const first = ranges[0]?.from ?? 0
  if (first <= BEFORE) return { text: flat, ranges }
  const rough = first - BEFORE
  const space = flat.indexOf(' ', rough)
  const start = space >= 0 && space < first ? space + 1 : rough
  return {
    text: `…${flat.slice(start)}`,
    ranges: ranges.map(({ from, to }) => ({ from: from - start + 1, to: to - start + 1 })),
  }
}
