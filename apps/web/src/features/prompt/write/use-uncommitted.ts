import { useEffect } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../graphql/index.ts'
import { usePrompt } from '../prompt-context.tsx'

const UncommittedQuery = graphql(`
  query Uncommitted($documentId: ID!) {
    node(id: $documentId) {
      __typename
      ... on LiveDocument {
        id
        uncommitted {
          changed
          changes
          contributors {
            id
            name
            hue
          }
        }
      }
    }
  }
`)

/** Long enough that the server has stored what was typed, and that typing does not ask at every stroke. */
const DELAY_MS = 1_500

/** How the live text differs from the last commit, asked again after each pause in anybody's typing. */
export function useUncommitted() {
  const { branch, live } = usePrompt()
  const [{ data }, execute] = useQuery({
    query: UncommittedQuery,
    variables: { documentId: branch.document.id },
    requestPolicy: 'cache-first',
  })
  const session = live?.session
  useEffect(() => {
    if (!session) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => execute({ requestPolicy: 'network-only' }), DELAY_MS)
    }
    session.text.observe(soon)
    return () => {
      clearTimeout(timer)
      session.text.unobserve(soon)
    }
  }, [session, execute])
  const node = data?.node?.__typename === 'LiveDocument' ? data.node : null
  // Right after a change of branch the answer still is about the one before.
  const document = node?.id === branch.document.id ? node : branch.document
  return document.uncommitted
}
