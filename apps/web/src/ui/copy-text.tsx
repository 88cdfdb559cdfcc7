'use client'

import { Tooltip, UnstyledButton } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import classes from './copy-text.module.css'

/** A short text (a key, a hash) that copies itself when clicked. */
export function CopyText({ text, shown = text, what }: { text: string; shown?: string; what: string }) {
  const clipboard = useClipboard({ timeout: 1500 })
  return (
    <Tooltip label={clipboard.copied ? 'Copied' : `Copy the ${what}`}>
      <UnstyledButton
        className={classes.text}
        onClick={() => clipboard.copy(text)}
        aria-label={`Copy the ${what} ${shown}`}
      >
        {shown}
      </UnstyledButton>
    </Tooltip>
  )
}
