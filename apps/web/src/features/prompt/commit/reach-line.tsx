'use client'

import { IconSitemap } from '@tabler/icons-react'
import { counted } from '../../../lib/counted.ts'
import { useImpact } from '../../dependencies/index.ts'
import { usePrompt } from '../prompt-context.tsx'
import classes from './commit-panel.module.css'

/** How many prompts take the new text in, where others include this one. */
export function ReachLine() {
  const { prompt, branch, home } = usePrompt()
  const { impact } = useImpact(prompt.key)
  if (!impact || impact.prompts.length === 0) return null
  const reached = `${impact.truncated ? 'more than ' : ''}${counted(impact.prompts.length, 'prompt')}`
  return (
    <p className={classes.reach}>
      <IconSitemap size={16} stroke={1.75} aria-hidden />
      <span>
        {branch.type === 'MAIN' ? 'Reaches' : 'Once on main, it reaches'}{' '}
        <a href={`${home}/usage`} target="_blank" rel="noreferrer">
          {reached}
        </a>{' '}
        {impact.prompts.length === 1 ? 'that includes it.' : 'that include it.'}
      </span>
    </p>
  )
}
