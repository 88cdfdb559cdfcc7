import { useCallback, useEffect } from 'react'
import { useQuery } from 'urql'
import { transportFailure } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { useBranchMoves, usePromptShell } from '../prompt-context.tsx'
import { BranchesQuery, type BranchRow } from './branch-query.ts'

/** The living branches of the prompt, main first; read again when one moves or somebody comes or goes. */
export function useBranches(active = true): {
  branches: readonly BranchRow[] | null
  failure: string | null
  refresh: () => void
} {
  const { slug, presence } = useLibrary()
  const { prompt } = usePromptShell()
  const [{ data, error, fetching }, execute] = useQuery({
    query: BranchesQuery,
    variables: { library: slug, key: prompt.key },
    pause: !active,
  })
  const refresh = useCallback(() => {
    if (active) execute({ requestPolicy: 'network-only' })
  }, [active, execute])
  useBranchMoves(refresh)
  const here = (presence.find((place) => place.prompt.id === prompt.id)?.people ?? [])
    .map(({ id }) => id)
    .join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is here stands for the editors of each branch
  useEffect(refresh, [here])
  const branches = data?.library?.prompt?.branches ?? null
  return {
    branches,
    failure: error && !branches && !fetching ? transportFailure(error).message : null,
    refresh,
  }
}
