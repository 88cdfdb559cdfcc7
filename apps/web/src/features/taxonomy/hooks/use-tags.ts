import { useMemo } from 'react'
import { graphql, type ResultOf, useConnection } from '../../../graphql/index.ts'
import { useLibrary, useRefreshOnActivity } from '../../shell/index.ts'
import type { TagFilter } from '../tag-filter.ts'

const TagsQuery = graphql(`
  query TaxonomyTags($slug: String!, $first: Int, $after: String, $filter: TagFilter, $orderBy: TagOrder!) {
    library(slug: $slug) {
      id
      tags(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            name
            category
            usageCount
            createdAt
            createdBy {
              id
              name
              hue
            }
          }
        }
      }
    }
  }
`)

export type Tag = NonNullable<ResultOf<typeof TagsQuery>['library']>['tags']['edges'][number]['node']

const CONCERNS = /^(tag|prompt|import)\./

/** The tags that fit, page by page, kept current by what others do. */
export function useTags({ search, category, unused, order }: TagFilter) {
  const { slug } = useLibrary()
  const variables = useMemo(
    () => ({
      slug,
      filter: { search: search.trim() || null, category, unused: unused || null },
      orderBy: order === 'usage' ? ('USAGE' as const) : ('NAME' as const),
    }),
    [slug, search, category, unused, order],
  )
  const list = useConnection({ query: TagsQuery, variables, connection: (data) => data.library?.tags })
  useRefreshOnActivity(list.refresh, CONCERNS)
  return list
}
