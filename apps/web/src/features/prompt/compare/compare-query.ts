import { graphql, type ResultOf } from '../../../graphql/index.ts'

const ComparedCommitFragment = graphql(`
  fragment ComparedCommit_Commit on Commit @_unmask {
    id
    hash
    shortHash
    version
    message
    createdAt
    content
    authors {
      id
      name
      hue
    }
  }
`)

/** Two places in the history and what differs between them. */
export const CompareQuery = graphql(
  `
  query Compare($library: String!, $key: String!, $base: String!, $head: String!, $sinceMergeBase: Boolean!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        compare(base: $base, head: $head, sinceMergeBase: $sinceMergeBase) {
          added
          removed
          mergeBase {
            id
            shortHash
            version
          }
          base {
            ...ComparedCommit_Commit
          }
          head {
            ...ComparedCommit_Commit
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
`,
  [ComparedCommitFragment],
)

type Library = NonNullable<ResultOf<typeof CompareQuery>['library']>

/** A comparison as the page shows it. */
export type Comparison = NonNullable<NonNullable<Library['prompt']>['compare']>

/** One side of it. */
export type ComparedCommit = ResultOf<typeof ComparedCommitFragment>

/** The comparison as a file; asked for when somebody wants it. */
export const PatchQuery = graphql(`
  query ComparePatch($library: String!, $key: String!, $base: String!, $head: String!, $sinceMergeBase: Boolean!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        compare(base: $base, head: $head, sinceMergeBase: $sinceMergeBase) {
          patch
        }
      }
    }
  }
`)
