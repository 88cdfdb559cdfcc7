'use client'

import { Button, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormFailure } from '../../../ui/index.ts'
import classes from '../branches/branch-forms.module.css'
import type { NamedCommit } from '../dialogs/dialog-store.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import { ConflictsNotice } from './conflicts-notice.tsx'
import { type Taken, useTakingIn } from './use-taking-in.ts'

/** Brings the change of one commit, and nothing else, onto another branch. */
export function CherryPickForm({ commit, close }: { commit: NamedCommit; close: () => void }) {
  const { prompt, branchName } = usePromptShell()
  const { run, busy, failure, conflicts } = useTakingIn(close)
  const others = prompt.branches.filter(({ name }) => name !== branchName)
  const [only] = others.length === 1 ? others : []
  const [into, setInto] = useState(only?.name ?? null)
  const branch = prompt.branches.find(({ name }) => name === into)
  const taken: Taken = { kind: 'pick', commitId: commit.id, ref: refOf(commit) }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (branch && !busy) void run(taken, branch)
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <p className={classes.text}>
        Only what <strong>{refOf(commit)}</strong> changed against the commit before it comes onto the branch,
        as a commit with the same message and authors.
      </p>
      <Select
        label="Onto"
        placeholder="Choose a branch"
        searchable
        nothingFoundMessage="No branch of that name"
        data-autofocus={only ? undefined : true}
        data={prompt.branches.map(({ name }) => name)}
        value={into}
        onChange={setInto}
        error={failure?.fields.branchId}
      />
      {conflicts !== null && branch && (
        <ConflictsNotice
          count={conflicts}
          into={branch.name}
          busy={busy}
          onResolve={() => void run(taken, branch, { resolve: true })}
        />
      )}
      <FormFailure message={failure?.summary} />
      <div className={classes.buttons}>
        <Button onClick={close}>Cancel</Button>
        {conflicts === null && (
          <Button
            variant="filled"
            type="submit"
            loading={busy}
            disabled={!branch}
            // With the branch chosen already its list would only cover what comes next.
            data-autofocus={only ? true : undefined}
          >
            Cherry-pick
          </Button>
        )}
      </div>
    </form>
  )
}
