'use client'

import { IconGitCommit } from '@tabler/icons-react'
import Link from 'next/link'
import { useRowKeys } from '../../../lib/use-row-keys.ts'
import { EmptyState, PeopleLine, RelativeTime, StateBadge } from '../../../ui/index.ts'
import { LineCounts, refOf } from '../../prompt/index.ts'
import { useChange } from '../view/change-context.tsx'
import type { ChangeCommit } from '../view/change-query.ts'
import classes from './commits-tab.module.css'

/** As many as the server names. */
const MOST = 250

/** The commits that the merge would bring, newest first. */
export function CommitsTab() {
  const { change } = useChange()
  const rows = useRowKeys()
  if (change.commits.length === 0)
    return (
      <EmptyState inline icon={IconGitCommit} title="No commits">
        {change.target.name} has every commit of {change.source.name}.
      </EmptyState>
    )
  return (
    <div className={classes.page}>
      <ol className={classes.rows} ref={rows} aria-label="Commits, newest first">
        {change.commits.map((commit) => (
          <CommitRow key={commit.id} commit={commit} />
        ))}
      </ol>
      {change.commits.length === MOST && (
        <p className={classes.more}>
          These are the newest {MOST}. The history of {change.source.name} has them all.
        </p>
      )}
    </div>
  )
}

function CommitRow({ commit }: { commit: ChangeCommit }) {
  const { home } = useChange()
  return (
    <li className={classes.row}>
      <span className={classes.words}>
        <Link
          href={`${home}/commits/${commit.hash}`}
          className={classes.message}
          title={commit.message}
          data-row
        >
          {commit.message}
        </Link>
        <span className={classes.facts}>
          <StateBadge kind="changeType" value={commit.changeType} />
          <LineCounts added={commit.added} removed={commit.removed} />
          <RelativeTime at={commit.createdAt} />
        </span>
      </span>
      <PeopleLine people={commit.authors} size={20} />
      <code className={classes.ref}>{refOf(commit)}</code>
    </li>
  )
}
