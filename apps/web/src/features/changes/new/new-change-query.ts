import { FailureFragment, graphql, type ResultOf } from '../../../graphql/index.ts'

/** The branches a change request can go from and to. */
export const ChangeBranchesQuery = graphql(`
  query ChangeBranches($slug: String!, $key: String!) {
    library(slug: $slug) {
      id
      prompt(key: $key) {
        id
        branches {
          id
          name
          type
          ahead
          head {
            id
            hash
          }
          target {
            id
            name
          }
        }
      }
    }
  }
`)

type BranchesLibrary = NonNullable<ResultOf<typeof ChangeBranchesQuery>['library']>

/** A branch as source or target. */
export type ChangeBranch = NonNullable<BranchesLibrary['prompt']>['branches'][number]

/** What a change request from one branch to another would bring, and whether there is one already. */
export const ChangePreviewQuery = graphql(`
  query ChangePreview($slug: String!, $key: String!, $source: String!, $target: String!) {
    library(slug: $slug) {
      id
      prompt(key: $key) {
        id
        branch(name: $source) {
          id
          forkedFrom {
            id
            hash
          }
          openChangeRequest {
            id
            number
            target {
              id
              name
            }
          }
        }
        commits(branch: $source, order: FIRST_PARENT, first: 50) {
          edges {
            cursor
            node {
              id
              hash
              message
            }
          }
        }
        compare(base: $target, head: $source, sinceMergeBase: true) {
          added
          removed
          base {
            id
            hash
            shortHash
            version
            content
          }
          head {
            id
            hash
            shortHash
            version
            content
          }
          structure {
            part
            kind
            name
            description
            breaking
          }
        }
      }
    }
  }
`)

type PreviewLibrary = NonNullable<ResultOf<typeof ChangePreviewQuery>['library']>

/** What it would bring. */
export type ChangePreview = NonNullable<PreviewLibrary['prompt']>

export const ChangeCreateMutation = graphql(
  `
  mutation ChangeCreate($input: ChangeRequestCreateInput!) {
    changeRequestCreate(input: $input) {
      __typename
      ...Failure_Error
      ... on ChangeRequestCreatePayload {
        changeRequest {
          id
          number
        }
      }
    }
  }
`,
  [FailureFragment],
)
