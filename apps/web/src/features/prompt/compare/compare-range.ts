/** What is compared: two references, directly or from where they parted. */
export interface CompareRange {
  base: string
  head: string
  /** `a...b`: only what head has changed since the two parted. */
  sinceMergeBase: boolean
}

/** A range from an address, `<a>..<b>` or `<a>...<b>`; `null` when it is neither. No reference has two dots in a row or begins with one. */
export function parseRange(range: string): CompareRange | null {
  const [, base, dots, head] = /^(.*?[^.])(\.{2,3})([^.].*)$/.exec(range) ?? []
  if (!base || !head || base.startsWith('.') || head.includes('..')) return null
  return { base, head, sinceMergeBase: dots === '...' }
}

/** Where a range is compared. */
export function rangeAddress(home: string, { base, head, sinceMergeBase }: CompareRange): string {
  const dots = sinceMergeBase ? '...' : '..'
  return `${home}/compare/${encodeURIComponent(base)}${dots}${encodeURIComponent(head)}`
}

/** Name of the file of a patch: what it is about, without signs that mean something in a path. */
export function patchFileName(key: string, { base, head }: Pick<CompareRange, 'base' | 'head'>): string {
  return `${`${key}-${base}-${head}`.replace(/[^\w.-]+/g, '-')}.patch`
}
