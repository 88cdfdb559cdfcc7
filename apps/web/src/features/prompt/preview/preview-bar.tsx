import { ActionIcon, Menu, SegmentedControl, Tooltip } from '@mantine/core'
import { IconCopy, IconTypography } from '@tabler/icons-react'
import { copyAloud } from '../parts/copy-aloud.ts'
import { type MessageTokens, tokensText } from '../tokens/tokens-text.ts'
import classes from './preview.module.css'
import { asJson, asText } from './preview-copy.ts'
import type { PreviewLook } from './preview-panel.tsx'
import type { PreviewMessage } from './preview-view.ts'

interface PreviewBarProps {
  look: PreviewLook
  onLook: (look: PreviewLook) => void
  messages: readonly PreviewMessage[]
  /** `null` until they are counted. */
  tokens: MessageTokens | null
  /** Tokens above which the library calls a prompt too long; `null`: not known. */
  limit: number | null
}

/** How it is filled in, how long it came out, and ways to take it along. */
export function PreviewBar({ look, onLook, messages, tokens, limit }: PreviewBarProps) {
  const over = limit !== null && tokens !== null && tokens.total > limit
  return (
    <div className={classes.bar}>
      <Tooltip label="Strict refuses what a caller forgot; lenient leaves it empty">
        <SegmentedControl
          size="xs"
          aria-label="How missing values are taken"
          value={look.mode}
          onChange={(mode) => onLook({ ...look, mode: mode as PreviewLook['mode'] })}
          data={[
            { value: 'strict', label: 'Strict' },
            { value: 'lenient', label: 'Lenient' },
          ]}
        />
      </Tooltip>
      <span className={classes.tokens} data-over={over || undefined} data-testid="preview-tokens">
        {tokens && messages.length > 0 && tokensText(tokens, limit)}
      </span>
      <ActionIcon
        aria-label="Monospaced"
        aria-pressed={look.font === 'mono'}
        title="Monospaced"
        onClick={() => onLook({ ...look, font: look.font === 'mono' ? 'reading' : 'mono' })}
      >
        <IconTypography size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <Menu withinPortal>
        <Menu.Target>
          <ActionIcon aria-label="Copy the messages" disabled={messages.length === 0}>
            <IconCopy size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void copyAloud(asText(messages), 'The text')}>Copy as text</Menu.Item>
          <Menu.Item onClick={() => void copyAloud(asJson(messages), 'The list of messages')}>
            Copy as JSON messages
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
