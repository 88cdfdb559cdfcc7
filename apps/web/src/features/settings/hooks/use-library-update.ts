import { useState } from 'react'
import { useMutation } from 'urql'
import {
  type Failure,
  FailureFragment,
  failureOf,
  graphql,
  type VariablesOf,
} from '../../../graphql/index.ts'
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
  const [{ fetching }, update] = useMutation(LibraryUpdate)
  const [failure, setFailure] = useState<Failure | null>(null)

  async function save(change: Change): Promise<boolean> {
    const failed = failureOf(await update({ input: { id, ...change } }))
    setFailure(failed)
    if (!failed) showToast({ message: 'Settings saved' })
    return !failed
  }

  return { save, busy: fetching, failure }
}
