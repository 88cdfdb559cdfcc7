'use client'

import { Button, Skeleton, Stack } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { failureOf, transportFailure } from '../../../graphql/index.ts'
import { ErrorState, FormFailure, showToast } from '../../../ui/index.ts'
import type { NamedBranch } from '../dialogs/dialog-store.ts'
import { usePromptShell } from '../prompt-context.tsx'
import classes from './branch-forms.module.css'
import { BranchDeleteMutation, BranchLossQuery } from './branch-query.ts'
import { lossesOf } from './branch-words.ts'
import { useRestoreBranch } from './use-restore-branch.ts'

interface DeleteBranchFormProps {
  branch: NamedBranch & { target?: { name: string } | null }
  close: () => void
}

/** Says what goes with a branch, and deletes it. */
export function DeleteBranchForm({ branch, close }: DeleteBranchFormProps) {
  const { home, branchName, refresh } = usePromptShell()
  const router = useRouter()
  const [{ data, error, fetching }, ask] = useQuery({
    query: BranchLossQuery,
    variables: { id: branch.id },
    requestPolicy: 'network-only',
  })
  const [{ fetching: deleting }, remove] = useMutation(BranchDeleteMutation)
  const [failure, setFailure] = useState<string | null>(null)
  const { restore } = useRestoreBranch()
  const loss = data?.node?.__typename === 'Branch' ? data.node : null

  async function run() {
    const failed = failureOf(await remove({ input: { id: branch.id } }))
    setFailure(failed?.message ?? null)
    if (failed) return
    close()
    refresh()
    if (branch.name === branchName) router.push(home)
    showToast({ message: `${branch.name} is deleted.`, undo: () => void restore(branch) })
  }

  if (error && !loss) {
    const message = transportFailure(error).message
    return <ErrorState inline title="What is on it could not be read" message={message} retry={ask} />
  }
  if (!loss || fetching) {
    return (
      <Stack gap={12} role="status" aria-label="Looking at what is on it">
        <Skeleton height={14} width="80%" />
        <Skeleton height={14} width="60%" />
        <Skeleton height={32} width={120} ml="auto" />
      </Stack>
    )
  }
  const request = loss.openChangeRequest
  const losses = lossesOf({
    ahead: loss.ahead,
    target: branch.target?.name ?? 'main',
    uncommitted: loss.document.uncommitted,
    editors: loss.editors,
  })
  return (
    <div className={classes.form}>
      <ul className={classes.list}>
        {losses.map((sentence) => (
          <li key={sentence} data-warn>
            <IconAlertTriangle size={16} aria-hidden />
            {sentence}
          </li>
        ))}
        {losses.length === 0 && (
          <li>
            <IconCircleCheck size={16} aria-hidden />
            Everything on it is merged, nothing is uncommitted, and nobody is in it.
          </li>
        )}
        <li>
          <IconArrowBackUp size={16} aria-hidden />
          Nothing is erased: commits and live text, also uncommitted, come back when the branch is restored
          from the list of deleted branches.
        </li>
      </ul>
      {request && (
        <p className={classes.notice}>
          Change request <Link href={`${home}/changes/${request.number}`}>#{request.number}</Link> is open for
          it. Merge or close that first.
        </p>
      )}
      <FormFailure message={failure} />
      <div className={classes.buttons}>
        <Button onClick={close} data-autofocus={request ? true : undefined}>
          Cancel
        </Button>
        <Button
          variant="filled"
          color="bad"
          data-autofocus={request ? undefined : true}
          disabled={request !== null}
          loading={deleting}
          onClick={() => void run()}
        >
          Delete branch
        </Button>
      </div>
    </div>
  )
}
