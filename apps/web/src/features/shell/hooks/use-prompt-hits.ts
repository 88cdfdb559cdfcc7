import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../graphql/index.ts'
import { useMaybeLibrary } from '../session-context.tsx'

const PromptHits = graphql(`
  query PromptHits($slug: String!, $search: String!) {
    library(slug: $slug) {
      id
      prompts(first: 8, filter: { search: $search }) {
        edges {
          node {
            id
            key
            name
            status
            version
          }
        }
      }
    }
  }
`)

export type PromptHit = NonNullable<
  ResultOf<typeof PromptHits>['library']
>['prompts']['edges'][number]['node']

/** The prompts of this library that a search finds, a moment after the typing. */
export function usePromptHits(
  query: string,
  active: boolean,
): { hits: readonly PromptHit[]; searching: boolean } {
  const slug = useMaybeLibrary()?.slug
  const [search] = useDebouncedValue(query.trim(), 120)
  const pause = !active || !slug || search === ''
  const [{ data, fetching }] = useQuery({ query: PromptHits, variables: { slug: slug ?? '', search }, pause })
  const hits = pause ? [] : (data?.library?.prompts.edges.map((edge) => edge.node) ?? [])
  return { hits, searching: !pause && (fetching || search !== query.trim()) }
}
