import { useCallback } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../graphql/index.ts'
import { useLibrary, useRefreshOnActivity } from '../../shell/index.ts'

const CategoriesQuery = graphql(`
  query TaxonomyCategories($slug: String!) {
    library(slug: $slug) {
      id
      categories {
        name
        meaning
        description
        owner
        reviewRequired
        promptCount
        staleCount
        subcategories {
          name
          description
          isOwn
          promptCount
        }
      }
    }
  }
`)

/** A category with what the library says about it. */
export type Category = NonNullable<ResultOf<typeof CategoriesQuery>['library']>['categories'][number]
export type Subcategory = Category['subcategories'][number]

const CONCERNS = /^(category|subcategory|prompt|import)\./

/** The categories of the library, kept current by what others do. */
export function useCategories() {
  const { slug } = useLibrary()
  const [{ data, error }, execute] = useQuery({ query: CategoriesQuery, variables: { slug } })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useRefreshOnActivity(refresh, CONCERNS)
  return { categories: data?.library?.categories ?? null, error, refresh }
}
