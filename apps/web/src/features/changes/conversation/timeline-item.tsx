'use client'

import { IconGitCommit } from '@tabler/icons-react'
import Link from 'next/link'
import { Avatar, AvatarStack, Markdown, RelativeTime, stateLook } from '../../../ui/index.ts'
import { refOf } from '../../prompt/index.ts'
import { useChange } from '../view/change-context.tsx'
import type { ChangeCommit, ChangeReview } from '../view/change-query.ts'
import classes from './conversation.module.css'
import { ThreadCard } from './thread-card.tsx'
import type { TimelineEntry } from './timeline.ts'

/** One thing that happened. */
export function TimelineItem({ entry }: { entry: TimelineEntry }) {
  if (entry.kind === 'commits') return <Commits commits={entry.commits} />
  if (entry.kind === 'review') return <ReviewItem review={entry.review} />
  return (
    <li className={classes.item}>
      <span className={classes.face}>
        <Avatar person={entry.thread.root.author} size={24} plain />
      </span>
      <ThreadCard thread={entry.thread} />
    </li>
  )
}

function Commits({ commits }: { commits: readonly ChangeCommit[] }) {
  const { home } = useChange()
  return (
    <li className={classes.item} data-slim>
      <span className={classes.face}>
        <span className={classes.dot}>
          <IconGitCommit size={16} stroke={1.75} aria-label="Commits" />
        </span>
      </span>
      <ul className={classes.commits}>
        {commits.map((commit) => (
          <li key={commit.id} className={classes.commit}>
            <AvatarStack people={commit.authors} size={16} max={3} />
            <Link href={`${home}/commits/${commit.hash}`} className={classes.message} title={commit.message}>
              {commit.message.split('\n')[0]}
            </Link>
            <code>{refOf(commit)}</code>
            <RelativeTime at={commit.createdAt} />
          </li>
        ))}
      </ul>
    </li>
  )
}

const DID = { APPROVE: 'approved', REQUEST_CHANGES: 'asked for changes', COMMENT: 'reviewed' } as const

function ReviewItem({ review }: { review: ChangeReview }) {
  const { icon: Icon, tone, word } = stateLook('verdict', review.verdict)
  return (
    <li className={classes.item} data-slim={review.body.trim() === '' || undefined}>
      <span className={classes.face}>
        <span className={classes.dot} data-tone={tone}>
          <Icon size={16} stroke={1.75} aria-label={word} />
        </span>
      </span>
      <div className={review.body.trim() === '' ? undefined : classes.card}>
        <div className={review.body.trim() === '' ? classes.line : classes.cardHead}>
          <Avatar person={review.author} size={16} plain />
          <span>
            <strong>{review.author.name}</strong> {DID[review.verdict]} <code>{review.commit.shortHash}</code>{' '}
            <RelativeTime at={review.createdAt} />
          </span>
          {!review.current && review.verdict === 'APPROVE' && (
            <span className={classes.void}>void: there are newer commits</span>
          )}
        </div>
        {review.body.trim() !== '' && (
          <div className={classes.cardBody}>
            <Markdown text={review.body} />
          </div>
        )}
      </div>
    </li>
  )
}
