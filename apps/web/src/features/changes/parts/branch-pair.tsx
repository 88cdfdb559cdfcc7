import { IconArrowRight } from '@tabler/icons-react'
import classes from './branch-pair.module.css'

/** From which branch to which. */
export function BranchPair({ source, target }: { source: string; target: string }) {
  return (
    <span className={classes.pair}>
      <span className={classes.branch} title={source}>
        {source}
      </span>
      <IconArrowRight size={13} stroke={1.75} aria-label="into" />
      <span className={classes.branch} title={target}>
        {target}
      </span>
    </span>
  )
}
