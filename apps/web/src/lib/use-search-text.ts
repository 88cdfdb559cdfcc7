import { useEffect, useRef, useState } from 'react'

const PAUSE = 160

/** The text in the search box: shown at once, handed on when the typing pauses, and following the address when that changes by other means. */
export function useSearchText(current: string, commit: (search: string) => void) {
  const [text, setText] = useState(current)
  const handed = useRef(current)
  const latest = useRef(commit)
  latest.current = commit
  useEffect(() => {
    if (current === handed.current) return
    handed.current = current
    setText(current)
  }, [current])
  useEffect(() => {
    if (text === handed.current) return
    const timer = setTimeout(() => {
      handed.current = text
      latest.current(text)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return [text, setText] as const
}
