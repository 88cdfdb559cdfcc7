import type { Change } from '../view/change-query.ts'

export type Verdict = Change['reviews'][number]['verdict']

interface Situation {
  verdict: Verdict
  /** What was written. */
  body: string
  /** Why the person cannot judge; `null` where they can. */
  viewerHindrance: string | null
  /** Whether there are newer commits than those on the screen. */
  stale: boolean
}

/** Why a review cannot be given like this, as a sentence; `null` where it can. */
export function reviewHindrance({ verdict, body, viewerHindrance, stale }: Situation): string | null {
  if (stale) return 'There are newer commits. Look at them first.'
  if (verdict !== 'COMMENT' && viewerHindrance !== null) return viewerHindrance
  if (verdict === 'APPROVE' || body.trim() !== '') return null
  return verdict === 'COMMENT' ? 'Write what you want to say.' : 'Say what has to change.'
}
