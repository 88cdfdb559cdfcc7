/** A text with the place of a hit in it. */
export interface Excerpt {
  text: string
  from: number
  to: number
}

/** Letters before the hit that a row has room for. */
const BEFORE = 16

/** Cuts what stands long before the hit, at a word where there is one, so that a row of limited width shows the hit. */
export function trimExcerpt({ text, from, to }: Excerpt): Excerpt {
  const flat = text.replace(/\s/g, ' ')
  if (from <= BEFORE) return { text: flat, from, to }
  const rough = from - BEFORE
  const space = flat.indexOf(' ', rough)
  const start = space >= 0 && space < from ? space + 1 : rough
  return { text: `…${flat.slice(start)}`, from: from - start + 1, to: to - start + 1 }
}
