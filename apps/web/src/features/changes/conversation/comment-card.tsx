'use client'

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { Avatar, exactTime, Markdown, RelativeTime } from '../../../ui/index.ts'
import { useViewer } from '../../shell/index.ts'
import { Composer } from '../parts/composer.tsx'
import { useMayChange } from '../view/change-context.tsx'
import type { ChangeComment } from '../view/change-query.ts'
import classes from './thread.module.css'
import { useComments } from './use-comments.ts'

/** What somebody said; they can say it differently. */
export function CommentCard({ comment }: { comment: ChangeComment }) {
  const viewer = useViewer()
  const mayComment = useMayChange('comment')
  const { reword } = useComments()
  const [editing, setEditing] = useState(false)
  const own = comment.author.user?.id === viewer.id
  return (
    <article className={classes.comment} aria-label={`${comment.author.name} said`}>
      <Avatar person={comment.author} size={24} plain />
      <div className={classes.said}>
        <header className={classes.who}>
          <strong>{comment.author.name}</strong>
          <RelativeTime at={comment.createdAt} />
          {comment.editedAt && (
            <Tooltip label={exactTime(new Date(comment.editedAt))}>
              <span>edited</span>
            </Tooltip>
          )}
          {own && mayComment && !editing && (
            <ActionIcon
              size={22}
              className={classes.edit}
              aria-label="Edit this comment"
              onClick={() => setEditing(true)}
            >
              <IconPencil size={14} />
            </ActionIcon>
          )}
        </header>
        {editing ? (
          <Composer
            label="Edit the comment"
            placeholder=""
            submit="Save"
            draft={`comment-${comment.id}`}
            initial={comment.body}
            autoFocus
            onCancel={() => setEditing(false)}
            onSubmit={async (text) => {
              const refused = await reword(comment, text)
              if (refused === null) setEditing(false)
              return refused
            }}
          />
        ) : (
          <Markdown text={comment.body} />
        )}
      </div>
    </article>
  )
}
