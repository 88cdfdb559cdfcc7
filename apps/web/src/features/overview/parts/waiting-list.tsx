import Link from 'next/link'
import { counted } from '../../../lib/counted.ts'
import { RelativeTime } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import type { Waiting } from '../hooks/use-overview.ts'
import pageClasses from '../overview-page.module.css'
import classes from './waiting-list.module.css'

interface WaitingListProps {
  title: string
  waiting: Waiting
  /** Query of the list that shows all of them. */
  query: string
  /** What it means that there are none. */
  none: string
  /** Says how many errors each has instead of when it was changed. */
  errors?: boolean
}

/** The first few prompts that wait for somebody, the longest first. */
export function WaitingList({ title, waiting, query, none, errors }: WaitingListProps) {
  const { slug } = useLibrary()
  const { totalCount, edges } = waiting
  return (
    <section className={pageClasses.section} aria-label={title}>
      <h2 className={pageClasses.heading}>{title}</h2>
      {edges.length === 0 && <p className={classes.none}>{none}</p>}
      <ul className={classes.list}>
        {edges.map(({ node }) => (
          <li key={node.id} className={classes.row}>
            <Link className={classes.name} href={`/l/${slug}/p/${node.key}`} title={node.key}>
              {node.name}
            </Link>
            <span className={classes.fact}>
              {errors ? counted(node.errorCount, 'error') : <RelativeTime at={node.modifiedAt} />}
            </span>
          </li>
        ))}
      </ul>
      {totalCount > edges.length && (
        <Link className={classes.all} href={`/l/${slug}${query}`}>
          All {totalCount.toLocaleString('en-GB')}
        </Link>
      )}
    </section>
  )
}
