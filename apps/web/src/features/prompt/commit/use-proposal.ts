import { useCallback, useEffect } from 'react'
import { useQuery } from 'urql'
import type { DocumentSession } from '../../../editor/index.ts'
import { transportFailure } from '../../../graphql/index.ts'
import { useArrivedCommits, useBranchMoves } from '../prompt-context.tsx'
import { ProposalQuery } from './commit-query.ts'

/** After this long without a change the server has the text and is asked again. */
const DELAY_MS = 1_000

/** What a commit would be now, asked again when somebody writes on or commits. */
export function useProposal(branchId: string, session: DocumentSession, active: boolean) {
  const [{ data, error, fetching }, execute] = useQuery({
    query: ProposalQuery,
    variables: { branchId },
    requestPolicy: 'network-only',
    pause: !active,
  })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useEffect(() => {
    if (!active) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(refresh, DELAY_MS)
    }
    session.text.observe(soon)
    return () => {
      clearTimeout(timer)
      session.text.unobserve(soon)
    }
  }, [active, session, refresh])
  useArrivedCommits(() => {
    if (active) refresh()
  })
  // Conflicts that somebody resolves, and merges given up, change what may be committed.
  useBranchMoves((move) => {
    if (active && (move === null || move.branch.id === branchId)) refresh()
  })
  const node = data?.node?.__typename === 'Branch' ? data.node : null
  // Right after a change of branch the answer still is about the one before.
  const branch = node?.id === branchId ? node : null
  return {
    branch,
    proposal: branch?.proposal ?? null,
    head: branch?.head ?? null,
    fetching,
    failure: error && !branch ? transportFailure(error).message : null,
    refresh,
  }
}
