'use client'

import { Button } from '@mantine/core'
import { IconGitCommit, IconMessages, IconPencil, IconPlusMinus } from '@tabler/icons-react'
import { useState } from 'react'
import { Avatar, PageTabs, RelativeTime, StateBadge } from '../../../ui/index.ts'
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
  const counts = { conversation: change.comments.length, difference: 0, commits: change.commits.length }
  const tabs = TABS.map(({ tab: name, label, icon }) => ({
    label,
    icon,
    href: `${here}${tabQuery(name)}`,
    current: name === tab,
    count: counts[name] > 0 && counts[name],
  }))
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
      <div className={classes.tabs}>
        <PageTabs label="Parts of this change request" tabs={tabs} />
        {change.comparison && (
          <span className={classes.lines}>
            <LineCounts added={change.comparison.added} removed={change.comparison.removed} />
          </span>
        )}
      </div>
    </header>
  )
}
