import { Tooltip } from '@mantine/core'
import { IconCircleDashed } from '@tabler/icons-react'
import Link from 'next/link'
import { Avatar, RelativeTime, StateBadge, stateLook } from '../../../ui/index.ts'
import { BranchPair } from '../parts/branch-pair.tsx'
import classes from './change-list.module.css'
import type { ChangeRow } from './changes-query.ts'
import { checksState, reviewState } from './review-state.ts'

interface ChangeListRowProps {
  row: ChangeRow
  href: string
  /** Whether the list holds change requests of several prompts. */
  withPrompt: boolean
}

/** One change request: what it is on the left, how it stands in the middle, who moved it and when on the right. */
export function ChangeListRow({ row, href, withPrompt }: ChangeListRowProps) {
  const { icon: Icon, tone, word } = stateLook('changeStatus', row.status)
  return (
    <li className={classes.row}>
      <span className={classes.icon} data-tone={tone}>
        <Icon size={16} stroke={1.75} aria-label={word} />
      </span>
      <div className={classes.main}>
        <div className={classes.title}>
          <Link className={classes.link} href={href} data-row prefetch={false}>
            {row.title}
          </Link>
          <span className={classes.number}>#{row.number}</span>
        </div>
        <div className={classes.line}>
          {withPrompt && (
            <span className={classes.prompt} title={row.prompt.name}>
              {row.prompt.key}
            </span>
          )}
          <BranchPair source={row.source.name} target={row.target.name} />
        </div>
      </div>
      <div className={classes.state}>
        <Review row={row} />
        {row.status === 'OPEN' && row.mergeability.state === 'CONFLICTS' && (
          <StateBadge kind="mergeState" value="CONFLICTS" />
        )}
      </div>
      <div className={classes.checks}>
        <Checks row={row} />
      </div>
      <div className={classes.changed}>
        <Avatar person={row.author} size={20} />
        <RelativeTime at={row.updatedAt} />
      </div>
    </li>
  )
}

function Review({ row }: { row: ChangeRow }) {
  const review = row.status === 'OPEN' ? reviewState(row.approvals) : null
  if (!review) return null
  const { icon: Icon, tone } =
    review.look === 'WAITING'
      ? { icon: IconCircleDashed, tone: 'neutral' }
      : stateLook('verdict', review.look)
  return (
    <span className={classes.review} data-tone={tone}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {review.text}
    </span>
  )
}

function Checks({ row }: { row: ChangeRow }) {
  const checks = row.status === 'OPEN' ? checksState(row.checks) : null
  if (!checks) return null
  const { icon: Icon, tone, word } = stateLook('check', checks.state)
  return (
    <Tooltip label={<span className={classes.checkLines}>{checks.text}</span>}>
      <span
        className={classes.review}
        data-tone={tone}
        role="img"
        aria-label={`Checks: ${word}. ${checks.text}`}
      >
        <Icon size={14} stroke={1.75} aria-hidden />
      </span>
    </Tooltip>
  )
}
