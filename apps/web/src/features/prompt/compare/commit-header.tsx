import { Button } from '@mantine/core'
import { IconGitCompare } from '@tabler/icons-react'
import Link from 'next/link'
import { Avatar, CopyText, RelativeTime, StateBadge } from '../../../ui/index.ts'
import { branchQuery, compareAddress } from '../branches/branch-address.ts'
import { CommitLabels } from '../history/commit-labels.tsx'
import { useBranchHeads } from '../history/use-branch-heads.ts'
import { CommitMenu } from '../operations/commit-menu.tsx'
import { LineCounts } from '../parts/line-counts.tsx'
import { usePrompt } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import classes from './commit-page.module.css'
import type { ShownCommit } from './commit-query.ts'
import { splitMessage } from './commit-view.ts'

/** What a commit is: its message, who wrote and who committed it, its names, where it came from, and what can be done with it. */
export function CommitHeader({ commit }: { commit: ShownCommit }) {
  const { home, branchName } = usePrompt()
  const ref = refOf(commit)
  const { title, rest } = splitMessage(commit.message)
  const parent = commit.parents[0]
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <h2 className={classes.title}>
          <span className={classes.ref}>{ref}</span> {title}
        </h2>
        <div className={classes.actions}>
          {parent && (
            <Button
              component={Link}
              href={compareAddress(home, refOf(parent), ref) + branchQuery(branchName)}
              leftSection={<IconGitCompare size={16} aria-hidden />}
            >
              Compare
            </Button>
          )}
          <CommitMenu commit={commit} onMain={commit.version !== null} labelled />
        </div>
      </div>
      {rest !== '' && <p className={classes.message}>{rest}</p>}
      <People commit={commit} />
      <Facts commit={commit} />
    </header>
  )
}

function People({ commit }: { commit: ShownCommit }) {
  const { committer, authors } = commit
  const alone = authors.length === 1 && authors[0]?.id === committer.id
  return (
    <div className={classes.facts}>
      <span className={classes.authors}>
        {authors.map((author) => (
          <span key={author.id} className={classes.author}>
            <Avatar person={author} size={20} plain />
            <span>{author.name}</span>
          </span>
        ))}
      </span>
      <span>
        {alone ? 'committed' : `committed by ${committer.name}`} <RelativeTime at={commit.createdAt} />
      </span>
    </div>
  )
}

function Facts({ commit }: { commit: ShownCommit }) {
  const { home, href } = usePrompt()
  const heads = useBranchHeads()
  const branches = heads.namesOf.get(commit.hash) ?? []
  return (
    <div className={classes.facts}>
      <StateBadge kind="changeType" value={commit.changeType} />
      <LineCounts added={commit.added} removed={commit.removed} />
      <CopyText text={commit.hash} shown={commit.shortHash} what="commit id" />
      {commit.parents.length > 0 && (
        <span className={classes.parents}>
          {commit.parents.length === 1 ? 'parent' : 'parents'}
          {commit.parents.map((parent) => (
            <Link key={parent.id} href={href(`/commits/${refOf(parent)}`)} title={parent.message}>
              {refOf(parent)}
            </Link>
          ))}
        </span>
      )}
      {commit.changeRequest && (
        <Link
          className={classes.request}
          href={`${home}/changes/${commit.changeRequest.number}`}
          title={commit.changeRequest.title}
        >
          #{commit.changeRequest.number} {commit.changeRequest.title}
        </Link>
      )}
      {(branches.length > 0 || commit.tags.length > 0) && (
        <span className={classes.labels}>
          <CommitLabels branches={branches} tags={commit.tags} />
        </span>
      )}
    </div>
  )
}
