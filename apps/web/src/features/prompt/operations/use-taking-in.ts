import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMutation } from 'urql'
import { type Failure, failureOf, payloadOf } from '../../../graphql/index.ts'
import { showToast } from '../../../ui/index.ts'
import { addressOnBranch } from '../branches/branch-address.ts'
import { BranchMergeMutation } from '../branches/branch-query.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import { CherryPickMutation } from './operation-query.ts'

/** What a branch is to take in: everything up to a ref, or the change of one commit. */
export type Taken = { kind: 'merge'; from: string } | { kind: 'pick'; commitId: string; ref: string }

interface Target {
  id: string
  name: string
}

/** Brings changes into a branch. When they conflict, nothing happened yet and the person may go on to resolve them. */
export function useTakingIn(done: () => void) {
  const { home, refresh } = usePromptShell()
  const router = useRouter()
  const [, merge] = useMutation(BranchMergeMutation)
  const [, pick] = useMutation(CherryPickMutation)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [conflicts, setConflicts] = useState<number | null>(null)

  async function send(taken: Taken, { id: branchId }: Target, resolve: boolean) {
    if (taken.kind === 'merge') {
      const result = await merge({ input: { branchId, from: taken.from, resolve } })
      return { failure: failureOf(result), payload: payloadOf(result, 'BranchMergePayload') }
    }
    const result = await pick({ input: { branchId, commitId: taken.commitId, resolve } })
    return { failure: failureOf(result), payload: payloadOf(result, 'CommitCherryPickPayload') }
  }

  async function run(taken: Taken, into: Target, { resolve = false } = {}): Promise<void> {
    setBusy(true)
    const { failure: failed, payload } = await send(taken, into, resolve)
    setBusy(false)
    setFailure(failed)
    setConflicts(null)
    if (!payload) return
    const what = taken.kind === 'merge' ? taken.from : taken.ref
    const open = { label: 'Open it', run: () => router.push(addressOnBranch(home, home, into.name)) }
    if (payload.outcome === 'CONFLICTS' && !resolve) {
      setConflicts(payload.conflicts)
      return
    }
    done()
    refresh()
    if (payload.outcome === 'CONFLICTS') router.push(addressOnBranch(home, home, into.name))
    else if (payload.outcome === 'UP_TO_DATE')
      showToast({ message: `${into.name} has everything of ${what} already.`, action: open })
    else {
      const made = payload.commit ? ` as ${refOf(payload.commit)}` : ''
      showToast({ message: `${what} is in ${into.name} now${made}.`, action: open })
    }
  }

  return { run, busy, failure, conflicts }
}
