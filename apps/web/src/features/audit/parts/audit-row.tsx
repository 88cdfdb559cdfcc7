import { ActionIcon } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { Avatar, RelativeTime } from '../../../ui/index.ts'
import { actionWords } from '../action-words.ts'
import type { AuditEntry } from '../hooks/use-audit-entries.ts'
import { AuditDetails } from './audit-details.tsx'
import classes from './audit-row.module.css'

/** One entry as a sentence; opened, all it holds. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <tr className={classes.row} data-open={open || undefined}>
        <td className={classes.toggle}>
          <ActionIcon
            size={24}
            onClick={() => setOpen(!open)}
            aria-expanded={open}
            aria-label={`Details of entry ${entry.seq}`}
          >
            <IconChevronRight size={14} className={classes.chevron} />
          </ActionIcon>
        </td>
        <td className={classes.when}>
          <RelativeTime at={entry.at} />
        </td>
        <td>
          <span className={classes.who}>
            <Avatar person={entry.actor} size={20} plain />
            {entry.actor.name}
            {entry.actor.kind === 'KEY' && <span className={classes.kind}>key</span>}
          </span>
        </td>
        <td>{actionWords(entry.action)}</td>
        <td className={classes.subject}>
          <span className={classes.kind}>{entry.subject.type}</span> {entry.subject.label}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={5} className={classes.details}>
            <AuditDetails entry={entry} />
          </td>
        </tr>
      )}
    </>
  )
}
