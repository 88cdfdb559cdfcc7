'use client'

import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { failureOf } from '../../../graphql/index.ts'
import { FormFailure, Modal, RelativeTime, showToast } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import { usePrompt } from '../prompt-context.tsx'
import { PromptArchiveMutation, PromptRestoreMutation } from './settings-mutations.ts'
import classes from './settings-page.module.css'

/** Takes the prompt out of use, or brings it back. Nothing is deleted. */
export function ArchiveSection() {
  const { prompt } = usePrompt()
  const mayArchive = useCan('prompt.archive')
  if (prompt.archivedAt !== null) return <Archived at={prompt.archivedAt} />
  return mayArchive ? <InUse /> : null
}

function InUse() {
  const { prompt, refresh } = usePrompt()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [{ fetching }, archive] = useMutation(PromptArchiveMutation)
  const run = async (): Promise<void> => {
    const failed = failureOf(await archive({ input: { id: prompt.id, reason: reason.trim() || null } }))
    setFailure(failed?.message ?? null)
    if (failed) return
    setAsking(false)
    refresh()
    showToast({ message: `${prompt.name} is archived.` })
  }
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>Archive</h2>
      <p>An archived prompt leaves the list and can no longer be changed. Its text and its history stay.</p>
      <Button color="bad" onClick={() => setAsking(true)}>
        Archive…
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Archive ${prompt.name}?`} size={440}>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            void run()
          }}
        >
          <Textarea
            label="Reason"
            description="For those who look for it later; it stands in the audit log."
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormFailure message={failure} />
          <div className={classes.buttons}>
            <Button type="submit" variant="filled" color="bad" loading={fetching}>
              Archive
            </Button>
            <Button variant="subtle" onClick={() => setAsking(false)}>
              Cancel
            </Button>
          </div>
        </form>
      </Modal>
    </section>
  )
}

function Archived({ at }: { at: string }) {
  const { prompt, refresh } = usePrompt()
  const mayRestore = useCan('prompt.restore')
  const [failure, setFailure] = useState<string | null>(null)
  const [{ fetching }, restore] = useMutation(PromptRestoreMutation)
  const run = async (): Promise<void> => {
    const failed = failureOf(await restore({ input: { id: prompt.id } }))
    setFailure(failed?.message ?? null)
    if (failed) return
    refresh()
    showToast({ message: `${prompt.name} is in use again.` })
  }
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>Archived</h2>
      <p>
        <RelativeTime at={at} prefix="Archived" />. {mayRestore ? '' : 'An admin can bring it back.'}
      </p>
      <FormFailure message={failure} />
      {mayRestore && (
        <Button loading={fetching} onClick={() => void run()}>
          Restore
        </Button>
      )}
    </section>
  )
}
