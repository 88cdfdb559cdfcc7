import { FailureFragment, graphql, useSend, type VariablesOf } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'

const TagUpdate = graphql(
  `
  mutation TagUpdate($input: TagUpdateInput!) {
    tagUpdate(input: $input) {
      __typename
      ...Failure_Error
      ... on TagUpdatePayload {
        tag {
          id
          name
          category
        }
      }
    }
  }
`,
  [FailureFragment],
)

const TagMerge = graphql(
  `
  mutation TagMerge($input: TagMergeInput!) {
    tagMerge(input: $input) {
      __typename
      ...Failure_Error
      ... on TagMergePayload {
        tag {
          id
          usageCount
        }
      }
    }
  }
`,
  [FailureFragment],
)

const TagDelete = graphql(
  `
  mutation TagDelete($input: TagDeleteInput!) {
    tagDelete(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

/** What can be done to tags; each answers with why it was not done, or `null`. */
export function useTagChanges(done: () => void) {
  const { id: libraryId } = useLibrary()
  const { send, busy, failure } = useSend(done)
  return {
    busy,
    failure,
    saveTag: (input: VariablesOf<typeof TagUpdate>['input']) => send(TagUpdate, input),
    mergeTags: (from: string[], into: string) => send(TagMerge, { libraryId, from, into }),
    deleteTag: (id: string) => send(TagDelete, { id }),
  }
}
