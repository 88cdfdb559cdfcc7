'use client'

import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { Page } from '../../../ui/index.ts'
import { DependencyMap, mapOf, useIncludes } from '../../dependencies/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { ImpactSection } from './impact-section.tsx'
import { IncludedBySection } from './included-by-section.tsx'
import { IncludesSection } from './includes-section.tsx'
import classes from './usage-page.module.css'

/** Steps around the prompt that the map shows. */
const DEPTH = 3

/** Who includes the prompt, what it includes, and what a change of it reaches. */
export function UsagePage() {
  const { prompt } = usePromptShell()
  const { answer } = useIncludes({ promptId: prompt.id, depth: DEPTH })
  const includes = answer.state === 'ready' ? answer.includes : null
  const map = useMemo(() => mapOf(includes ?? []), [includes])
  // The lists say the same; a small screen has no room for a picture among them.
  const roomy = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false })
  // Whatever changes includes comes by events, and gives another answer here.
  return (
    <Page>
      <ImpactSection key={prompt.key} version={includes} />
      {roomy && map.links.length > 0 && (
        <section className={classes.map} aria-label="Around this prompt">
          <DependencyMap map={map} home={prompt.key} embedded />
        </section>
      )}
      <IncludedBySection version={includes} />
      <IncludesSection version={includes} />
    </Page>
  )
}
