import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { useClient, useMutation } from 'urql'
import { failureOf } from '../../../graphql/index.ts'
import { confirm, showToast } from '../../../ui/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import { CommitTextQuery, RestoreMutation } from './history-query.ts'

interface Restorable {
  id: string
  version: string | null
  shortHash: string
}

/** Brings an earlier text back into the live document, after asking. */
export function useRestore() {
  const { branch, href, live } = usePromptShell()
  const client = useClient()
  const router = useRouter()
  const [{ fetching }, execute] = useMutation(RestoreMutation)
  const [failure, setFailure] = useState<string | null>(null)
  const restore = useCallback(
    async (commit: Restorable) => {
      setFailure(null)
      if (!branch) return
      const ref = refOf(commit)
      const agreed = await confirm({
        title: branch.type === 'MAIN' ? `Restore ${ref}?` : `Restore ${ref} into ${branch.name}?`,
        text: `The live text of ${branch.name} becomes the text of ${ref}, for everybody who has it open. It is an ordinary edit: it can be undone, and no version is made until somebody commits.`,
        confirm: 'Restore',
      })
      if (!agreed) return
      const { data } = await client.query(CommitTextQuery, { id: commit.id })
      if (data?.node?.__typename === 'Commit') live?.session.expectText(data.node.content)
      const result = await execute({ input: { commitId: commit.id, branchId: branch.id } })
      const failed = failureOf(result)
      if (failed) {
        setFailure(failed.message)
        showToast({ message: `${ref} was not restored. ${failed.message}`, tone: 'bad' })
        return
      }
      const outcome = result.data?.commitRestore
      const changed = outcome?.__typename === 'CommitRestorePayload' && outcome.changed
      showToast({
        message: changed
          ? `The live text is that of ${ref} again; undo in the editor takes it back.`
          : `The live text already is that of ${ref}.`,
        action: { label: 'Open the editor', run: () => router.push(href('')) },
      })
    },
    [branch, client, execute, href, live, router],
  )
  return { restore, fetching, failure }
}
