import { useCallback, useEffect, useRef, useState } from 'react'
import type { BlamePoint } from '../../../editor/index.ts'
import { BlameCard } from './blame-card.tsx'
import type { BlamedCommit } from './blame-query.ts'

/** Long enough that a pointer on its way elsewhere brings nothing up. */
const OPEN_MS = 250
/** Long enough to get from the line to its card. */
const CLOSE_MS = 200

/** The card of what the pointer is at. It stays while the pointer is on it, and until something else is pressed once it was clicked. */
export function useBlameCard(commits: readonly BlamedCommit[]) {
  const [point, setPoint] = useState<BlamePoint | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pinned = useRef(false)
  const later = useCallback((next: BlamePoint | null, delay: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setPoint(next), delay)
  }, [])
  const onPoint = useCallback(
    (next: BlamePoint | null) => {
      if (next?.pinned) {
        pinned.current = true
        clearTimeout(timer.current)
        setPoint(next)
      } else if (!pinned.current) later(next, next ? OPEN_MS : CLOSE_MS)
    },
    [later],
  )
  const close = useCallback(() => {
    pinned.current = false
    clearTimeout(timer.current)
    setPoint(null)
  }, [])
  const stay = useCallback(() => clearTimeout(timer.current), [])
  const leave = useCallback(() => {
    if (!pinned.current) later(null, CLOSE_MS)
  }, [later])
  useEffect(() => () => clearTimeout(timer.current), [])
  // What it spoke of is another text now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the commits stand for the text
  useEffect(close, [commits])
  const card = point && (
    <BlameCard
      rect={point.rect}
      commit={commits[point.owner] ?? null}
      onStay={stay}
      onLeave={leave}
      onClose={close}
    />
  )
  return { onPoint, card }
}
