'use client'

import { VisuallyHidden } from '@mantine/core'
import { useWaitingReviews } from '../hooks/use-waiting-reviews.ts'
import classes from './waiting-count.module.css'

/** How many change requests wait for the person who looks; nothing where none does. */
export function WaitingCount({ small }: { small: boolean }) {
  const count = useWaitingReviews()
  if (count === 0) return null
  return (
    <span className={classes.count} data-small={small || undefined}>
      {count > 99 ? '99+' : count}
      <VisuallyHidden> waiting for your review</VisuallyHidden>
    </span>
  )
}
