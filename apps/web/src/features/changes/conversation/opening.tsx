'use client'

import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useMutation } from 'urql'
import { failureOf } from '../../../graphql/index.ts'
import { Avatar, Markdown, RelativeTime } from '../../../ui/index.ts'
import { Composer } from '../parts/composer.tsx'
import { useChange, useMayChange } from '../view/change-context.tsx'
import { ChangeEditMutation } from '../view/change-query.ts'
import classes from './conversation.module.css'

/** Why the change is asked for. */
export function Opening() {
  const { change } = useChange()
  const mayEdit = useMayChange('edit')
  const [editing, setEditing] = useState(false)
  const [, edit] = useMutation(ChangeEditMutation)
  const save = async (description: string) => {
    const failed = failureOf(await edit({ input: { id: change.id, description } }))
    if (!failed) setEditing(false)
    return failed ? (failed.fields.description ?? failed.message) : null
  }
  return (
    <li className={classes.item}>
      <span className={classes.face}>
        <Avatar person={change.author} size={24} plain />
      </span>
      <div className={classes.card}>
        <div className={classes.cardHead}>
          <strong>{change.author.name}</strong> <RelativeTime at={change.createdAt} prefix="opened this" />
          {mayEdit && !editing && (
            <ActionIcon
              size={22}
              ml="auto"
              aria-label="Edit the description"
              onClick={() => setEditing(true)}
            >
              <IconPencil size={14} />
            </ActionIcon>
          )}
        </div>
        <div className={classes.cardBody}>
          {editing ? (
            <Composer
              label="Description"
              placeholder="What changes, and why"
              submit="Save"
              draft={`description-${change.id}`}
              initial={change.description}
              mayBeEmpty
              autoFocus
              minRows={6}
              onCancel={() => setEditing(false)}
              onSubmit={save}
            />
          ) : change.description.trim() === '' ? (
            <p className={classes.none}>No description.</p>
          ) : (
            <Markdown text={change.description} />
          )}
        </div>
      </div>
    </li>
  )
}
