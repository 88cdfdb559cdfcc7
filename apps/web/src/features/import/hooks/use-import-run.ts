import { useState } from 'react'
import { useMutation } from 'urql'
import {
  type Failure,
  FailureFragment,
  failureOf,
  graphql,
  payloadOf,
  type VariablesOf,
} from '../../../graphql/index.ts'
import { ImportFragment, type ImportRecord } from '../import-fragment.ts'

const ImportRun = graphql(
  `
  mutation ImportRun($input: ImportRunInput!) {
    importRun(input: $input) {
      __typename
      ...Failure_Error
      ... on ImportRunPayload {
        import {
          ...Import_Import
        }
      }
    }
  }
`,
  [FailureFragment, ImportFragment],
)

const ImportCancel = graphql(
  `
  mutation ImportCancel($input: ImportCancelInput!) {
    importCancel(input: $input) {
      __typename
      ...Failure_Error
      ... on ImportCancelPayload {
        import {
          ...Import_Import
        }
      }
    }
  }
`,
  [FailureFragment, ImportFragment],
)

type MappingInput = VariablesOf<typeof ImportRun>['input']['mapping']

/** Starts an import, on trial or for good, and stops it. */
export function useImportRun(importId: string, changed: (record: ImportRecord) => void) {
  const [{ fetching }, start] = useMutation(ImportRun)
  const [, stop] = useMutation(ImportCancel)
  const [failure, setFailure] = useState<Failure | null>(null)

  async function run(mapping: MappingInput, dryRun: boolean) {
    const result = await start({ input: { importId, mapping, dryRun } })
    setFailure(failureOf(result))
    const record = payloadOf(result, 'ImportRunPayload')?.import
    if (record) changed(record)
  }

  async function cancel() {
    const result = await stop({ input: { importId } })
    setFailure(failureOf(result))
    const record = payloadOf(result, 'ImportCancelPayload')?.import
    if (record) changed(record)
  }

  return { run, cancel, starting: fetching, failure }
}
