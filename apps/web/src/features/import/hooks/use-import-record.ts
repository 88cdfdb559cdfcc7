import { useCallback, useEffect, useRef } from 'react'
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

/** A running import is asked about now and then as well, in case that it ended before anybody listened. */
const LOOK_AGAIN_MS = 2_000

/** An import as it goes on, live; read again after a lost connection. */
export function useImportRecord(id: string): { record: ImportRecord | null; missing: boolean } {
  const [{ data, fetching }, execute] = useQuery({ query: ImportQuery, variables: { id } })
  useSubscription({ query: ImportChanged, variables: { id } })
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useEffect(() => reconnected.listen(readAgain), [readAgain])
  const node = data?.node
  const record = useNewest(node?.__typename === 'Import' ? node : null)
  const running = record?.state === 'RUNNING'
  useEffect(() => {
    if (!running) return
    const timer = setInterval(readAgain, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [running, readAgain])
  return { record, missing: !fetching && data !== undefined && record === null }
}

/**
 * Answers overtake each other: the order to start a short import may be answered after the news of its end. What is
 * older than what was seen changes nothing, so that a result once shown is final.
 */
function useNewest(record: ImportRecord | null): ImportRecord | null {
  const newest = useRef(record)
  if (record && record.touchedAt >= (newest.current?.touchedAt ?? '')) newest.current = record
  return newest.current
}
