import { FailureFragment, graphql } from '../../../graphql/index.ts'
import { ChangeFragment } from '../view/change-query.ts'

export const ChangeMergeMutation = graphql(
  `
  mutation ChangeMerge($input: ChangeRequestMergeInput!) {
    changeRequestMerge(input: $input) {
      __typename
      ...Failure_Error
      ... on ChangeRequestMergePayload {
        commit {
          id
          hash
          shortHash
          version
        }
        changeRequest {
          ...Change_View
        }
      }
    }
  }
`,
  [FailureFragment, ChangeFragment],
)

/** Brings the target into the source, at once or, with `resolve`, place by place in the live text. */
export const UpdateSourceMutation = graphql(
  `
  mutation ChangeUpdateSource($input: BranchMergeInput!) {
    branchMerge(input: $input) {
      __typename
      ...Failure_Error
      ... on BranchMergePayload {
        outcome
        conflicts
        branch {
          id
          merging {
            kind
            name
          }
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const SourceRestoreMutation = graphql(
  `
  mutation ChangeSourceRestore($input: BranchRestoreInput!) {
    branchRestore(input: $input) {
      __typename
      ...Failure_Error
      ... on BranchRestorePayload {
        branch {
          id
          name
          deletedAt
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const SourceDeleteMutation = graphql(
  `
  mutation ChangeSourceDelete($input: BranchDeleteInput!) {
    branchDelete(input: $input) {
      __typename
      ...Failure_Error
      ... on BranchDeletePayload {
        branch {
          id
          name
          deletedAt
        }
      }
    }
  }
`,
  [FailureFragment],
)
