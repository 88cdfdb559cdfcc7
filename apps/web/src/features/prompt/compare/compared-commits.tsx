import Link from 'next/link'
import { AvatarStack, RelativeTime } from '../../../ui/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import type { ComparedCommit } from './compare-query.ts'
import classes from './compared-commits.module.css'

interface ComparedCommitsProps {
  base: ComparedCommit
  head: ComparedCommit
}

/** Which commits stand on the two sides: a branch says little about when and by whom. */
export function ComparedCommits({ base, head }: ComparedCommitsProps) {
  return (
    <div className={classes.sides}>
      <Side commit={base} />
      <Side commit={head} />
    </div>
  )
}

function Side({ commit }: { commit: ComparedCommit }) {
  const { href } = usePromptShell()
  return (
    <span className={classes.side}>
      <AvatarStack people={commit.authors} size={16} max={3} />
      <Link className={classes.ref} href={href(`/commits/${refOf(commit)}`)}>
        {refOf(commit)}
      </Link>
      <span className={classes.message} title={commit.message}>
        {commit.message}
      </span>
      <span className={classes.time}>
        <RelativeTime at={commit.createdAt} />
      </span>
    </span>
  )
}
