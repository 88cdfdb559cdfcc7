import { counted } from '../../../lib/counted.ts'
import classes from './line-counts.module.css'

/** Lines added and removed, with words for those who do not see the signs. */
export function LineCounts({ added, removed }: { added: number; removed: number }) {
  return (
    <span
      className={classes.counts}
      role="img"
      aria-label={`${counted(added, 'line')} added, ${removed} removed`}
    >
      <span className={classes.added}>+{added.toLocaleString('en')}</span>
      <span className={classes.removed}>−{removed.toLocaleString('en')}</span>
    </span>
  )
}
