import { graphql, type ResultOf } from '../../graphql/index.ts'

/** One page of the list, with everything a row shows. */
export const LibraryPromptsQuery = graphql(`
  query LibraryPrompts(
    $slug: String!
    $first: Int
    $after: String
    $filter: PromptFilter
    $orderBy: PromptOrder
    $searching: Boolean!
  ) {
    library(slug: $slug) {
      id
      prompts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        hasMoreThanCounted
        correctedTo
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
          }
          matches @include(if: $searching) {
            field
            text
            ranges {
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
type Edge = Page['edges'][number]

/** What a search hit in a prompt. */
export type SearchMatch = NonNullable<Edge['matches']>[number]

/** A prompt as the list shows it. */
export type PromptRow = Edge['node'] & { matches: readonly SearchMatch[] }

/** The page with what was hit beside each prompt. */
export function withMatches(page: Page) {
  return {
    ...page,
    edges: page.edges.map(({ cursor, node, matches }) => ({
      cursor,
      node: { ...node, matches: matches ?? [] },
    })),
  }
}
