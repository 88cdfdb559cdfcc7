import { useState } from 'react'
import { type DocumentInput, useClient } from 'urql'
import { type Failure, failureOf } from './failure.ts'

/**
 * Sends mutations from one place on a page, such as a form; `busy` while one is under way, `failure` of the last one.
 *
 * @param done called after each that succeeded
 */
export function useSend(done?: () => void) {
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  /** Answers with why it was not done, or `null`. */
  async function send<Data extends object, Input>(
    mutation: DocumentInput<Data, { input: Input }>,
    input: NoInfer<Input>,
  ): Promise<Failure | null> {
    setBusy(true)
    const failed = failureOf(await client.mutation(mutation, { input }).toPromise())
    setBusy(false)
    setFailure(failed)
    if (!failed) done?.()
    return failed
  }

  return { send, busy, failure }
}
