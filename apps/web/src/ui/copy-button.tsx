'use client'

import { ActionIcon, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'

/** Copies a text; says so in place. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const clipboard = useClipboard({ timeout: 1500 })
  return (
    <Tooltip label={clipboard.copied ? 'Copied' : label} openDelay={clipboard.copied ? 0 : 350}>
      <ActionIcon
        aria-label={clipboard.copied ? 'Copied' : label}
        onClick={() => clipboard.copy(text)}
        size={24}
      >
        {clipboard.copied ? <IconCheck size={14} color="var(--ok)" /> : <IconCopy size={14} />}
      </ActionIcon>
    </Tooltip>
  )
}
