import { FailureFragment, graphql, useSend, type VariablesOf } from '../../../graphql/index.ts'
import { showToast } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'

const LibraryUpdate = graphql(
  `
  mutation LibraryUpdate($input: LibraryUpdateInput!) {
    libraryUpdate(input: $input) {
      __typename
      ...Failure_Error
      ... on LibraryUpdatePayload {
        library {
          id
          name
          description
          versionScheme
          staleAfterDays
          tokenLimit
          requiredApprovals
          proseMerge
        }
      }
    }
  }
`,
  [FailureFragment],
)

type Change = Omit<VariablesOf<typeof LibraryUpdate>['input'], 'id'>

/** Saves changes of the library's settings. */
export function useLibraryUpdate() {
  const { id } = useLibrary()
  const { send, busy, failure } = useSend(() => showToast({ message: 'Settings saved' }))
  return { busy, failure, save: (change: Change) => send(LibraryUpdate, { id, ...change }) }
}
