import { useState } from 'react'
import { useMutation } from 'urql'
import {
  type Failure,
  FailureFragment,
  failureOf,
  graphql,
  type VariablesOf,
} from '../../../graphql/index.ts'
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
  const [updating, update] = useMutation(TagUpdate)
  const [merging, merge] = useMutation(TagMerge)
  const [, remove] = useMutation(TagDelete)
  const [failure, setFailure] = useState<Failure | null>(null)
  const settle = (failed: Failure | null): Failure | null => {
    setFailure(failed)
    if (!failed) done()
    return failed
  }
  return {
    busy: updating.fetching || merging.fetching,
    failure,
    saveTag: async (input: VariablesOf<typeof TagUpdate>['input']) =>
      settle(failureOf(await update({ input }))),
    mergeTags: async (from: string[], into: string) =>
      settle(failureOf(await merge({ input: { libraryId, from, into } }))),
    deleteTag: async (id: string) => settle(failureOf(await remove({ input: { id } }))),
  }
}
