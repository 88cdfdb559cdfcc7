import { useCallback } from 'react'
import { useQuery } from 'urql'
import { useLibrary } from '../../shell/index.ts'
import { useArrivedCommits, useBranchMoves, usePrompt } from '../prompt-context.tsx'
import type { ChangelogFilter } from './changelog-filter.ts'
import { ChangelogQuery } from './changelog-query.ts'

/** What changed on the present branch; asked for again whenever it moves. */
export function useChangelog({ by, days }: ChangelogFilter) {
  const { slug } = useLibrary()
  const { prompt, branch } = usePrompt()
  const [{ data, error, fetching }, ask] = useQuery({
    query: ChangelogQuery,
    variables: {
      library: slug,
      key: prompt.key,
      branch: branch.name,
      by: by === 'date' ? ('DATE' as const) : ('VERSION' as const),
      days,
    },
    requestPolicy: 'cache-and-network',
  })
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask])
  useArrivedCommits(refresh)
  useBranchMoves((move) => {
    if (move === null || move.branch.id === branch.id) refresh()
  })
  return { changelog: data?.library?.prompt?.changelog ?? null, error: error ?? null, fetching, refresh }
}
