import { Button } from '@mantine/core'
import {
  IconCode,
  IconMessageCircle,
  IconSettings,
  IconSparkles,
  IconTool,
  type TablerIcon,
} from '@tabler/icons-react'
import { useState } from 'react'
import classes from './preview.module.css'
import type { PreviewLook } from './preview-panel.tsx'
import type { PreviewMessage } from './preview-view.ts'

interface MessageListProps {
  messages: readonly PreviewMessage[]
  /** Tokens of each, where they are known. */
  tokens?: readonly number[]
  font: PreviewLook['font']
}

/** Shown at once, so that a thousand turns do not slow the page. */
const FIRST = 50
/** A message longer than this begins folded. */
const LONG = 3_000

/** The messages as a conversation. All of it is text: never HTML, with its blanks and lines as they are. */
export function MessageList({ messages, tokens, font }: MessageListProps) {
  const [shown, setShown] = useState(FIRST)
  if (messages.length === 0) {
    return (
      <p className={classes.empty}>
        Nothing comes out yet. Write what the model should do, and it is shown here.
      </p>
    )
  }
  return (
    <>
      <ol className={classes.messages} data-font={font} aria-label="Messages">
        {messages.slice(0, shown).map((message, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages are told apart by their place alone
          <MessageItem key={at} message={message} tokens={tokens?.[at]} />
        ))}
      </ol>
      {messages.length > shown && (
        <Button
          size="xs"
          variant="subtle"
          className={classes.showMore}
          onClick={() => setShown(shown + FIRST)}
        >
          Show more of {messages.length} messages
        </Button>
      )}
    </>
  )
}

const ROLES: Record<PreviewMessage['role'], TablerIcon> = {
  system: IconSettings,
  developer: IconCode,
  user: IconMessageCircle,
  assistant: IconSparkles,
  tool: IconTool,
}

function MessageItem({ message, tokens }: { message: PreviewMessage; tokens: number | undefined }) {
  const { role, pieces, content } = message
  const [open, setOpen] = useState(false)
  const Icon = ROLES[role]
  const isLong = content.length > LONG
  return (
    <li className={classes.message} data-role={role}>
      <div className={classes.role}>
        <Icon size={14} stroke={1.75} aria-hidden />
        <span>{role}</span>
        {tokens !== undefined && <span className={classes.count}>{tokens.toLocaleString('en')}</span>}
      </div>
      <div className={classes.said} data-folded={(isLong && !open) || undefined}>
        {pieces.map(({ text, missing }, at) =>
          missing ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces are told apart by their place alone
            <mark key={at} className={classes.missing} title={`${text} has no value`}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </div>
      {isLong && (
        <Button size="xs" variant="subtle" className={classes.unfold} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : `Show all ${content.length.toLocaleString('en')} characters`}
        </Button>
      )}
    </li>
  )
}
