'use client'

import type { GraphRow } from '@incipit/version-control'
import { ActionIcon, Checkbox, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconArrowBackUp, IconCheck, IconLink } from '@tabler/icons-react'
import Link from 'next/link'
import { PeopleLine, RelativeTime, StateBadge } from '../../../ui/index.ts'
import { CommitMenu } from '../operations/commit-menu.tsx'
import { LineCounts } from '../parts/line-counts.tsx'
import { refOf } from '../ref-of.ts'
import { CommitLabels } from './commit-labels.tsx'
import { GraphCell } from './graph-cell.tsx'
import type { HistoryEntry } from './history-query.ts'
import classes from './history-row.module.css'

interface HistoryRowProps {
  entry: HistoryEntry
  /** Its own page, on the present branch and on none. */
  href: string
  permalink: string
  /** It is one of main's, which can be rolled back to it. */
  onMain: boolean
  newest: boolean
  /** Its row of the picture, and how wide that is. */
  graph: GraphRow | null
  lanes: number
  /** Branches whose head it is. */
  heads: readonly string[]
  /** It arrived while the page was open. */
  fresh: boolean
  chosen: boolean
  onChoose: (hash: string) => void
  /** Absent where the person may not write. */
  onRestore?: (entry: HistoryEntry) => void
}

/** One version on the line of versions. */
export function HistoryRow(props: HistoryRowProps) {
  const { entry, href, permalink, onMain, newest, graph, lanes, heads, fresh, chosen, onChoose, onRestore } =
    props
  const ref = refOf(entry)
  return (
    <li className={classes.row} data-fresh={fresh || undefined}>
      <Checkbox
        className={classes.check}
        checked={chosen}
        onChange={() => onChoose(entry.hash)}
        aria-label={`Choose ${ref} to compare`}
      />
      <span className={classes.graph}>
        {graph && (
          <GraphCell row={graph} lanes={lanes} head={heads.length > 0} merge={entry.parents.length > 1} />
        )}
      </span>
      <span className={classes.version}>{ref}</span>
      <span className={classes.words}>
        <Link href={href} className={classes.message} data-row title={entry.message}>
          {entry.message}
        </Link>
        <span className={classes.facts}>
          <CommitLabels branches={heads} tags={entry.tags} />
          <StateBadge kind="changeType" value={entry.changeType} />
          <LineCounts added={entry.added} removed={entry.removed} />
          <RelativeTime at={entry.createdAt} />
        </span>
      </span>
      <span className={classes.authors}>
        <PeopleLine people={entry.authors} size={20} />
      </span>
      <span className={classes.actions}>
        <CopyLink path={permalink} />
        {onRestore && (
          <Tooltip label={`Restore ${ref} into the live text`}>
            <ActionIcon aria-label={`Restore ${ref}`} onClick={() => onRestore(entry)}>
              <IconArrowBackUp size={16} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        )}
        <CommitMenu commit={entry} onMain={onMain && !newest} />
      </span>
    </li>
  )
}

function CopyLink({ path }: { path: string }) {
  const clipboard = useClipboard({ timeout: 1_500 })
  const label = clipboard.copied ? 'Copied' : 'Copy the link'
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => clipboard.copy(`${window.location.origin}${path}`)}>
        {clipboard.copied ? <IconCheck size={16} color="var(--ok)" /> : <IconLink size={16} stroke={1.75} />}
      </ActionIcon>
    </Tooltip>
  )
}
