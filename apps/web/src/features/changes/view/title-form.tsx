'use client'

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { failureOf } from '../../../graphql/index.ts'
import { FormFailure } from '../../../ui/index.ts'
import { useChange } from './change-context.tsx'
import classes from './change-page.module.css'
import { ChangeEditMutation } from './change-query.ts'

/** Says differently what the change request is about. */
export function TitleForm({ onDone }: { onDone: () => void }) {
  const { change } = useChange()
  const [title, setTitle] = useState(change.title)
  const [failure, setFailure] = useState<string | null>(null)
  const [{ fetching }, edit] = useMutation(ChangeEditMutation)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const failed = failureOf(await edit({ input: { id: change.id, title: title.trim() } }))
    if (failed) setFailure(failed.fields.title ?? failed.message)
    else onDone()
  }
  return (
    <form className={classes.titleForm} onSubmit={save}>
      <TextInput
        aria-label="Title"
        className={classes.titleInput}
        value={title}
        maxLength={200}
        data-autofocus
        autoFocus
        onChange={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      <Button type="submit" variant="filled" loading={fetching} disabled={title.trim() === ''}>
        Save
      </Button>
      <Button onClick={onDone}>Cancel</Button>
      <FormFailure message={failure} />
    </form>
  )
}
