'use client'

import { IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useCan, useViewer } from '../../shell/index.ts'
import { changePhrase, turnOf } from '../life/life-words.ts'
import { useLife } from '../life/use-life.ts'
import { type StatusTurn, useStatusTurn } from '../life/use-status-turn.ts'
import { usePrompt } from '../prompt-context.tsx'
import { NoticeBar } from './notice-bar.tsx'

/** Main could only be read and now takes edits again: says who saw to that, and why. */
export function ReopenedNotice() {
  const { branch } = usePrompt()
  const mayEdit = useCan('prompt.edit')
  const viewer = useViewer().id
  const turn = useStatusTurn()
  const { last } = useLife()
  const [dismissed, setDismissed] = useState<StatusTurn | null>(null)
  const opened = turn !== null && turnOf(turn.from, turn.to) === 'opened'
  // Who moved it knows; the others wonder why their editor takes edits again.
  if (!opened || !mayEdit || branch.type !== 'MAIN' || turn === dismissed || !last) return null
  if (last.by.user?.id === viewer) return null
  return (
    <NoticeBar icon={IconLockOpen} tone="info" onDismiss={() => setDismissed(turn)}>
      {changePhrase(last)}: you can write in main again.{last.reason !== null && ` “${last.reason}”`}
    </NoticeBar>
  )
}
