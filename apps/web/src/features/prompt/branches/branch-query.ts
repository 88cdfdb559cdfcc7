import { FailureFragment, graphql, type ResultOf } from '../../../graphql/index.ts'

/** A branch as lists show it. */
const BranchRowFragment = graphql(`
  fragment BranchRow on Branch @_unmask {
    id
    name
    type
    protected
    createdAt
    deletedAt
    ahead
    behind
    target {
      id
      name
    }
    head {
      id
      hash
      shortHash
      version
      message
      createdAt
      committer {
        id
        name
        hue
      }
    }
    editors {
      id
      name
      hue
    }
    merging {
      kind
      name
    }
    openChangeRequest {
      id
      number
    }
  }
`)

/** The living branches of a prompt. */
export const BranchesQuery = graphql(
  `
  query Branches($library: String!, $key: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        branches {
          ...BranchRow
        }
      }
    }
  }
`,
  [BranchRowFragment],
)

/** The branches deleted last. */
export const DeletedBranchesQuery = graphql(`
  query DeletedBranches($library: String!, $key: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        deletedBranches {
          id
          name
          type
          deletedAt
          ahead
          head {
            id
            hash
            shortHash
            version
            message
            createdAt
            committer {
              id
              name
              hue
            }
          }
        }
      }
    }
  }
`)

type PromptOf<Answer extends { library: { prompt: unknown } | null }> = NonNullable<
  NonNullable<Answer['library']>['prompt']
>

/** A living branch. */
export type BranchRow = PromptOf<ResultOf<typeof BranchesQuery>>['branches'][number]

/** A deleted branch. */
export type DeletedBranch = PromptOf<ResultOf<typeof DeletedBranchesQuery>>['deletedBranches'][number]

/** What would be gone with a branch: its live text's uncommitted changes and who is in it. */
export const BranchLossQuery = graphql(`
  query BranchLoss($id: ID!) {
    node(id: $id) {
      __typename
      ... on Branch {
        id
        ahead
        editors {
          id
          name
          hue
        }
        openChangeRequest {
          id
          number
        }
        document {
          id
          uncommitted {
            changed
            changes
            contributors {
              id
              name
              hue
            }
          }
        }
      }
    }
  }
`)

export const BranchCreateMutation = graphql(
  `
  mutation BranchCreate($input: BranchCreateInput!) {
    branchCreate(input: $input) {
      __typename
      ...Failure_Error
      ... on BranchCreatePayload {
        branch {
          id
          name
          type
          head {
            id
            hash
          }
          document {
            id
            room
          }
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const BranchRenameMutation = graphql(
  `
  mutation BranchRename($input: BranchRenameInput!) {
    branchRename(input: $input) {
      __typename
      ...Failure_Error
      ... on BranchRenamePayload {
        branch {
          id
          name
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const BranchProtectMutation = graphql(
  `
  mutation BranchProtect($input: BranchProtectInput!) {
    branchProtect(input: $input) {
      __typename
      ...Failure_Error
      ... on BranchProtectPayload {
        branch {
          id
          protected
          commitRule {
            allowed
            reason
            remedy
          }
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const BranchDeleteMutation = graphql(
  `
  mutation BranchDelete($input: BranchDeleteInput!) {
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

export const BranchRestoreMutation = graphql(
  `
  mutation BranchRestore($input: BranchRestoreInput!) {
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

export const BranchMergeMutation = graphql(
  `
  mutation BranchMerge($input: BranchMergeInput!) {
    branchMerge(input: $input) {
      __typename
      ...Failure_Error
      ... on BranchMergePayload {
        outcome
        conflicts
        commit {
          id
          shortHash
          version
        }
        branch {
          id
          name
          head {
            id
            hash
            shortHash
            version
            createdAt
          }
        }
      }
    }
  }
`,
  [FailureFragment],
)
