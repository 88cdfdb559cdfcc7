'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useState } from 'react'
import { useMutation } from 'urql'
import { failureOf } from '../../../graphql/index.ts'
import { FormFailure, RelativeTime, stateLook } from '../../../ui/index.ts'
import { refOf } from '../../prompt/index.ts'
import { useCan } from '../../shell/index.ts'
import { useChange, useMayChange } from '../view/change-context.tsx'
import { ChangeReopenMutation } from '../view/change-query.ts'
import classes from './merge-box.module.css'
import { SourceDeleteMutation, SourceRestoreMutation } from './merge-mutations.ts'

/** How it ended, and what is left to do with its branch. */
export function EndedBox() {
  const { change, home } = useChange()
  const { icon: Icon, tone } = stateLook('changeStatus', change.status)
  const { mergeCommit: merged, endedAt, endedBy } = change
  return (
    <section className={classes.box} data-tone={tone} aria-label="Merge">
      <div className={classes.state}>
        <Icon size={20} stroke={1.75} aria-hidden />
        <div className={classes.words}>
          <h3 className={classes.headline} role="status" data-testid="merge-state">
            {change.status === 'MERGED' ? 'Merged' : 'Closed without a merge'}
            {merged && (
              <>
                {' as '}
                <Link
                  href={`${home}/commits/${merged.version ?? merged.hash}`}
                  className={classes.versionLink}
                >
                  {refOf(merged)}
                </Link>
              </>
            )}
          </h3>
          <p className={classes.note}>
            {endedBy?.name} {endedAt && <RelativeTime at={endedAt} />}
            {change.status === 'MERGED' && ` into ${change.target.name}`}
          </p>
        </div>
        {change.status === 'CLOSED' && <Reopen />}
      </div>
      <SourceFate />
    </section>
  )
}

function Reopen() {
  const { change } = useChange()
  const mayReopen = useMayChange('reopen')
  const [{ fetching }, reopen] = useMutation(ChangeReopenMutation)
  const [failure, setFailure] = useState<string | null>(null)
  if (!mayReopen) return null
  const run = async () => setFailure(failureOf(await reopen({ input: { id: change.id } }))?.message ?? null)
  return (
    <>
      <Button loading={fetching} onClick={() => void run()}>
        Reopen
      </Button>
      <FormFailure message={failure} />
    </>
  )
}

function SourceFate() {
  const { change, refresh } = useChange()
  const { source } = change
  const mayBranch = useCan('branch.create')
  const [restoring, restore] = useMutation(SourceRestoreMutation)
  const [deleting, remove] = useMutation(SourceDeleteMutation)
  const [failure, setFailure] = useState<string | null>(null)
  if (!mayBranch || source.protected || source.type === 'MAIN') return null
  const run = async (act: typeof restore | typeof remove) => {
    setFailure(failureOf(await act({ input: { id: source.id } }))?.message ?? null)
    refresh()
  }
  return (
    <div className={classes.foot}>
      <span>
        <code>{source.name}</code> {source.deletedAt ? 'is deleted.' : 'is still there.'}
      </span>
      {source.deletedAt ? (
        <Button size="xs" loading={restoring.fetching} onClick={() => void run(restore)}>
          Restore the branch
        </Button>
      ) : (
        change.status === 'MERGED' && (
          <Button size="xs" loading={deleting.fetching} onClick={() => void run(remove)}>
            Delete the branch
          </Button>
        )
      )}
      <FormFailure message={failure} />
    </div>
  )
}
