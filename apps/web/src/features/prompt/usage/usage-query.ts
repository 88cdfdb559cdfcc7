import { graphql, type ResultOf } from '../../../graphql/index.ts'

/** The prompts that include this one, by key, each with the versions it asks for. */
export const IncludedByQuery = graphql(`
  query IncludedBy($library: String!, $key: String!, $first: Int, $after: String) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        includedBy(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              id
              key
              name
              status
              version
              includes {
                key
                version
              }
            }
          }
        }
      }
    }
  }
`)

/** What the text on main includes, in the order of the text. */
export const IncludesQuery = graphql(`
  query Includes($library: String!, $key: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        includes {
          key
          version
          prompt {
            id
            key
            name
            status
            version
          }
        }
      }
    }
  }
`)

type Library<Query> = NonNullable<Query extends { library: infer Found } ? Found : never>
type Prompt<Query> = NonNullable<Library<Query> extends { prompt: infer Found } ? Found : never>

/** A prompt that includes this one. */
export type Includer = Prompt<ResultOf<typeof IncludedByQuery>>['includedBy']['edges'][number]['node']

/** Something this prompt includes. */
export type Included = Prompt<ResultOf<typeof IncludesQuery>>['includes'][number]
