'use client'

import { Button } from '@mantine/core'
import { FormFailure } from '../../../ui/index.ts'
import type { NamedBranch } from '../dialogs/dialog-store.ts'
import { ConflictsNotice } from '../operations/conflicts-notice.tsx'
import { type Taken, useTakingIn } from '../operations/use-taking-in.ts'
import classes from './branch-forms.module.css'

interface UpdateBranchFormProps {
  branch: NamedBranch
  /** The branch whose commits it lacks. */
  from: string
  close: () => void
}

/** Merges what a branch lacks into it. */
export function UpdateBranchForm({ branch, from, close }: UpdateBranchFormProps) {
  const { run, busy, failure, conflicts } = useTakingIn(close)
  const taken: Taken = { kind: 'merge', from }
  return (
    <div className={classes.form}>
      <p className={classes.text}>
        What {from} has and {branch.name} lacks is merged in by a commit of its own. Whoever writes in{' '}
        {branch.name} keeps what is uncommitted; the changes come into the live text as ordinary edits.
      </p>
      {conflicts !== null && (
        <ConflictsNotice
          count={conflicts}
          into={branch.name}
          busy={busy}
          onResolve={() => void run(taken, branch, { resolve: true })}
        />
      )}
      <FormFailure message={failure?.message} />
      <div className={classes.buttons}>
        <Button onClick={close}>Cancel</Button>
        {conflicts === null && (
          <Button variant="filled" data-autofocus loading={busy} onClick={() => void run(taken, branch)}>
            Merge {from} in
          </Button>
        )}
      </div>
    </div>
  )
}
