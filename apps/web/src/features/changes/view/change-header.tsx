'use client'

import { Button } from '@mantine/core'
import { IconGitCommit, IconMessages, IconPencil, IconPlusMinus } from '@tabler/icons-react'
import Link from 'next/link'
import { useState } from 'react'
import { Avatar, RelativeTime, StateBadge } from '../../../ui/index.ts'
import { LineCounts } from '../../prompt/index.ts'
import { BranchPair } from '../parts/branch-pair.tsx'
import { useChange, useMayChange } from './change-context.tsx'
import classes from './change-page.module.css'
import { type ChangeTab, tabQuery } from './change-tab.ts'
import { TitleForm } from './title-form.tsx'

const TABS = [
  { tab: 'conversation', label: 'Conversation', icon: IconMessages },
  { tab: 'difference', label: 'Difference', icon: IconPlusMinus },
  { tab: 'commits', label: 'Commits', icon: IconGitCommit },
] as const

/** What is asked for, by whom, from where to where; the tabs below. */
export function ChangeHeader({ tab }: { tab: ChangeTab }) {
  const { change, here } = useChange()
  const mayEdit = useMayChange('edit')
  const [editing, setEditing] = useState(false)
  const counts = { conversation: change.comments.length, difference: null, commits: change.commits.length }
  return (
    <header className={classes.header}>
      {editing ? (
        <TitleForm onDone={() => setEditing(false)} />
      ) : (
        <div className={classes.top}>
          <h2 className={classes.title}>
            {change.title} <span className={classes.number}>#{change.number}</span>
          </h2>
          {mayEdit && (
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconPencil size={14} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              Edit
            </Button>
          )}
        </div>
      )}
      <div className={classes.facts}>
        <StateBadge kind="changeStatus" value={change.status} variant="pill" />
        <BranchPair source={change.source.name} target={change.target.name} />
        <span className={classes.author}>
          <Avatar person={change.author} size={20} plain />
          {change.author.name}
          <RelativeTime at={change.createdAt} prefix="opened it" />
        </span>
      </div>
      <nav className={classes.tabs} aria-label="Parts of this change request">
        {TABS.map(({ tab: name, label, icon: Icon }) => (
          <Link
            key={name}
            className={classes.tab}
            href={`${here}${tabQuery(name)}`}
            aria-current={name === tab ? 'page' : undefined}
          >
            <Icon size={15} stroke={1.75} aria-hidden />
            {label}
            {counts[name] !== null && counts[name] > 0 && (
              <span className={classes.count}>{counts[name]}</span>
            )}
          </Link>
        ))}
        {change.comparison && (
          <span className={classes.lines}>
            <LineCounts added={change.comparison.added} removed={change.comparison.removed} />
          </span>
        )}
      </nav>
    </header>
  )
}
