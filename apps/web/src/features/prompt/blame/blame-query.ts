import { graphql, type ResultOf } from '../../../graphql/index.ts'

const BlamedCommitFragment = graphql(`
  fragment BlamedCommit_Commit on Commit @_unmask {
    id
    hash
    shortHash
    version
    message
    changeType
    createdAt
    authors {
      id
      name
      hue
    }
  }
`)

/** Who wrote what of a commit's content: by line and, where asked for, by word. */
export const BlameQuery = graphql(
  `
  query Blame($commitId: ID!, $words: Boolean!) {
    node(id: $commitId) {
      __typename
      ... on Commit {
        id
        content
        blame {
          lines {
            start
            count
            commit {
              ...BlamedCommit_Commit
            }
          }
          words @include(if: $words) {
            start
            count
            commit {
              ...BlamedCommit_Commit
            }
          }
        }
      }
    }
  }
`,
  [BlamedCommitFragment],
)

/** A commit as blame names it. */
export type BlamedCommit = ResultOf<typeof BlamedCommitFragment>

/** A stretch of lines or characters and its commit. */
export interface BlamedRun {
  start: number
  count: number
  commit: BlamedCommit
}
