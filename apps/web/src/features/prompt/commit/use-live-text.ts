import { useEffect, useState } from 'react'
import type { DocumentSession } from '../../../editor/index.ts'

const DELAY_MS = 150

/** The live text as a string, while `active`. */
export function useLiveText(session: DocumentSession, active: boolean): string {
  const [text, setText] = useState(() => session.text.toString())
  useEffect(() => {
    if (!active) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = (): void => setText(session.text.toString())
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(read, DELAY_MS)
    }
    read()
    session.text.observe(soon)
    return () => {
      clearTimeout(timer)
      session.text.unobserve(soon)
    }
  }, [active, session])
  return text
}
