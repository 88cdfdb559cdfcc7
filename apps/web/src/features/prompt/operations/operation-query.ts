import { FailureFragment, graphql } from '../../../graphql/index.ts'

/** The head of main as it is now: what a rollback is made on. */
export const MainHeadQuery = graphql(`
  query MainHead($library: String!, $key: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        branch(name: "main") {
          id
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
`)

export const RollbackMutation = graphql(
  `
  mutation CommitRollback($input: CommitRollbackInput!) {
    commitRollback(input: $input) {
      __typename
      ...Failure_Error
      ... on ConflictError {
        head {
          id
          hash
          shortHash
          version
          createdAt
        }
      }
      ... on CommitRollbackPayload {
        commit {
          id
          shortHash
          version
        }
        branch {
          id
          head {
            id
            hash
            shortHash
            version
            createdAt
          }
          prompt {
            id
            version
          }
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const CherryPickMutation = graphql(
  `
  mutation CommitCherryPick($input: CommitCherryPickInput!) {
    commitCherryPick(input: $input) {
      __typename
      ...Failure_Error
      ... on CommitCherryPickPayload {
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

export const TagMutation = graphql(
  `
  mutation CommitTagCreate($input: CommitTagCreateInput!) {
    commitTagCreate(input: $input) {
      __typename
      ...Failure_Error
      ... on CommitTagCreatePayload {
        tag {
          id
          name
          note
          commit {
            id
            tags {
              id
              name
            }
          }
        }
      }
    }
  }
`,
  [FailureFragment],
)
