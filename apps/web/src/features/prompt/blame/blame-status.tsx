import { UnstyledButton } from '@mantine/core'
import { IconUserSearch } from '@tabler/icons-react'
import Link from 'next/link'
import { UNCOMMITTED } from '../../../editor/index.ts'
import { RelativeTime } from '../../../ui/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import lines from '../write/status-line.module.css'
import type { BlamedCommit } from './blame-query.ts'
import classes from './blame-status.module.css'
import { authorsText } from './blame-view.ts'
import type { BlameAnswer } from './use-blame.ts'

interface BlameStatusProps {
  on: boolean
  answer: BlameAnswer
  /** The commit of the line with the cursor. */
  commit: BlamedCommit | null
  /** Who answers for that line, as the editor says. */
  line: number | null
  onToggle: () => void
}

/** In the status line: switches the names beside the lines on and off, and says in words whose the cursor's line is. */
export function BlameStatus({ on, answer, commit, line, onToggle }: BlameStatusProps) {
  return (
    <>
      <UnstyledButton
        className={`${lines.item} ${classes.toggle}`}
        aria-pressed={on}
        title="Who wrote each line"
        onClick={onToggle}
      >
        <IconUserSearch size={14} aria-hidden />
        Blame
      </UnstyledButton>
      {on && <OfLine answer={answer} commit={commit} line={line} />}
    </>
  )
}

function OfLine({ answer, commit, line }: Omit<BlameStatusProps, 'on' | 'onToggle'>) {
  const { href } = usePromptShell()
  if (answer.state === 'loading') return <span className={lines.item}>Asking who wrote it</span>
  if (answer.state === 'failed') {
    return (
      <UnstyledButton className={lines.item} data-tone="bad" title={answer.message} onClick={answer.retry}>
        Who wrote it is not known: try again
      </UnstyledButton>
    )
  }
  if (commit) {
    return (
      <span className={`${lines.item} ${classes.line}`} data-wide data-testid="blame-line">
        <span className={classes.name}>{authorsText(commit.authors)}</span>
        <Link href={href(`/commits/${refOf(commit)}`)}>{refOf(commit)}</Link>
        <RelativeTime at={commit.createdAt} />
      </span>
    )
  }
  return line === UNCOMMITTED ? (
    <span className={lines.item} data-wide data-testid="blame-line">
      Line not committed
    </span>
  ) : null
}
