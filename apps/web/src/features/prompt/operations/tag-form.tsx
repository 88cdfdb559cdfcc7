'use client'

import { checkTagName } from '@incipit/version-control'
import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { type Failure, failureOf, payloadOf } from '../../../graphql/index.ts'
import { FormFailure, showToast } from '../../../ui/index.ts'
import classes from '../branches/branch-forms.module.css'
import type { NamedCommit } from '../dialogs/dialog-store.ts'
import { refOf } from '../ref-of.ts'
import { TagMutation } from './operation-query.ts'

/** Gives a commit a name that never moves. */
export function TagForm({ commit, close }: { commit: NamedCommit; close: () => void }) {
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const problem = checkTagName(name)
  const [{ fetching }, create] = useMutation(TagMutation)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (problem !== null || fetching) return
    const result = await create({
      input: { commitId: commit.id, name, note: note.trim() || null },
    })
    setFailure(failureOf(result))
    const tag = payloadOf(result, 'CommitTagCreatePayload')?.tag
    if (!tag) return
    close()
    showToast({ message: `${refOf(commit)} is tagged ${tag.name}.` })
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        className={classes.mono}
        label="Tag"
        description="A name for this one commit. It never moves to another."
        placeholder="spring-campaign"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={name}
        error={failure?.fields.name ?? (name === '' ? null : problem)}
        onChange={(event) => setName(event.currentTarget.value.trim())}
      />
      <Textarea
        label="Note"
        placeholder="What it stands for (optional)"
        autosize
        minRows={2}
        maxRows={6}
        value={note}
        error={failure?.fields.note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FormFailure message={failure?.summary} />
      <div className={classes.buttons}>
        <Button onClick={close}>Cancel</Button>
        <Button variant="filled" type="submit" loading={fetching} disabled={problem !== null}>
          Tag it
        </Button>
      </div>
    </form>
  )
}
