import Link from 'next/link'
import type { ReactNode } from 'react'
import { counted } from '../../../lib/counted.ts'
import { StateBadge, type StateValue, stateLook } from '../../../ui/index.ts'
import { STATES } from '../../../ui/states.ts'
import { useLibrary } from '../../shell/index.ts'
import type { Statistics } from '../hooks/use-overview.ts'
import classes from './count-bars.module.css'

type Counts = Statistics['byStatus']

/** How many prompts stand in each status, in the order of a prompt's life. */
export function StatusBars({ counts }: { counts: Counts }) {
  const most = mostOf(counts)
  return (
    <ul className={classes.bars}>
      {counts.map(({ value, count }) => {
        const status = value.toUpperCase()
        return isStatus(status) ? (
          <Bar
            key={value}
            label={<StateBadge kind="status" value={status} />}
            count={count}
            share={count / most}
            tone={stateLook('status', status).tone}
            query={status === 'ARCHIVED' ? '?archived=1' : `?status=${value}`}
          />
        ) : null
      })}
    </ul>
  )
}

/** How many prompts each category holds, the fullest first; empty ones are named together. */
export function CategoryBars({ counts }: { counts: Counts }) {
  const most = mostOf(counts)
  const filled = counts.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
  const empty = counts.filter(({ count }) => count === 0)
  return (
    <>
      <ul className={classes.bars}>
        {filled.map(({ value, count }) => (
          <Bar
            key={value}
            label={value}
            count={count}
            share={count / most}
            tone="category"
            query={`?category=${encodeURIComponent(value)}`}
          />
        ))}
      </ul>
      {empty.length > 0 && (
        <p className={classes.empty}>Without prompts: {empty.map(({ value }) => value).join(', ')}</p>
      )}
    </>
  )
}

interface BarProps {
  label: ReactNode
  count: number
  /** Of the longest bar, 0 to 1. */
  share: number
  tone: string
  query: string
}

function Bar({ label, count, share, tone, query }: BarProps) {
  const { slug } = useLibrary()
  return (
    <li className={classes.row} data-none={count === 0 || undefined}>
      <span className={classes.label}>{label}</span>
      <span className={classes.track}>
        <span className={classes.bar} data-tone={tone} style={{ width: `${share * 100}%` }} />
      </span>
      {count > 0 ? (
        <Link
          className={classes.count}
          href={`/l/${slug}${query}`}
          aria-label={`${counted(count, 'prompt')} to show`}
        >
          {count.toLocaleString('en-GB')}
        </Link>
      ) : (
        <span className={classes.count}>0</span>
      )}
    </li>
  )
}

function mostOf(counts: Counts): number {
  return Math.max(1, ...counts.map(({ count }) => count))
}

function isStatus(value: string): value is StateValue<'status'> {
  return Object.hasOwn(STATES.status, value)
}
