import { useCallback, useState } from 'react'
import { useMutation } from 'urql'
import { conflictPart } from '../../../editor/index.ts'
import { failureOf } from '../../../graphql/index.ts'
import { confirm, showToast } from '../../../ui/index.ts'
import { usePrompt } from '../prompt-context.tsx'
import { type Choice, type Conflict, ConflictResolveMutation, MergeAbortMutation } from './conflict-query.ts'
import { chosenText } from './conflict-words.ts'

/** Decides conflicts, and gives a merge up. */
export function useResolving() {
  const { branch, live, refresh } = usePrompt()
  const [, resolve] = useMutation(ConflictResolveMutation)
  const [, abort] = useMutation(MergeAbortMutation)
  const [busy, setBusy] = useState<string | null>(null)
  const session = live?.session

  const choose = useCallback(
    async (conflict: Conflict, choice: Choice | null) => {
      setBusy(conflict.id)
      const becomes = choice && chosenText(conflict, choice)
      const part = session && becomes !== null ? conflictPart(session.text, conflict) : null
      if (session && part && becomes !== null) {
        const text = session.text.toString()
        session.expectText(text.slice(0, part.from) + becomes + text.slice(part.to))
      }
      const failed = failureOf(await resolve({ input: { id: conflict.id, choice } }))
      setBusy(null)
      if (failed) showToast({ message: failed.message, tone: 'bad' })
      return failed === null
    },
    [resolve, session],
  )
  const giveUp = useCallback(
    async (name: string) => {
      const agreed = await confirm({
        title: `Give up merging ${name}?`,
        text: `What ${name} brought is taken out of the live text of ${branch.name} again, for everybody who has it open. What people wrote since stays. Choices made so far are lost.`,
        confirm: 'Give up the merge',
        destructive: true,
      })
      if (!agreed) return false
      const failed = failureOf(await abort({ input: { branchId: branch.id } }))
      if (failed) showToast({ message: failed.message, tone: 'bad' })
      else {
        refresh()
        showToast({ message: `The merge of ${name} is given up; ${branch.name} is as it was.` })
      }
      return failed === null
    },
    [abort, branch.id, branch.name, refresh],
  )
  return { choose, giveUp, busy }
}
