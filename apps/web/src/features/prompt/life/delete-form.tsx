'use client'

import { Button, Textarea, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useSend } from '../../../graphql/index.ts'
import { FormFailure, showToast } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import classes from '../branches/branch-forms.module.css'
import { usePromptShell } from '../prompt-context.tsx'
import { IncluderList } from './includer-list.tsx'
import { DeleteMutation } from './life-query.ts'

/** Deletes an archived prompt for everybody, once its key is typed. */
export function DeleteForm({ close }: { close: () => void }) {
  const { slug } = useLibrary()
  const { prompt } = usePromptShell()
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const { send, busy, failure } = useSend()
  const ready = typed === prompt.key

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!ready || busy) return
    const input = { id: prompt.id, confirmKey: typed, reason: reason.trim() || null }
    if (await send(DeleteMutation, input)) return
    close()
    router.replace(`/l/${slug}`)
    showToast({ message: `${prompt.name} is deleted.` })
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      <p className={classes.text}>
        It is gone for everybody, with its history, branches and change requests, and cannot be brought back
        here. Its key is never given again; the audit log keeps what was done.
      </p>
      <TextInput
        className={classes.mono}
        label={`Type ${prompt.key} to confirm`}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={typed}
        error={failure?.fields.confirmKey}
        onChange={(event) => setTyped(event.currentTarget.value.trim())}
      />
      <Textarea
        label="Reason"
        description="Optional; it stands in the audit log."
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={reason}
        error={failure?.fields.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FormFailure message={failure?.summary} />
      {failure?.kind === 'conflict' && <IncluderList />}
      <div className={classes.buttons}>
        <Button onClick={close}>Cancel</Button>
        <Button variant="filled" color="bad" type="submit" loading={busy} disabled={!ready}>
          Delete for everybody
        </Button>
      </div>
    </form>
  )
}
