import { FailureFragment, graphql } from '../../graphql/index.ts'

export const PromptArchive = graphql(
  `
  mutation PromptArchive($input: PromptArchiveInput!) {
    promptArchive(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptArchivePayload {
        prompt {
          id
          status
          archivedAt
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const PromptRestore = graphql(
  `
  mutation PromptRestore($input: PromptRestoreInput!) {
    promptRestore(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptRestorePayload {
        prompt {
          id
          status
          archivedAt
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const PromptBulkUpdate = graphql(
  `
  mutation PromptBulkUpdate($input: PromptUpdateInput!) {
    promptUpdate(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptUpdatePayload {
        prompt {
          id
          key
          category
          subcategory
          owner
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

export const PromptBulkMove = graphql(
  `
  mutation PromptBulkMove($input: PromptStatusChangeInput!) {
    promptStatusChange(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptStatusChangePayload {
        prompt {
          id
          status
        }
      }
    }
  }
`,
  [FailureFragment],
)
