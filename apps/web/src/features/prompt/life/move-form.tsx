'use client'

import { Button, Skeleton, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormFailure, stateLook } from '../../../ui/index.ts'
import classes from '../branches/branch-forms.module.css'
import { usePromptShell } from '../prompt-context.tsx'
import { ApprovedText } from './approved-text.tsx'
import { consequenceOf, type StatusName } from './life-words.ts'
import { useLife } from './use-life.ts'
import { useMove } from './use-move.ts'

interface MoveFormProps {
  to: StatusName
  close: () => void
}

/** Says what follows from a move between statuses, asks why where that is owed, and makes it. */
export function MoveForm({ to, close }: MoveFormProps) {
  const { prompt } = usePromptShell()
  const { moves, head } = useLife()
  // The status it was opened for: when somebody else moves the prompt meanwhile, the sentence stays true to what was asked.
  const [from] = useState(prompt.status)
  const [reason, setReason] = useState('')
  const { submit, seen, busy, failure } = useMove(to, head)
  const restoring = from === 'ARCHIVED'
  const move = moves?.find((offered) => offered.to === to) ?? null
  const owed = move?.reasonRequired ?? false
  const label = restoring ? 'Restore' : (move?.label ?? stateLook('status', to).word)
  const hindrance = move || restoring ? (move?.hindrance ?? null) : movedText(prompt.status)
  const approving = to === 'APPROVED'
  const ready = hindrance === null && (!approving || seen !== null)

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (!ready || busy || (owed && reason.trim() === '')) return
    if (await submit(reason)) close()
  }

  if (moves === null) return <Skeleton height={96} role="status" aria-label="Looking up the move" />
  return (
    <form onSubmit={onSubmit} className={classes.form}>
      <p className={classes.text}>{consequenceOf(from, to)}</p>
      {approving && seen && <ApprovedText head={seen} />}
      {!restoring && (
        <Textarea
          label="Reason"
          description={
            owed
              ? 'Others rely on this prompt: say why. It stands in its life and in the audit log.'
              : 'Optional, for those who look for it later.'
          }
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          required={owed}
          data-autofocus
          value={reason}
          error={failure?.fields.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <FormFailure message={failure?.summary ?? hindrance} />
      <div className={classes.buttons}>
        <Button onClick={close}>Cancel</Button>
        <Button
          variant="filled"
          color={to === 'ARCHIVED' ? 'bad' : undefined}
          type="submit"
          loading={busy}
          disabled={!ready || (owed && reason.trim() === '')}
          data-autofocus={restoring || undefined}
        >
          {label}
        </Button>
      </div>
    </form>
  )
}

function movedText(now: StatusName): string {
  return `Somebody moved this prompt meanwhile: it is ${stateLook('status', now).word.toLowerCase()} now. Close this and look again.`
}
