import { FailureFragment, graphql, type ResultOf } from '../../../graphql/index.ts'

/** Commits of a branch, or of all of them, newest first. */
export const HistoryQuery = graphql(`
  query History($library: String!, $key: String!, $branch: String, $all: Boolean!, $order: LogOrder!, $first: Int, $after: String) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        commits(branch: $branch, all: $all, order: $order, first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              id
              hash
              shortHash
              version
              message
              changeType
              createdAt
              added
              removed
              parents {
                id
                hash
              }
              tags {
                id
                name
                note
              }
              authors {
                id
                name
                hue
              }
            }
          }
        }
      }
    }
  }
`)

/** The heads of the branches, main first. */
export const BranchHeadsQuery = graphql(`
  query BranchHeads($library: String!, $key: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        branches {
          id
          name
          head {
            id
            hash
          }
        }
      }
    }
  }
`)

/** The tags of a prompt, newest first. */
export const TagsQuery = graphql(`
  query CommitTags($library: String!, $key: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        commitTags {
          id
          name
          note
        }
      }
    }
  }
`)

type Library = NonNullable<ResultOf<typeof HistoryQuery>['library']>

/** One version as a row of the history. */
export type HistoryEntry = NonNullable<Library['prompt']>['commits']['edges'][number]['node']

/** Puts the text of a version into the live document, as an edit that everybody sees and can undo. */
export const RestoreMutation = graphql(
  `
  mutation CommitRestore($input: CommitRestoreInput!) {
    commitRestore(input: $input) {
      __typename
      ...Failure_Error
      ... on CommitRestorePayload {
        changed
        branch {
          id
        }
      }
    }
  }
`,
  [FailureFragment],
)

/** The text of one commit. */
export const CommitTextQuery = graphql(`
  query CommitText($id: ID!) {
    node(id: $id) {
      __typename
      ... on Commit {
        id
        content
      }
    }
  }
`)
