'use client'

import { Button } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useViewer } from '../../shell/index.ts'
import { compareAddress } from '../branches/branch-address.ts'
import { useBranchMoves, usePrompt } from '../prompt-context.tsx'
import { type Arrival, arrivalOf } from './arrived-text.ts'
import { NoticeBar } from './notice-bar.tsx'

/** Somebody's merge or rollback came into the text while it was open: says what, and where to see it. */
export function ArrivalNotice() {
  const { branch, home } = usePrompt()
  const viewer = useViewer().id
  const [arrival, setArrival] = useState<Arrival | null>(null)
  // The head as it was before the event: the cache takes the new one in as soon as the event arrives.
  const head = useRef(branch.head)
  useBranchMoves((move) => {
    if (!move) return
    const arrived = arrivalOf(move, { branchId: branch.id, head: head.current, viewer })
    if (arrived) setArrival(arrived)
    if (move.branch.id === branch.id) head.current = move.branch.head
  })
  useEffect(() => {
    head.current = branch.head
  }, [branch.head])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what arrived on one branch says nothing on the next
  useEffect(() => setArrival(null), [branch.id])
  if (!arrival) return null
  return (
    <NoticeBar
      icon={IconGitMerge}
      tone="info"
      onDismiss={() => setArrival(null)}
      actions={
        arrival.before && (
          <Button
            size="xs"
            component="a"
            target="_blank"
            href={compareAddress(home, arrival.before, arrival.ref)}
          >
            See what changed
          </Button>
        )
      }
    >
      {arrival.text}
    </NoticeBar>
  )
}
