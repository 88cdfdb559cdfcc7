'use client'

import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { counted } from '../../../lib/counted.ts'
import { Composer } from '../parts/composer.tsx'
import { useMayChange } from '../view/change-context.tsx'
import { CommentCard } from './comment-card.tsx'
import classes from './thread.module.css'
import type { Thread } from './threads.ts'
import { useComments } from './use-comments.ts'

/** A remark, the answers to it, and the ways to answer and to settle it. A settled one is folded. */
export function ThreadCard({ thread, onLine = false }: { thread: Thread; onLine?: boolean }) {
  const { root, replies } = thread
  const settled = root.resolvedAt !== null
  const [unfolded, setUnfolded] = useState(false)
  const shown = !settled || unfolded
  return (
    <section
      className={classes.thread}
      data-settled={settled || undefined}
      aria-label={`Thread begun by ${root.author.name}`}
      data-thread={root.id}
      tabIndex={-1}
    >
      {settled && (
        <UnstyledButton
          className={classes.fold}
          aria-expanded={shown}
          onClick={() => setUnfolded((now) => !now)}
        >
          {shown ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
          <IconCircleCheck size={14} className={classes.ok} aria-hidden />
          <span>
            Resolved{root.resolvedBy && ` by ${root.resolvedBy.name}`} ·{' '}
            {counted(replies.length + 1, 'comment')}
          </span>
        </UnstyledButton>
      )}
      {shown && (
        <>
          {!onLine && root.anchor && <Excerpt thread={thread} />}
          <div className={classes.comments}>
            {[root, ...replies].map((comment) => (
              <CommentCard key={comment.id} comment={comment} />
            ))}
          </div>
          <Answer thread={thread} />
        </>
      )}
    </section>
  )
}

function Excerpt({ thread: { root } }: { thread: Thread }) {
  const { anchor } = root
  if (!anchor) return null
  return (
    <div className={classes.excerpt}>
      <div className={classes.where}>
        Line {anchor.currentLine ?? anchor.line}
        {anchor.side === 'BASE' && ' before the change'}
        {root.outdated && <span className={classes.outdated}>outdated: the line changed since</span>}
      </div>
      <code className={classes.line} data-side={anchor.side}>
        {anchor.excerpt === '' ? ' ' : anchor.excerpt}
      </code>
    </div>
  )
}

function Answer({ thread: { root } }: { thread: Thread }) {
  const { say, settle } = useComments()
  const mayComment = useMayChange('comment')
  const [answering, setAnswering] = useState(false)
  if (!mayComment) return null
  const settled = root.resolvedAt !== null
  const settleButton = (
    <Button size="xs" onClick={() => void settle(root, !settled)}>
      {settled ? 'Open again' : 'Resolve'}
    </Button>
  )
  if (!answering)
    return (
      <div className={classes.answer}>
        <Button size="xs" onClick={() => setAnswering(true)}>
          Reply
        </Button>
        {settleButton}
      </div>
    )
  return (
    <div className={classes.answering}>
      <Composer
        label="Reply"
        placeholder="Answer…"
        submit="Reply"
        draft={`reply-${root.id}`}
        autoFocus
        minRows={2}
        onCancel={() => setAnswering(false)}
        onSubmit={async (text) => {
          const refused = await say(text, { replyToId: root.id })
          if (refused === null) setAnswering(false)
          return refused
        }}
      />
    </div>
  )
}
