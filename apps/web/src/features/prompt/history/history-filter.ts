/** Which commits the history shows. */
export interface HistoryFilter {
  /** Of every branch, not only the one the address names. */
  all: boolean
  /** Only the chain of first parents: what was committed or merged on the branch itself. */
  firstParents: boolean
}

/** The filter an address asks for: `?all=1`, `?order=first-parent`. */
export function parseHistoryFilter(params: URLSearchParams): HistoryFilter {
  const all = params.get('all') === '1'
  return { all, firstParents: !all && params.get('order') === 'first-parent' }
}

/** The query part of an address with this filter; what else the address says stays. */
export function formatHistoryFilter(params: URLSearchParams, filter: HistoryFilter): string {
  const next = new URLSearchParams(params)
  next.delete('all')
  next.delete('order')
  if (filter.all) next.set('all', '1')
  else if (filter.firstParents) next.set('order', 'first-parent')
  const text = next.toString().replaceAll('%2F', '/')
  return text === '' ? '' : `?${text}`
}
