import { graphql, type ResultOf } from '../../graphql/index.ts'

/** One page of the list, with everything a row shows. */
export const LibraryPromptsQuery = graphql(`
  query LibraryPrompts(
    $slug: String!
    $first: Int
    $after: String
    $filter: PromptFilter
    $orderBy: PromptOrder
    $search: String!
    $searching: Boolean!
  ) {
    library(slug: $slug) {
      id
      prompts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            key
            name
            description
            category
            status
            version
            owner
            stale
            modifiedAt
            modifiedBy {
              id
              name
              hue
            }
            tags {
              id
              name
            }
            excerpt(search: $search) @include(if: $searching) {
              text
              from
              to
            }
          }
        }
      }
    }
  }
`)

type Page = NonNullable<ResultOf<typeof LibraryPromptsQuery>['library']>['prompts']

/** A prompt as the list shows it. */
export type PromptRow = Page['edges'][number]['node']
