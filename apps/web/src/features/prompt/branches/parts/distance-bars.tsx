import { Tooltip } from '@mantine/core'
import { barLengths, distanceText } from '../branch-words.ts'
import classes from './distance-bars.module.css'

interface DistanceBarsProps {
  ahead: number
  behind: number
  target: string
  /** The largest count in the list, which fills a bar. */
  longest: number
}

/** How far a branch is from its target: commits it lacks to the left of the line, commits it has more to the right. */
export function DistanceBars({ ahead, behind, target, longest }: DistanceBarsProps) {
  const bars = barLengths({ ahead, behind }, longest)
  const text = distanceText(ahead, behind, target)
  return (
    <Tooltip label={text}>
      <span className={classes.distance} role="img" aria-label={text}>
        <span className={classes.side} data-side="behind">
          <span className={classes.count}>{behind.toLocaleString('en-GB')}</span>
          <span className={classes.bar} style={{ width: `${bars.behind}%` }} />
        </span>
        <span className={classes.side} data-side="ahead">
          <span className={classes.count}>{ahead.toLocaleString('en-GB')}</span>
          <span className={classes.bar} style={{ width: `${bars.ahead}%` }} />
        </span>
      </span>
    </Tooltip>
  )
}
