import { FailureFragment, graphql } from '../../../graphql/index.ts'

export const PromptUpdateMutation = graphql(
  `
  mutation PromptUpdate($input: PromptUpdateInput!) {
    promptUpdate(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptUpdatePayload {
        prompt {
          id
          key
          name
          description
          category
          subcategory
          owner
          modifiedAt
          tags {
            id
            name
          }
        }
      }
    }
  }
`,
  [FailureFragment],
)

/** The tags of a library, most used first, to choose from. */
export const TagsQuery = graphql(`
  query PromptTags($library: String!) {
    library(slug: $library) {
      id
      tags(first: 100) {
        edges {
          node {
            id
            name
          }
        }
      }
    }
  }
`)
