import { graphql, type ResultOf } from '../../../graphql/index.ts'

/** Both texts of a change request: from where the branches parted to the source's head. */
export const DifferenceQuery = graphql(`
  query ChangeDifference($id: ID!) {
    node(id: $id) {
      __typename
      ... on ChangeRequest {
        id
        comparison {
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
          contractChanges {
            input
            kind
            breaking
            description
          }
        }
      }
    }
  }
`)

type Node = Extract<NonNullable<ResultOf<typeof DifferenceQuery>['node']>, { __typename: 'ChangeRequest' }>

/** The texts that are compared, and what differs. */
export type Difference = NonNullable<Node['comparison']>
