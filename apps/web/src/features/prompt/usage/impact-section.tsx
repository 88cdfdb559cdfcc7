'use client'

import { Skeleton } from '@mantine/core'
import Link from 'next/link'
import { transportFailure } from '../../../graphql/index.ts'
import { ErrorState, StateBadge } from '../../../ui/index.ts'
import { distanceWords, impactSentence, useImpact } from '../../dependencies/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import classes from './usage-page.module.css'

/** What a change of the prompt reaches: the sentence, and the prompts beyond those that include it themselves. */
export function ImpactSection({ version }: { version: unknown }) {
  const { slug } = useLibrary()
  const { prompt } = usePromptShell()
  const { impact, error, refresh } = useImpact(prompt.key, version)
  if (error) {
    const { message } = transportFailure(error)
    return (
      <ErrorState
        inline
        title="What a change reaches could not be loaded"
        message={message}
        retry={refresh}
      />
    )
  }
  if (!impact) return <Skeleton height={28} role="status" aria-label="Looking up what a change reaches" />
  const farther = impact.prompts.filter(({ distance }) => distance > 1)
  return (
    <section aria-label="Impact">
      <p className={classes.impact} data-testid="impact">
        {impactSentence(impact)}
      </p>
      {impact.prompts.length > 0 && (
        <p className={classes.note}>
          A prompt that pins a version keeps it, until somebody moves the pin; all others take the new text
          with its commit on main.
        </p>
      )}
      {farther.length > 0 && (
        <details className={classes.details}>
          <summary>{farther.length.toLocaleString('en-GB')} of them reached over others</summary>
          <ul className={classes.list} aria-label="Reached over others">
            {farther.map(({ distance, prompt: reached }) => (
              <li key={reached.id}>
                <Link href={`/l/${slug}/p/${reached.key}`}>{reached.name}</Link>
                <span className={classes.fact}>{distanceWords(distance)}</span>
                <StateBadge kind="status" value={reached.status} quiet />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
