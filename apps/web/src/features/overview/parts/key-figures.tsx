import Link from 'next/link'
import type { ReactNode } from 'react'
import { useLibrary } from '../../shell/index.ts'
import type { Statistics } from '../hooks/use-overview.ts'
import classes from './key-figures.module.css'

interface Figure {
  label: string
  value: number
  /** What the number is of. */
  note: string
  /** Where those are listed. */
  href: string
  /** Somebody should look at these when there are any. */
  warns?: boolean
}

/** The numbers that say how a library stands; each leads to what it counts. */
export function KeyFigures({ statistics }: { statistics: Statistics }) {
  const { slug, staleAfterDays } = useLibrary()
  const home = `/l/${slug}`
  const recent = statistics.activity.reduce((sum, { count }) => sum + count, 0)
  const figures: Figure[] = [
    { label: 'Prompts', value: statistics.promptCount, note: 'in use', href: home },
    {
      label: 'Commits',
      value: recent,
      note: `30 days, by ${statistics.contributors.toLocaleString('en-GB')} ${statistics.contributors === 1 ? 'author' : 'authors'}`,
      href: `${home}/changelog`,
    },
    {
      label: 'Change requests',
      value: statistics.openChangeRequests,
      note: 'open',
      href: `${home}/changes`,
    },
    {
      label: 'Stale',
      value: statistics.staleCount,
      note: `unchanged for ${staleAfterDays} days`,
      href: `${home}?stale=1`,
      warns: true,
    },
    {
      label: 'With errors',
      value: statistics.withErrorsCount,
      note: 'in the text on main',
      href: `${home}?errors=1`,
      warns: true,
    },
    {
      label: 'Deprecated',
      value: statistics.pendingDeprecations,
      note: 'not archived yet',
      href: `${home}?status=deprecated`,
      warns: true,
    },
  ]
  return (
    <dl className={classes.figures}>
      {figures.map((figure) => (
        <Cell key={figure.label} {...figure} />
      ))}
    </dl>
  )
}

function Cell({ label, value, note, href, warns }: Figure): ReactNode {
  return (
    <div className={classes.figure}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value} data-warns={(warns && value > 0) || undefined}>
        {value > 0 ? <Link href={href}>{value.toLocaleString('en-GB')}</Link> : '0'}
      </dd>
      <dd className={classes.note}>{note}</dd>
    </div>
  )
}
