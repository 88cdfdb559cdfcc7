'use client'

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { type Failure, failureOf, payloadOf } from '../../../graphql/index.ts'
import { FormFailure, showToast } from '../../../ui/index.ts'
import type { NamedBranch } from '../dialogs/dialog-store.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { fullName, nameProblem, prefixOf, restOf, withTyped } from './branch-draft.ts'
import classes from './branch-forms.module.css'
import { BranchRenameMutation } from './branch-query.ts'

/** Gives a branch another name of its type. */
export function RenameBranchForm({ branch, close }: { branch: NamedBranch; close: () => void }) {
  const { prompt, refresh } = usePromptShell()
  const [rest, setRest] = useState(restOf(branch))
  const [failure, setFailure] = useState<Failure | null>(null)
  const [{ fetching }, rename] = useMutation(BranchRenameMutation)
  const draft = { type: branch.type, rest }
  const name = fullName(draft)
  const taken = prompt.branches.map((other) => other.name).filter((other) => other !== branch.name)
  const problem = nameProblem(draft, taken)
  const prefix = prefixOf(branch.type)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (problem !== null || fetching) return
    if (name === branch.name) {
      close()
      return
    }
    const result = await rename({ input: { id: branch.id, name } })
    setFailure(failureOf(result))
    if (!payloadOf(result, 'BranchRenamePayload')) return
    close()
    refresh()
    showToast({ message: `${branch.name} is now called ${name}.` })
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        className={classes.mono}
        label="Name"
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        leftSection={prefix === '' ? undefined : <span className={classes.prefix}>{prefix}</span>}
        leftSectionWidth={prefix.length * 8 + 12}
        leftSectionPointerEvents="none"
        value={rest}
        // The type stays, so a prefix typed or pasted is only left out.
        onChange={(event) => setRest(withTyped(draft, event.currentTarget.value).rest)}
        error={failure?.fields.name ?? problem}
      />
      <p className={classes.text}>
        Its text, its history and who is in it stay. Links to the old name stop working; links to its commits
        do not.
      </p>
      <FormFailure message={failure?.summary} />
      <div className={classes.buttons}>
        <Button onClick={close}>Cancel</Button>
        <Button variant="filled" type="submit" loading={fetching} disabled={problem !== null}>
          Rename
        </Button>
      </div>
    </form>
  )
}
