'use client'

import { Button } from '@mantine/core'
import { useMutation } from 'urql'
import { failureOf } from '../../../graphql/index.ts'
import { showToast } from '../../../ui/index.ts'
import { useChange, useMayChange } from '../view/change-context.tsx'
import { ChangeCloseMutation, ChangeReopenMutation } from '../view/change-query.ts'

/** Ends the change request without a merge; nothing is lost, so it is not asked twice but can be taken back. */
export function CloseButton() {
  const { change } = useChange()
  const mayClose = useMayChange('close')
  const [{ fetching }, close] = useMutation(ChangeCloseMutation)
  const [, reopen] = useMutation(ChangeReopenMutation)
  if (!mayClose) return null
  const run = async () => {
    const failed = failureOf(await close({ input: { id: change.id } }))
    showToast(
      failed
        ? { message: failed.message, tone: 'bad' }
        : {
            message: `#${change.number} is closed.`,
            undo: () => void reopen({ input: { id: change.id } }),
          },
    )
  }
  return (
    <Button size="xs" variant="subtle" ml={-12} loading={fetching} onClick={() => void run()}>
      Close without merging
    </Button>
  )
}
