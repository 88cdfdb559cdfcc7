import { graphql, type ResultOf } from '../../../graphql/index.ts'

/** One commit with the texts of its parents. */
export const CommitQuery = graphql(`
  query Commit($library: String!, $key: String!, $ref: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        commit(ref: $ref) {
          id
          hash
          shortHash
          version
          message
          changeType
          createdAt
          added
          removed
          content
          contentHash
          committer {
            id
            name
            hue
          }
          authors {
            id
            name
            hue
          }
          tags {
            id
            name
            note
          }
          changeRequest {
            id
            number
            title
          }
          parents {
            id
            hash
            shortHash
            version
            message
            content
          }
        }
      }
    }
  }
`)

type Library = NonNullable<ResultOf<typeof CommitQuery>['library']>

/** A commit as its page shows it. */
export type ShownCommit = NonNullable<NonNullable<Library['prompt']>['commit']>
