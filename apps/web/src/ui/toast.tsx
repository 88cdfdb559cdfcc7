'use client'

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import classes from './toast.module.css'

interface Toast {
  /** One sentence: what has happened. */
  message: string
  /** Takes it back. */
  undo?: () => void
  /** Something else to do about it. */
  action?: { label: string; run: () => void }
  tone?: 'plain' | 'bad'
}

/** Tells in passing that something happened, with a way back where there is one. Never the only place for an error. */
export function showToast({ message, undo, action, tone = 'plain' }: Toast): void {
  const offered = undo ? { label: 'Undo', run: undo } : action
  const id = notifications.show({
    autoClose: offered ? 8000 : 4000,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': 'Dismiss' },
    className: classes.toast,
    'data-tone': tone,
    message: (
      <span className={classes.line}>
        <span>{message}</span>
        {offered && (
          <Button
            size="xs"
            variant="subtle"
            className={classes.action}
            onClick={() => {
              notifications.hide(id)
              offered.run()
            }}
          >
            {offered.label}
          </Button>
        )}
      </span>
    ),
  } as Parameters<typeof notifications.show>[0])
}
