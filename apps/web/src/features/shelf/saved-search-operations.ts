import { FailureFragment, graphql } from '../../graphql/index.ts'

export const SavedSearchesQuery = graphql(`
  query SavedSearches($slug: String!) {
    library(slug: $slug) {
      id
      savedSearches(first: 100) {
        edges {
          node {
            id
            name
            isMine
            shared
            owner {
              id
              name
            }
            query {
              search
              category
              status
              tags
              owner
              model
              stale
              hasOpenChanges
              hasErrors
              archived
              orderBy {
                field
                direction
              }
            }
          }
        }
      }
    }
  }
`)

export const SavedSearchCreate = graphql(
  `
  mutation SavedSearchCreate($input: SavedSearchCreateInput!) {
    savedSearchCreate(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

export const SavedSearchUpdate = graphql(
  `
  mutation SavedSearchUpdate($input: SavedSearchUpdateInput!) {
    savedSearchUpdate(input: $input) {
      __typename
      ...Failure_Error
      ... on SavedSearchUpdatePayload {
        savedSearch {
          id
          name
          shared
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const SavedSearchDelete = graphql(
  `
  mutation SavedSearchDelete($input: SavedSearchDeleteInput!) {
    savedSearchDelete(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)
