import { useMemo } from 'react'
import { useClient } from 'urql'
import { useConnection } from '../../graphql/index.ts'
import { useLibrary, useRefreshOnActivity } from '../shell/index.ts'
import type { ChangesFilter } from './changes-filter.ts'
import { type Change, LibraryChangesQuery } from './changes-query.ts'

const CONCERNS = /^(commit|change|prompt)\./

/** Most changes that are taken along at once. */
const MOST_TAKEN = 1_000

/** The changes that fit, page by page and live, and a way to get all of them. */
export function useChanges({ days, category, changeType }: ChangesFilter) {
  const { slug } = useLibrary()
  const client = useClient()
  const variables = useMemo(
    () => ({
      slug,
      days,
      category: category ? [category] : null,
      changeType: changeType ? [changeType] : null,
    }),
    [slug, days, category, changeType],
  )
  const list = useConnection({
    query: LibraryChangesQuery,
    variables,
    connection: (data) => data.library?.changelog,
  })
  useRefreshOnActivity(list.refresh, CONCERNS)

  /** All changes that fit, at most 1,000; `null` when they could not be read. */
  async function all(): Promise<Change[] | null> {
    const changes: Change[] = []
    let after: string | null = null
    do {
      const answer: Awaited<ReturnType<typeof ask>> = await ask(after)
      const page = answer.data?.library?.changelog
      if (!page) return null
      changes.push(...page.edges.map(({ node }) => node))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null && changes.length < MOST_TAKEN)
    return changes
  }

  const ask = (after: string | null) =>
    client
      .query(LibraryChangesQuery, { ...variables, first: 100, after }, { requestPolicy: 'network-only' })
      .toPromise()

  return { ...list, all }
}
