import { FailureFragment, graphql, type ResultOf } from '../../../graphql/index.ts'

/** Where a prompt may go from its status, how it came to that, and what an approval is about. */
export const LifeQuery = graphql(`
  query PromptLife($library: String!, $key: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        statusMoves {
          to
          label
          reasonRequired
          hindrance
        }
        statusChanges(first: 1) {
          edges {
            node {
              from
              to
              reason
              at
              by {
                id
                name
                user {
                  id
                }
              }
            }
          }
        }
        main: branch(name: "main") {
          id
          head {
            id
            hash
            shortHash
            version
          }
        }
      }
    }
  }
`)

type LifeAnswer = NonNullable<NonNullable<ResultOf<typeof LifeQuery>['library']>['prompt']>

/** A move that the status allows, with what keeps the person from it. */
export type Move = LifeAnswer['statusMoves'][number]

/** The status change that made the prompt what it is. */
export type LastChange = LifeAnswer['statusChanges']['edges'][number]['node']

/** The newest commit of main. */
export type MainHead = NonNullable<NonNullable<LifeAnswer['main']>['head']>

/** Everything that became of a prompt's status, newest first. */
export const StatusHistoryQuery = graphql(`
  query StatusHistory($library: String!, $key: String!, $first: Int, $after: String) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        statusChanges(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              from
              to
              reason
              at
              by {
                id
                name
                hue
                kind
              }
            }
          }
        }
      }
    }
  }
`)

/** One step in the life of a prompt. */
export type StatusStep = NonNullable<
  NonNullable<ResultOf<typeof StatusHistoryQuery>['library']>['prompt']
>['statusChanges']['edges'][number]['node']

export const StatusChangeMutation = graphql(
  `
  mutation PromptStatusChange($input: PromptStatusChangeInput!) {
    promptStatusChange(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptStatusChangePayload {
        prompt {
          id
          status
          archivedAt
          modifiedAt
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const RestoreMutation = graphql(
  `
  mutation PromptRestore($input: PromptRestoreInput!) {
    promptRestore(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptRestorePayload {
        prompt {
          id
          status
          archivedAt
          modifiedAt
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const DeleteMutation = graphql(
  `
  mutation PromptDelete($input: PromptDeleteInput!) {
    promptDelete(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptDeletePayload {
        key
      }
    }
  }
`,
  [FailureFragment],
)

/** Who stands in the way of deleting a prompt: those that include it. */
export const IncludersQuery = graphql(`
  query PromptIncluders($library: String!, $key: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        includedBy(first: 20) {
          totalCount
          edges {
            node {
              id
              key
              name
              status
            }
          }
        }
      }
    }
  }
`)
