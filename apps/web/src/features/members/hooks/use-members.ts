import { useMemo } from 'react'
import { graphql, type ResultOf, useConnection } from '../../../graphql/index.ts'
import { useLibrary, useLibraryActivity } from '../../shell/index.ts'

const MembersQuery = graphql(`
  query Members($slug: String!, $first: Int, $after: String) {
    library(slug: $slug) {
      id
      members(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            level
            joinedAt
            user {
              id
              name
              email
              hue
            }
          }
        }
      }
    }
  }
`)

export type Member = NonNullable<ResultOf<typeof MembersQuery>['library']>['members']['edges'][number]['node']

/** The members of this library, kept current. */
export function useMembers() {
  const { slug } = useLibrary()
  const variables = useMemo(() => ({ slug }), [slug])
  const list = useConnection({ query: MembersQuery, variables, connection: (data) => data.library?.members })
  useLibraryActivity((activity) => {
    if (!activity || /^(member|invitation)\./.test(activity.action)) list.refresh()
  })
  return list
}
