import { useCallback, useMemo } from 'react'
import { useQuery } from 'urql'
import { useOnChange } from '../../../lib/use-on-change.ts'
import { useLibrary } from '../../shell/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { type LastChange, LifeQuery, type MainHead, type Move } from './life-query.ts'
import { areMovesOf, mainMoveFirst } from './life-words.ts'

interface Life {
  /** The moves from the present status, the main one first; `null` while they are asked for. */
  moves: readonly Move[] | null
  /** How the prompt came to its status; `null` where it was never moved, or that is not known yet. */
  last: LastChange | null
  head: MainHead | null
  /** Asks the server again. */
  refresh: () => void
}

/** What can become of the prompt's status, and how it came to it. */
export function useLife(): Life {
  const { slug } = useLibrary()
  const { prompt } = usePromptShell()
  const [{ data }, execute] = useQuery({ query: LifeQuery, variables: { library: slug, key: prompt.key } })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  const answer = data?.library?.prompt ?? null
  return useMemo(() => {
    const last = answer?.statusChanges.edges[0]?.node ?? null
    return {
      // What was told of an earlier status says nothing of this one.
      moves:
        answer && areMovesOf(prompt.status, answer.statusMoves)
          ? mainMoveFirst(prompt.status, answer.statusMoves)
          : null,
      last: last?.to === prompt.status ? last : null,
      head: answer?.main?.head ?? null,
      refresh,
    }
  }, [answer, prompt.status, refresh])
}

/** Keeps what {@link useLife} tells current: whatever changes a prompt or its main may change its moves. */
export function useFreshLife(): void {
  const { prompt } = usePromptShell()
  const { refresh } = useLife()
  const state = `${prompt.status} ${prompt.version} ${prompt.modifiedAt}`
  useOnChange(state, refresh)
}
