import { Skeleton } from '@mantine/core'
import classes from './changelog-section.module.css'

const TEXTS = ['62%', '48%', '71%', '55%']

/** A changelog before it is known. */
export function ChangelogSkeleton() {
  return (
    <div role="status" aria-label="Loading the changelog">
      {TEXTS.map((width) => (
        <div key={width} className={classes.section}>
          <div className={classes.head}>
            <Skeleton height={16} width={64} my={4} />
            <Skeleton height={12} width={104} my={4} />
          </div>
          <div className={classes.groups}>
            <Skeleton height={12} width={72} my={4} />
            <Skeleton height={12} width={width} mt={12} mb={10} />
            <Skeleton height={10} width={200} />
          </div>
        </div>
      ))}
    </div>
  )
}
