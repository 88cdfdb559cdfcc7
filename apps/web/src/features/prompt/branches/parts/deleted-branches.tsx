'use client'

import { Button } from '@mantine/core'
import { useCallback } from 'react'
import { useQuery } from 'urql'
import { counted } from '../../../../lib/counted.ts'
import { FormFailure, RelativeTime, stateLook } from '../../../../ui/index.ts'
import { useCan, useLibrary } from '../../../shell/index.ts'
import { useBranchMoves, usePromptShell } from '../../prompt-context.tsx'
import { refOf } from '../../ref-of.ts'
import { type DeletedBranch, DeletedBranchesQuery } from '../branch-query.ts'
import classes from '../branches-page.module.css'
import { useRestoreBranch } from '../use-restore-branch.ts'

/** The branches deleted last, with the way to bring them back; nothing where there are none. */
export function DeletedBranches() {
  const { slug } = useLibrary()
  const { prompt } = usePromptShell()
  const mayRestore = useCan('branch.create') && prompt.archivedAt === null
  const [{ data }, execute] = useQuery({
    query: DeletedBranchesQuery,
    variables: { library: slug, key: prompt.key },
  })
  useBranchMoves(useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]))
  const deleted = data?.library?.prompt?.deletedBranches ?? []
  const { restore, busy, failure } = useRestoreBranch()
  if (deleted.length === 0) return null
  return (
    <section className={classes.deleted} aria-labelledby="deleted-branches">
      <h3 id="deleted-branches" className={classes.deletedTitle}>
        Deleted <span className={classes.count}>{deleted.length}</span>
      </h3>
      <ul className={classes.deletedRows}>
        {deleted.map((branch) => (
          <li key={branch.id}>
            <DeletedRow branch={branch} />
            {mayRestore && (
              <Button size="xs" disabled={busy} onClick={() => void restore(branch)}>
                Restore
              </Button>
            )}
            {failure?.id === branch.id && <FormFailure message={failure.message} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function DeletedRow({ branch }: { branch: DeletedBranch }) {
  const { icon: Icon } = stateLook('branchType', branch.type)
  return (
    <>
      <Icon size={16} stroke={1.75} className={classes.icon} aria-hidden />
      <span className={classes.deletedName} title={branch.name}>
        {branch.name}
      </span>
      <span className={classes.facts}>
        {branch.head && <code>{refOf(branch.head)}</code>}
        {branch.ahead > 0 && ` ${counted(branch.ahead, 'commit')} of its own, `}
        {branch.deletedAt && <RelativeTime at={branch.deletedAt} prefix="deleted" />}
      </span>
    </>
  )
}
