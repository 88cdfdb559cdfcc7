'use client'

import { Button, Textarea } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { type Failure, failureOf, payloadOf } from '../../../graphql/index.ts'
import { FormFailure, showToast } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { compareAddress } from '../branches/branch-address.ts'
import classes from '../branches/branch-forms.module.css'
import type { NamedCommit } from '../dialogs/dialog-store.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import { MainHeadQuery, RollbackMutation } from './operation-query.ts'

/** Gives main an earlier content again, as a new version with a reason. */
export function RollbackForm({ commit, close }: { commit: NamedCommit; close: () => void }) {
  const { slug } = useLibrary()
  const { prompt, home, refresh } = usePromptShell()
  const router = useRouter()
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [{ data, fetching: asking }, ask] = useQuery({
    query: MainHeadQuery,
    variables: { library: slug, key: prompt.key },
    requestPolicy: 'network-only',
  })
  const [{ fetching }, rollback] = useMutation(RollbackMutation)
  const head = data?.library?.prompt?.branch?.head ?? null
  const ref = refOf(commit)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!head || fetching || reason.trim() === '') return
    const input = { commitId: commit.id, expectedHead: head.hash, reason: reason.trim() }
    const result = await rollback({ input })
    const failed = failureOf(result)
    setFailure(failed)
    // Somebody moved main meanwhile: show their version, and let the person decide again.
    if (failed?.kind === 'conflict') ask({ requestPolicy: 'network-only' })
    const made = payloadOf(result, 'CommitRollbackPayload')?.commit
    if (!made) return
    close()
    refresh()
    showToast({
      message: `main has the text of ${ref} again, as ${refOf(made)}.`,
      action: { label: 'View', run: () => router.push(`${home}/commits/${refOf(made)}`) },
    })
  }

  const isHead = head?.id === commit.id
  return (
    <form onSubmit={submit} className={classes.form}>
      <p className={classes.text}>
        main, now at <strong>{head ? refOf(head) : '…'}</strong>, gets the text of <strong>{ref}</strong>{' '}
        again as a new version. The versions since stay in the history. Whoever writes in main keeps what is
        uncommitted; the old text comes in as ordinary edits.{' '}
        {head && !isHead && (
          <a href={compareAddress(home, refOf(head), ref)} target="_blank" rel="noreferrer">
            See what changes
            <IconExternalLink size={12} aria-label="in a new tab" style={{ marginLeft: 3 }} />
          </a>
        )}
      </p>
      <Textarea
        label="Reason"
        description="It becomes the message of the version and stands in the audit log."
        placeholder="What is wrong with the present version"
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus
        value={reason}
        error={failure?.fields.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {isHead && <p className={classes.notice}>main is at {ref} already: there is nothing to roll back.</p>}
      <FormFailure message={failure?.summary} />
      <div className={classes.buttons}>
        <Button onClick={close}>Cancel</Button>
        <Button
          variant="filled"
          type="submit"
          loading={fetching}
          disabled={!head || asking || isHead || reason.trim() === ''}
        >
          Roll back to {ref}
        </Button>
      </div>
    </form>
  )
}
