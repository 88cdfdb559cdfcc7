import { Skeleton } from '@mantine/core'
import classes from './skeleton-rows.module.css'

const WIDTHS = ['38%', '52%', '31%', '46%', '58%', '35%', '49%', '42%']

/** Rows that have the height of those to come. Screen readers hear "Loading" once. */
export function SkeletonRows({
  rows = 8,
  height = 44,
  label = 'Loading',
}: {
  rows?: number
  height?: number
  label?: string
}) {
  return (
    <div className={classes.rows} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={at} className={classes.row} style={{ height }}>
          <Skeleton height={12} width={WIDTHS[at % WIDTHS.length]} />
          <Skeleton height={12} width={64} ml="auto" />
        </div>
      ))}
    </div>
  )
}
