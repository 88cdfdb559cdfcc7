'use client'

import { Button, Tooltip } from '@mantine/core'
import { IconMessageCircle } from '@tabler/icons-react'
import { useRef } from 'react'
import { counted } from '../../../lib/counted.ts'
import type { Thread } from '../conversation/threads.ts'

/** How many remarks on lines nobody has settled yet; each click shows the next. */
export function UnresolvedButton({ threads }: { threads: readonly Thread[] }) {
  const at = useRef(-1)
  if (threads.length === 0) return null
  const show = () => {
    at.current = (at.current + 1) % threads.length
    const thread = document.querySelector<HTMLElement>(
      `[data-thread="${CSS.escape(threads[at.current]?.root.id ?? '')}"]`,
    )
    thread?.scrollIntoView({ block: 'center' })
    thread?.focus({ preventScroll: true })
  }
  return (
    <Tooltip label="Show the next one">
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconMessageCircle size={15} aria-hidden />}
        onClick={show}
      >
        {counted(threads.length, 'open thread')}
      </Button>
    </Tooltip>
  )
}
