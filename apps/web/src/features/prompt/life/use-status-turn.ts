import { useEffect, useRef, useState } from 'react'
import { usePromptShell } from '../prompt-context.tsx'
import type { StatusName } from './life-words.ts'

/** A change of status while the page is shown. */
export interface StatusTurn {
  from: StatusName
  to: StatusName
}

/** The latest change of status since the page was opened; `null` before the first. */
export function useStatusTurn(): StatusTurn | null {
  const { prompt } = usePromptShell()
  const [turn, setTurn] = useState<StatusTurn | null>(null)
  const before = useRef(prompt.status)
  useEffect(() => {
    if (before.current === prompt.status) return
    setTurn({ from: before.current, to: prompt.status })
    before.current = prompt.status
  }, [prompt.status])
  return turn
}
