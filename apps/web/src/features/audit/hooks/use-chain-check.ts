import { useState } from 'react'
import { useClient } from 'urql'
import { graphql, type ResultOf, transportFailure } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'

const ChainQuery = graphql(`
  query AuditChain($slug: String!) {
    library(slug: $slug) {
      id
      auditVerification {
        ok
        count
        head
        checkedAt
        firstBadSeq
        reason
      }
    }
  }
`)

type Verification = NonNullable<ResultOf<typeof ChainQuery>['library']>['auditVerification']

/** Has the server recompute the chain when asked to. */
export function useChainCheck() {
  const client = useClient()
  const { slug } = useLibrary()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Verification | null>(null)
  const [error, setError] = useState<string | null>(null)

  async function check() {
    setBusy(true)
    const answer = await client.query(ChainQuery, { slug }, { requestPolicy: 'network-only' }).toPromise()
    setBusy(false)
    setResult(answer.data?.library?.auditVerification ?? null)
    setError(answer.error ? transportFailure(answer.error).message : null)
  }

  return { check, busy, result, error }
}
