import { useQuery } from 'urql'
import { graphql } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { usePrompt } from '../prompt-context.tsx'

const IncludedByQuery = graphql(`
  query IncludedBy($library: String!, $key: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        includedByCount
        includedBy(first: 20) {
          edges {
            node {
              id
              key
              name
            }
          }
        }
      }
    }
  }
`)

/** The prompts whose text on main includes this one: how many, and the first of them. */
export function useIncludedBy() {
  const { slug } = useLibrary()
  const { prompt } = usePrompt()
  const [{ data }] = useQuery({
    query: IncludedByQuery,
    variables: { library: slug, key: prompt.key },
    requestPolicy: 'cache-and-network',
  })
  const found = data?.library?.prompt
  return {
    total: found?.includedByCount ?? 0,
    prompts: found?.includedBy.edges.map(({ node }) => node) ?? [],
  }
}
