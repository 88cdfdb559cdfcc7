'use client'

import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconPlugConnectedX } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { LiveDocument } from '../hooks/use-live-document.ts'
import { closedText } from './closed-text.ts'
import { NoticeBar } from './notice-bar.tsx'

interface ClosedNoticeProps {
  live: LiveDocument
  closed: { code: number; reason: string }
}

/** Why the text is no longer live, what became of what was written, and what can be done. */
export function ClosedNotice({ live, closed }: ClosedNoticeProps) {
  const clipboard = useClipboard({ timeout: 2_000 })
  const pathname = usePathname()
  const { save, kept } = live.state
  const { title, text, next } = closedText(closed.code, save.unsaved + kept)
  return (
    <NoticeBar
      icon={IconPlugConnectedX}
      tone="warn"
      actions={
        <>
          <Button size="xs" onClick={() => clipboard.copy(live.session.text.toString())}>
            {clipboard.copied ? 'Copied' : 'Copy the text'}
          </Button>
          {next === 'sign-in' && (
            <Button size="xs" component={Link} href={`/sign-in?next=${encodeURIComponent(pathname)}`}>
              Sign in
            </Button>
          )}
          {next === 'reopen' && (
            <Button size="xs" onClick={live.reopen}>
              Show the server’s text
            </Button>
          )}
          {next === 'reconnect' && (
            <Button size="xs" onClick={live.session.reconnect}>
              Connect again
            </Button>
          )}
        </>
      }
    >
      <strong>{title}</strong> {text}
    </NoticeBar>
  )
}
