import { useCallback, useEffect, useRef, useState } from 'react'
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClient } from 'urql'

/** A page of a connection as the API gives it. */
export interface ConnectionPage<Row> {
  edges: readonly { cursor: string; node: Row }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  totalCount?: number
}

type RowOf<Page extends ConnectionPage<unknown>> = Page['edges'][number]['node']

export interface ConnectionSpec<Data, Variables extends AnyVariables, Page extends ConnectionPage<unknown>> {
  /** A query with the variables `$first: Int` and `$after: String`. */
  query: TypedDocumentNode<Data, Variables>
  /** Everything but `first` and `after`; a change starts over. `null` waits. */
  variables: Omit<Variables & object, 'first' | 'after'> | null
  /** Finds the connection in an answer; nothing there means what was asked for is missing. */
  connection: (data: Data) => Page | null | undefined
  pageSize?: number
}

export interface ConnectionState<Row, Page extends ConnectionPage<unknown> = ConnectionPage<Row>> {
  rows: readonly Row[]
  /** The page that came last, with what the connection tells beside its rows; null before the first. */
  page: Page | null
  total: number
  hasMore: boolean
  /** `loading` before the first answer; afterwards earlier rows stay while newer ones are fetched. */
  status: 'loading' | 'ready' | 'missing' | 'error'
  /** True while rows of an earlier filter are shown. */
  stale: boolean
  error: CombinedError | null
}

const PAGE_SIZE = 50
const START: ConnectionState<never, never> = {
  rows: [],
  page: null,
  total: 0,
  hasMore: false,
  status: 'loading',
  stale: false,
  error: null,
}

/**
 * Walks a keyset connection forward: rows of all pages so far, `loadMore` for the next page and `refresh`, which reads
 * the pages again from the start and swaps them in at once, so that nothing jumps and no row is missed or doubled.
 */
export function useConnection<Data, Variables extends AnyVariables, Page extends ConnectionPage<unknown>>(
  spec: ConnectionSpec<Data, Variables, Page>,
) {
  const client = useClient()
  const latest = useRef(spec)
  latest.current = spec
  const [state, setState] = useState<ConnectionState<RowOf<Page>, Page>>(START)
  const run = useRef(0)
  const walked = useRef<{ rows: number; cursor: string | null; busy: boolean }>({
    rows: 0,
    cursor: null,
    busy: false,
  })
  const key = JSON.stringify(spec.variables)

  const walk = useCallback(
    async (from: string | null, rowsBefore: readonly RowOf<Page>[], wanted: number) => {
      const mine = ++run.current
      walked.current.busy = true
      let cursor = from
      let rows = rowsBefore
      while (true) {
        const { query, variables, connection, pageSize = PAGE_SIZE } = latest.current
        const asked = { ...variables, first: pageSize, after: cursor } as unknown as Variables
        const answer = await client.query(query, asked, { requestPolicy: 'network-only' }).toPromise()
        if (mine !== run.current) return
        const page = answer.data ? connection(answer.data) : null
        if (!page) {
          walked.current.busy = false
          const missing = !answer.error
          setState((now) => ({
            ...(missing ? START : now),
            status: missing ? 'missing' : now.status === 'ready' ? 'ready' : 'error',
            stale: false,
            error: answer.error ?? null,
          }))
          return
        }
        rows = [...rows, ...page.edges.map((edge) => edge.node)]
        cursor = page.pageInfo.endCursor
        if (page.pageInfo.hasNextPage && rows.length < wanted) continue
        walked.current = { rows: rows.length, cursor, busy: false }
        setState({ ...stateOf(page), rows, total: page.totalCount ?? rows.length })
        return
      }
    },
    [client],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the variables
  useEffect(() => {
    const { query, variables, connection, pageSize = PAGE_SIZE } = latest.current
    if (variables === null) return
    // Whoever comes back sees at once what was there; then it is read afresh.
    const asked = { ...variables, first: pageSize, after: null } as unknown as Variables
    const known = client.readQuery(query, asked, { requestPolicy: 'cache-only' })?.data
    const page = known ? connection(known) : null
    setState((now) => (page ? stateOf(page) : { ...now, stale: now.status === 'ready' }))
    void walk(null, [], 1)
    return () => {
      run.current++
    }
  }, [key, walk, client])

  const loadMore = useCallback(() => {
    if (walked.current.busy || !state.hasMore) return
    void walk(walked.current.cursor, state.rows, state.rows.length + 1)
  }, [state.hasMore, state.rows, walk])

  const refresh = useCallback(() => void walk(null, [], Math.max(1, walked.current.rows)), [walk])

  return { ...state, loadMore, refresh }
}

function stateOf<Page extends ConnectionPage<unknown>>(page: Page): ConnectionState<RowOf<Page>, Page> {
  const rows: RowOf<Page>[] = page.edges.map((edge) => edge.node)
  return {
    rows,
    page,
    total: page.totalCount ?? rows.length,
    hasMore: page.pageInfo.hasNextPage,
    status: 'ready',
    stale: false,
    error: null,
  }
}
