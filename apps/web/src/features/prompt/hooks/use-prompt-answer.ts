import { useCallback, useEffect, useRef } from 'react'
import { useQuery, useSubscription } from 'urql'
import { reconnected, transportFailure } from '../../../graphql/index.ts'
import { useLibraryActivity } from '../../shell/index.ts'
import {
  type ArrivedCommit,
  type BranchMove,
  BranchMovedSubscription,
  type Categories,
  type CurrentBranch,
  type CurrentPrompt,
  PromptChangedSubscription,
  PromptQuery,
  VersionCommittedSubscription,
} from '../prompt-query.ts'

type Answer =
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'failed'; message: string }
  | {
      state: 'ready'
      prompt: CurrentPrompt
      /** `null`: there is no branch of that name. */
      branch: CurrentBranch | null | 'loading'
      categories: Categories
    }

interface Listeners {
  onCommit: (commit: ArrivedCommit) => void
  /** `null`: something else happened to the commits, or some moves may have been missed. */
  onBranchMove: (move: BranchMove | null) => void
}

/** The prompt at an address and one of its branches, kept current by what others do to them. */
export function usePromptAnswer(
  library: string,
  key: string,
  branchName: string,
  { onCommit, onBranchMove }: Listeners,
): { answer: Answer; refresh: () => void } {
  const [{ data, error, fetching, stale }, execute] = useQuery({
    query: PromptQuery,
    variables: { library, key, branch: branchName },
  })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  const promptId = data?.library?.prompt?.id
  const live = { variables: { promptId: promptId ?? '' }, pause: !promptId }
  useSubscription({ query: PromptChangedSubscription, ...live }, (_previous: unknown, event) => {
    queueMicrotask(() => {
      // Commits say their tags, and no branch moves when they get one.
      if (event.promptChanged.action === 'tag.create') onBranchMove(null)
      refresh()
    })
    return event
  })
  useSubscription({ query: VersionCommittedSubscription, ...live }, (_previous: unknown, event) => {
    // The handler runs while React renders; others may only be told afterwards.
    queueMicrotask(() => {
      onCommit(event.versionCommitted.commit)
      refresh()
    })
    return event
  })
  // A deleted prompt is missing for its own events, too; the library tells of it.
  useLibraryActivity((activity) => {
    if (activity?.action === 'prompt.delete') refresh()
  })
  const names = useRef(new Map<string, string>())
  useSubscription({ query: BranchMovedSubscription, ...live }, (_previous: unknown, event) => {
    queueMicrotask(() => {
      const { id, name } = event.branchMoved.branch
      names.current.set(id, name)
      onBranchMove(event.branchMoved)
      refresh()
    })
    return event
  })
  useEffect(
    () =>
      reconnected.listen(() => {
        refresh()
        onBranchMove(null)
      }),
    [refresh, onBranchMove],
  )
  const found = data?.library?.prompt
  const current = useCurrent(found?.branch ?? null, branchName, names.current)
  return { answer: toAnswer(), refresh }

  function toAnswer(): Answer {
    if (found && data?.library) {
      const settled = !fetching && !stale && found.branch === null
      const branch = current ?? (settled ? null : 'loading')
      return { state: 'ready', prompt: found, branch, categories: data.library.categories }
    }
    if (error && !fetching) return { state: 'failed', message: transportFailure(error).message }
    return data && !fetching && !stale ? { state: 'missing' } : { state: 'loading' }
  }
}

/**
 * The branch, once the answer is about the one asked for: until then it still is that of the address before. A branch
 * renamed while it is shown stays the one asked for, also when it is no longer found by the name in the address:
 * that follows, but may follow later than the answer.
 *
 * @param names those that branches were given since the page was opened, by their ids
 */
function useCurrent(
  answered: CurrentBranch | null,
  wanted: string,
  names: ReadonlyMap<string, string>,
): CurrentBranch | null {
  const shown = useRef<{ wanted: string; branch: CurrentBranch | null }>({ wanted: '', branch: null })
  const before = shown.current.wanted === wanted ? shown.current.branch : null
  if (!answered) {
    const name = before ? names.get(before.id) : undefined
    return before && name !== undefined && name !== wanted ? { ...before, name } : null
  }
  if (answered.name !== wanted && before?.id !== answered.id) return null
  shown.current = { wanted, branch: answered }
  return answered
}
