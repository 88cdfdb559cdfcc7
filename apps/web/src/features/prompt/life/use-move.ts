import { useState } from 'react'
import { useSend } from '../../../graphql/index.ts'
import { showToast, stateLook } from '../../../ui/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { type MainHead, RestoreMutation, StatusChangeMutation } from './life-query.ts'
import type { StatusName } from './life-words.ts'
import { useLife } from './use-life.ts'

/**
 * Moves the prompt to a status, or restores it.
 *
 * @param head the newest commit of main as it is known now
 * @returns `seen`: the commit the person looks at, which an approval is bound to; it only follows main after a refusal
 */
export function useMove(to: StatusName, head: MainHead | null) {
  const { prompt, refresh } = usePromptShell()
  const life = useLife()
  const [first, setFirst] = useState(head)
  const seen = first ?? head
  const { send, busy, failure } = useSend()

  async function submit(reason: string): Promise<boolean> {
    const { id } = prompt
    const failed =
      prompt.status === 'ARCHIVED'
        ? await send(RestoreMutation, { id })
        : await send(StatusChangeMutation, {
            id,
            to,
            reason: reason.trim() || null,
            expectedHead: to === 'APPROVED' ? (seen?.hash ?? null) : null,
          })
    if (failed?.kind === 'conflict') {
      // Somebody was faster: show how things are now, and let the person decide again.
      setFirst(null)
      life.refresh()
    }
    if (failed) return false
    refresh()
    life.refresh()
    showToast({ message: doneText(prompt.name, prompt.status, to) })
    return true
  }

  return { submit, seen, busy, failure }
}

function doneText(name: string, from: StatusName, to: StatusName): string {
  if (from === 'ARCHIVED') return `${name} is back, as a draft.`
  return `${name} is ${stateLook('status', to).word.toLowerCase()} now.`
}
