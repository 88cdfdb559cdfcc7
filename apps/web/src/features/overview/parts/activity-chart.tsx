import { counted } from '../../../lib/counted.ts'
import { dayText } from '../../../lib/day-text.ts'
import { niceTop } from '../nice-top.ts'
import classes from './activity-chart.module.css'

/** Commits of each day as bars from zero; days are those of UTC. */
export function ActivityChart({ days }: { days: readonly { day: string; count: number }[] }) {
  const total = days.reduce((sum, { count }) => sum + count, 0)
  const busiest = days.reduce((most, one) => (one.count > most.count ? one : most), days[0]!)
  if (total === 0) return <p className={classes.none}>Nothing was committed in these days.</p>
  const top = niceTop(busiest.count)
  return (
    <figure className={classes.figure}>
      <div className={classes.plot}>
        <div className={classes.axis} aria-hidden>
          <span>{top}</span>
          <span>0</span>
        </div>
        <ol className={classes.bars} aria-label="Commits by day">
          {days.map(({ day, count }) => (
            <li key={day} className={classes.day} title={`${dayText(day)}: ${counted(count, 'commit')}`}>
              <span className={classes.bar} style={{ height: `${(count / top) * 100}%` }} />
              <span className={classes.unseen}>
                {dayText(day)}: {counted(count, 'commit')}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <figcaption className={classes.ends}>
        <span>{dayText(days[0]!.day)}</span>
        <span className={classes.most}>
          Most on {dayText(busiest.day)}: {counted(busiest.count, 'commit')}
        </span>
        <span>Today</span>
      </figcaption>
    </figure>
  )
}
