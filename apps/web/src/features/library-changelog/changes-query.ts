import { graphql, type ResultOf } from '../../graphql/index.ts'

/** What was committed on the mains of a library, newest first. */
export const LibraryChangesQuery = graphql(`
  query LibraryChanges(
    $slug: String!
    $first: Int
    $after: String
    $days: Int!
    $category: [String!]
    $changeType: [ChangeType!]
  ) {
    library(slug: $slug) {
      id
      changelog(first: $first, after: $after, days: $days, category: $category, changeType: $changeType) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            prefix
            text
            changeType
            version
            at
            commit {
              id
              shortHash
              authors {
                id
                name
                hue
              }
            }
            prompt {
              id
              key
              name
              category
            }
          }
        }
      }
    }
  }
`)

type Library = NonNullable<ResultOf<typeof LibraryChangesQuery>['library']>

/** One change of one prompt. */
export type Change = Library['changelog']['edges'][number]['node']
