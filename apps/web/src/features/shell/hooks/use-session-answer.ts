import { useCallback, useEffect } from 'react'
import { useQuery } from 'urql'
import { reconnected, sessionDoubted, transportFailure } from '../../../graphql/index.ts'
import { type CurrentLibrary, type CurrentViewer, currentViewer, SessionQuery } from '../session-query.ts'

/** What is known of the session: still asking, refused, nobody there, no such library, or ready. */
export type SessionAnswer =
  | { state: 'loading' }
  | { state: 'signed-out' }
  | { state: 'missing'; viewer: CurrentViewer }
  | { state: 'failed'; message: string }
  | { state: 'ready'; viewer: CurrentViewer; library: CurrentLibrary | null }

/** Asks who is signed in and which library this is, and again whenever the server doubts it or came back. */
export function useSessionAnswer(slug: string | null): { answer: SessionAnswer; refresh: () => void } {
  const [{ data, error, fetching }, execute] = useQuery({
    query: SessionQuery,
    variables: { slug: slug ?? '', inLibrary: slug !== null },
  })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useEffect(() => sessionDoubted.listen(refresh), [refresh])
  useEffect(() => reconnected.listen(refresh), [refresh])
  return { answer: toAnswer(), refresh }

  function toAnswer(): SessionAnswer {
    if (!data) {
      if (error && !fetching) return { state: 'failed', message: transportFailure(error).message }
      return { state: 'loading' }
    }
    const viewer = currentViewer(data)
    if (!viewer) return { state: 'signed-out' }
    if (slug !== null && !data.library) return { state: 'missing', viewer }
    return { state: 'ready', viewer, library: data.library ?? null }
  }
}
