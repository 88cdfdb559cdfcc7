import { useMemo } from 'react'
import { useQuery } from 'urql'
import { transportFailure } from '../../../graphql/index.ts'
import { BlameQuery } from './blame-query.ts'
import { type BlameView, blameView, NO_BLAME } from './blame-view.ts'

interface BlameSpec {
  /** `null`: there is no commit yet. */
  commitId: string | null
  words: boolean
  /** Does not ask. */
  pause?: boolean
}

export type BlameAnswer =
  | { state: 'loading' }
  | { state: 'failed'; message: string; retry: () => void }
  | { state: 'ready'; view: BlameView }

/** Who wrote what of a commit's content. */
export function useBlame({ commitId, words, pause = false }: BlameSpec): BlameAnswer {
  const [{ data, error }, retry] = useQuery({
    query: BlameQuery,
    variables: { commitId: commitId ?? '', words },
    pause: pause || commitId === null,
  })
  const node = data?.node?.__typename === 'Commit' && data.node.id === commitId ? data.node : null
  const view = useMemo(
    () => node && blameView(node.content, node.blame.lines, node.blame.words ?? null),
    [node],
  )
  if (commitId === null) return { state: 'ready', view: NO_BLAME }
  if (view) return { state: 'ready', view }
  return error ? { state: 'failed', message: transportFailure(error).message, retry } : { state: 'loading' }
}
