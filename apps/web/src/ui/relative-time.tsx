'use client'

import { Tooltip } from '@mantine/core'
import { exactTime, relativeTime } from '../lib/relative-time.ts'
import { useNow } from './use-now.ts'

/** A time as people say it ("3 min ago"), kept current; the exact one on hover. */
export function RelativeTime({ at, prefix }: { at: string; prefix?: string }) {
  const now = useNow()
  const date = new Date(at)
  return (
    <Tooltip label={exactTime(date)}>
      <time dateTime={at} suppressHydrationWarning>
        {prefix ? `${prefix} ` : ''}
        {relativeTime(date, now)}
      </time>
    </Tooltip>
  )
}
