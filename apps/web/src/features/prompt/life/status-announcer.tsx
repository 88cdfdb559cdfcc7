'use client'

import { VisuallyHidden } from '@mantine/core'
import { stateLook } from '../../../ui/index.ts'
import { changePhrase, turnOf } from './life-words.ts'
import { useFreshLife, useLife } from './use-life.ts'
import { useStatusTurn } from './use-status-turn.ts'

const MEANT = {
  locked: 'Main can only be read now.',
  opened: 'Main can be edited again.',
}

/** Says for screen readers that the prompt was moved, and what that means for writing. */
export function StatusAnnouncer() {
  useFreshLife()
  const turn = useStatusTurn()
  const { last } = useLife()
  const meant = turn && turnOf(turn.from, turn.to)
  const said = turn && (last ? changePhrase(last) : stateLook('status', turn.to).word)
  return (
    <VisuallyHidden role="status" aria-live="polite" data-testid="status-announcer">
      {said && `${said}. ${meant ? MEANT[meant] : ''}`}
    </VisuallyHidden>
  )
}
