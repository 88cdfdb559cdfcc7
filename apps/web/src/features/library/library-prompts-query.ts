import { graphql, type ResultOf } from '../../graphql/index.ts'

const PromptRowFragment = graphql(`
  fragment Library_PromptRow on Prompt @_unmask {
    id
    key
    name
    description
    category
    subcategory
    status
    version
    owner
    stale
    model
    tokenCount
    isFavourite
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
`)

/** One page of the list, with everything a row shows. */
export const LibraryPromptsQuery = graphql(
  `
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
            ...Library_PromptRow
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
`,
  [PromptRowFragment],
)

/** One page of the favourites of the person who looks. */
export const FavouritePromptsQuery = graphql(
  `
  query FavouritePrompts($slug: String!, $first: Int, $after: String) {
    library(slug: $slug) {
      id
      favourites(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...Library_PromptRow
          }
        }
      }
    }
  }
`,
  [PromptRowFragment],
)

/** What the person who looks opened last. */
export const RecentPromptsQuery = graphql(
  `
  query RecentPrompts($slug: String!) {
    library(slug: $slug) {
      id
      recentlyOpened(first: 20) {
        ...Library_PromptRow
      }
    }
  }
`,
  [PromptRowFragment],
)

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

type Favourites = NonNullable<ResultOf<typeof FavouritePromptsQuery>['library']>['favourites']

/** A page in which nothing was searched for, as those that searches find. */
export function withoutMatches(page: Favourites) {
  return withMatches({ ...page, hasMoreThanCounted: false, correctedTo: null })
}
