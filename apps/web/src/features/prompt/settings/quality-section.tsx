import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react'
import type { Metadata } from './metadata-query.ts'
import classes from './settings-page.module.css'

/** How well the prompt is kept: each thing a good prompt has, and how to mend what it lacks. */
export function QualitySection({ quality }: { quality: Metadata['quality'] }) {
  const good = quality.checks.filter(({ ok }) => ok).length
  return (
    <section className={classes.section} aria-label="Quality">
      <h2 className={classes.heading}>
        Quality{' '}
        <span className={classes.score}>
          {good} of {quality.checks.length}
        </span>
      </h2>
      <ul className={classes.checks}>
        {quality.checks
          .toSorted((a, b) => Number(a.ok) - Number(b.ok))
          .map(({ name, ok, message }) => (
            <li key={name} data-ok={ok || undefined}>
              {ok ? (
                <IconCircleCheck size={16} stroke={1.75} role="img" aria-label="Good" />
              ) : (
                <IconCircleMinus size={16} stroke={1.75} role="img" aria-label="To mend" />
              )}
              <span>{message}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}
