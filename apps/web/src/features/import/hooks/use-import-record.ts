import { useCallback, useEffect } from 'react'
import { useQuery, useSubscription } from 'urql'
import { graphql, reconnected } from '../../../graphql/index.ts'
import { ImportFragment, type ImportRecord } from '../import-fragment.ts'

const ImportQuery = graphql(
  `
  query Import($id: ID!) {
    node(id: $id) {
      __typename
      ... on Import {
        ...Import_Import
      }
    }
  }
`,
  [ImportFragment],
)

const ImportChanged = graphql(
  `
  subscription ImportChanged($id: ID!) {
    importChanged(importId: $id) {
      ...Import_Import
    }
  }
`,
  [ImportFragment],
)

/**
 * A short import can end before the order to start it is answered, and that answer then hides its end. So a running
 * import is asked about now and then as well.
 */
const LOOK_AGAIN_MS = 2_000

/** An import as it goes on, live; read again after a lost connection. */
export function useImportRecord(id: string): { record: ImportRecord | null; missing: boolean } {
  const [{ data, fetching }, execute] = useQuery({ query: ImportQuery, variables: { id } })
  useSubscription({ query: ImportChanged, variables: { id } })
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useEffect(() => reconnected.listen(readAgain), [readAgain])
  const node = data?.node
  const record = node?.__typename === 'Import' ? node : null
  const running = record?.state === 'RUNNING'
  useEffect(() => {
    if (!running) return
    const timer = setInterval(readAgain, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [running, readAgain])
  return { record, missing: !fetching && data !== undefined && record === null }
}
