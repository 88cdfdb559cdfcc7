import { IconExternalLink } from '@tabler/icons-react'
import classes from '../branches/branch-forms.module.css'
import { usePromptShell } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import type { MainHead } from './life-query.ts'

/** Which text an approval is about, and where it can be read. */
export function ApprovedText({ head }: { head: MainHead }) {
  const { home } = usePromptShell()
  return (
    <p className={classes.text}>
      You approve <strong>{refOf(head)}</strong>, the newest version of main.{' '}
      <a href={`${home}/commits/${refOf(head)}`} target="_blank" rel="noreferrer">
        Read it
        <IconExternalLink size={12} aria-label="in a new tab" style={{ marginLeft: 3 }} />
      </a>
    </p>
  )
}
