import { useEffect, useRef } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../graphql/index.ts'
import { useLibrary, useLibraryActivity } from '../../shell/index.ts'
import { usePromptShell } from '../prompt-context.tsx'

const OpenChangesQuery = graphql(`
  query OpenChanges($slug: String!, $key: String!) {
    library(slug: $slug) {
      id
      prompt(key: $key) {
        id
        changeRequests(filter: { statuses: [OPEN] }, first: 0) {
          totalCount
        }
      }
    }
  }
`)

const GATHER_MS = 400

/** How many change requests of the prompt are open, kept current; 0 while unknown. */
export function useOpenChanges(): number {
  const { slug } = useLibrary()
  const { prompt } = usePromptShell()
  const [{ data }, execute] = useQuery({ query: OpenChangesQuery, variables: { slug, key: prompt.key } })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useLibraryActivity((activity) => {
    if (activity && !activity.action.startsWith('change.')) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => execute({ requestPolicy: 'network-only' }), GATHER_MS)
  })
  return data?.library?.prompt?.changeRequests.totalCount ?? 0
}
