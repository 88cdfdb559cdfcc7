import { graphql, type ResultOf } from '../../../graphql/index.ts'

/** What a row of a list shows. */
const ChangeRowFragment = graphql(`
  fragment Change_Row on ChangeRequest @_unmask {
    id
    number
    title
    status
    createdAt
    updatedAt
    endedAt
    author {
      id
      name
      hue
    }
    source {
      id
      name
      type
    }
    target {
      id
      name
    }
    prompt {
      id
      key
      name
    }
    mergeability {
      state
      conflicts
    }
    approvals {
      required
      given
      changesRequested
    }
    checks {
      name
      state
      description
    }
  }
`)

/** Change requests of a library, newest activity first. */
export const LibraryChangesQuery = graphql(
  `
  query LibraryChanges($slug: String!, $filter: ChangeRequestFilter, $first: Int, $after: String) {
    library(slug: $slug) {
      id
      changeRequests(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...Change_Row
          }
        }
      }
    }
  }
`,
  [ChangeRowFragment],
)

/** Change requests of one prompt, newest activity first. */
export const PromptChangesQuery = graphql(
  `
  query PromptChanges(
    $slug: String!
    $key: String!
    $filter: ChangeRequestFilter
    $first: Int
    $after: String
  ) {
    library(slug: $slug) {
      id
      prompt(key: $key) {
        id
        changeRequests(filter: $filter, first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              ...Change_Row
            }
          }
        }
      }
    }
  }
`,
  [ChangeRowFragment],
)

/** A change request as a list shows it. */
export type ChangeRow = ResultOf<typeof ChangeRowFragment>
