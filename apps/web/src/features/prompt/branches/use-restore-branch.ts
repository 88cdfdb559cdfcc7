import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { useMutation } from 'urql'
import { failureOf } from '../../../graphql/index.ts'
import { showToast } from '../../../ui/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { addressOnBranch } from './branch-address.ts'
import { BranchRestoreMutation } from './branch-query.ts'

/** Brings a deleted branch back, with its live text. The failure names the branch it is about. */
export function useRestoreBranch() {
  const { home, refresh } = usePromptShell()
  const router = useRouter()
  const [{ fetching }, execute] = useMutation(BranchRestoreMutation)
  const [failure, setFailure] = useState<{ id: string; message: string } | null>(null)
  const restore = useCallback(
    async (branch: { id: string; name: string }): Promise<boolean> => {
      const failed = failureOf(await execute({ input: { id: branch.id } }))
      setFailure(failed && { id: branch.id, message: failed.message })
      if (failed) {
        showToast({ message: `${branch.name} was not restored. ${failed.message}`, tone: 'bad' })
        return false
      }
      refresh()
      showToast({
        message: `${branch.name} is back, with its live text.`,
        action: { label: 'Open it', run: () => router.push(addressOnBranch(home, home, branch.name)) },
      })
      return true
    },
    [execute, home, refresh, router],
  )
  return { restore, busy: fetching, failure }
}
