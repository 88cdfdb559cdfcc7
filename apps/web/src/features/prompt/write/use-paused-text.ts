import { useEffect, useState } from 'react'
import type { DocumentSession } from '../../../editor/index.ts'

const DELAY_MS = 200

/** The live text as it was at the last pause in anybody's typing; `null` while there is none. */
export function usePausedText(session: DocumentSession | null): string | null {
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    if (!session) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = (): void => setText(session.text.toString())
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(read, DELAY_MS)
    }
    session.text.observe(soon)
    read()
    return () => {
      clearTimeout(timer)
      session.text.unobserve(soon)
    }
  }, [session])
  return text
}
