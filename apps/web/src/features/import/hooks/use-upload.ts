import { useCallback, useRef, useState } from 'react'
import { useClient } from 'urql'
import {
  type Failure,
  FailureFragment,
  failureOf,
  graphql,
  payloadOf,
  type VariablesOf,
} from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { chunksOf } from '../chunks.ts'
import { ImportFragment, type ImportRecord } from '../import-fragment.ts'

const ImportUpload = graphql(
  `
  mutation ImportUpload($input: ImportUploadInput!) {
    importUpload(input: $input) {
      __typename
      ...Failure_Error
      ... on ImportUploadPayload {
        import {
          ...Import_Import
        }
      }
    }
  }
`,
  [FailureFragment, ImportFragment],
)

type UploadInput = VariablesOf<typeof ImportUpload>['input']

/** Sends a file to the server in pieces; `share` says how far it is, 0 to 1. */
export function useUpload(done: (record: ImportRecord) => void) {
  const client = useClient()
  const { id: libraryId } = useLibrary()
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = useRef(0)

  const upload = useCallback(
    async (file: File) => {
      const mine = ++run.current
      setFailure(null)
      setShare(0)
      let importId: string | null = null
      for (const chunk of chunksOf(await file.text())) {
        const input: UploadInput = {
          libraryId,
          importId,
          fileName: file.name,
          chunk: chunk.text,
          offset: chunk.offset,
          last: chunk.last,
        }
        const result = await client.mutation(ImportUpload, { input }).toPromise()
        if (mine !== run.current) return
        const record = payloadOf(result, 'ImportUploadPayload')?.import
        if (!record) {
          setFailure(failureOf(result))
          setShare(null)
          return
        }
        importId = record.id
        setShare(Math.min(1, (chunk.offset + chunk.text.length) / Math.max(1, file.size)))
        if (chunk.last) {
          setShare(null)
          done(record)
        }
      }
    },
    [client, libraryId, done],
  )

  const cancel = useCallback(() => {
    run.current++
    setShare(null)
  }, [])

  return { upload, cancel, share, failure }
}
