'use client'

import { IconMessage } from '@tabler/icons-react'
import { useMemo } from 'react'
import { EmptyState } from '../../../ui/index.ts'
import { type RenderedMessage, renderedMessages } from './rendered.ts'
import classes from './rendered-view.module.css'

const STATE_WORDS = { added: 'new', removed: 'removed', changed: 'changed', same: '' } as const

/** Both texts as one conversation: the messages a model would get, words that came and went marked. */
export function RenderedView({ before, after }: { before: string; after: string }) {
  const messages = useMemo(() => renderedMessages(before, after), [before, after])
  if (messages.length === 0)
    return (
      <EmptyState inline icon={IconMessage} title="No messages">
        Neither text has a message.
      </EmptyState>
    )
  return (
    <ol className={classes.messages} aria-label="Messages with what changed in them">
      {messages.map((message, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the messages of one difference never change places
        <Message key={at} message={message} />
      ))}
    </ol>
  )
}

function Message({ message }: { message: RenderedMessage }) {
  return (
    <li className={classes.message} data-role={message.role} data-state={message.state}>
      <div className={classes.role}>
        {message.role}
        {message.state !== 'same' && <span className={classes.state}>{STATE_WORDS[message.state]}</span>}
      </div>
      <div className={classes.text}>
        {message.parts.map(({ kind, text }, at) => {
          if (kind === 'removed' && message.state === 'changed')
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one message never change places
            return <del key={at}>{text}</del>
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          if (kind === 'added' && message.state === 'changed') return <ins key={at}>{text}</ins>
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          return <span key={at}>{text}</span>
        })}
      </div>
    </li>
  )
}
