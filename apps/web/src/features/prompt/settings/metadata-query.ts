import { graphql, type ResultOf } from '../../../graphql/index.ts'

/** What a prompt says in the library's own fields, how well it is kept, and all of its metadata as YAML. */
export const MetadataQuery = graphql(`
  query PromptMetadata($id: ID!) {
    node(id: $id) {
      __typename
      ... on Prompt {
        id
        metadataYaml
        includedByCount
        suggestedTags {
          name
        }
        quality {
          score
          checks {
            name
            ok
            message
          }
        }
        customValues {
          value
          field {
            id
            key
            label
            kind
            options
            required
            description
          }
        }
      }
    }
  }
`)

/** The metadata of a prompt that its settings show. */
export type Metadata = Extract<NonNullable<ResultOf<typeof MetadataQuery>['node']>, { __typename: 'Prompt' }>

/** What a prompt says in one field of the library. */
export type CustomValue = Metadata['customValues'][number]
