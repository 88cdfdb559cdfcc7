import { FailureFragment, graphql, type ResultOf } from '../../../graphql/index.ts'

/** What a commit of the live text would be. */
export const ProposalQuery = graphql(`
  query Proposal($branchId: ID!) {
    node(id: $branchId) {
      __typename
      ... on Branch {
        id
        name
        type
        head {
          id
          hash
          shortHash
          version
          createdAt
        }
        commitRule {
          allowed
          reason
          remedy
        }
        merging {
          kind
          name
        }
        target {
          id
          name
        }
        openChangeRequest {
          id
          number
        }
        proposal {
          unresolved
          parents {
            id
            shortHash
            version
          }
          baseContent
          changed
          changeType
          version
          reasons
          content
          contractChanges {
            input
            kind
            breaking
            description
          }
          contributors {
            id
            name
            hue
          }
          nextVersions {
            changeType
            version
          }
        }
      }
    }
  }
`)

type ProposalNode = Extract<NonNullable<ResultOf<typeof ProposalQuery>['node']>, { __typename: 'Branch' }>

/** The branch that gets the commit, with what holds for commits to it. */
export type ProposalBranch = ProposalNode

/** A commit as the server proposes it. */
export type Proposal = ProposalNode['proposal']

export type ChangeType = Proposal['changeType']

export const CommitMutation = graphql(
  `
  mutation CommitCreate($input: CommitCreateInput!) {
    commitCreate(input: $input) {
      __typename
      ...Failure_Error
      ... on ConflictError {
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
      ... on CommitCreatePayload {
        commit {
          id
          shortHash
          version
          message
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
          prompt {
            id
            version
          }
          merging {
            kind
            name
          }
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

type CommitResult = ResultOf<typeof CommitMutation>['commitCreate']

/** The commit that was made. */
export type Committed = Extract<CommitResult, { __typename: 'CommitCreatePayload' }>['commit']

/** The commit that somebody else made first. */
export type RivalCommit = NonNullable<Extract<CommitResult, { __typename: 'ConflictError' }>['head']>
