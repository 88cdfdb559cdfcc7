import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { type Filters, toPromptFilter } from '../filters.ts'

const FacetsQuery = graphql(`
  query LibraryFacets($slug: String!, $filter: PromptFilter) {
    library(slug: $slug) {
      id
      facets(filter: $filter) {
        total
        statuses {
          value
          count
        }
        categories {
          value
          count
        }
        tags {
          value
          count
        }
        owners {
          value
          count
        }
        models {
          value
          count
        }
        stale
        hasOpenChanges
        hasErrors
      }
    }
  }
`)

export type Facets = NonNullable<ResultOf<typeof FacetsQuery>['library']>['facets']

/** How many prompts each choice would show, and a way to count again. */
export function useFacets(filters: Filters) {
  const { slug } = useLibrary()
  const variables = useMemo(() => ({ slug, filter: toPromptFilter(filters) }), [slug, filters])
  const [{ data }, execute] = useQuery({ query: FacetsQuery, variables })
  const refresh = () => execute({ requestPolicy: 'network-only' })
  return { facets: data?.library?.facets ?? null, refresh }
}
