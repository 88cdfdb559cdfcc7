import type { SessionState } from '../../../editor/index.ts'

interface Situation {
  proposal: { changed: boolean } | null
  message: string
  /** A merge is being finished: it is a commit also where it changed nothing, and has a message of its own. */
  merging?: boolean
  state: Pick<SessionState, 'save' | 'closed'>
}

/** Why there can be no commit just now, as a sentence; `null` when nothing stands in the way. */
export function commitHindrance({ proposal, message, state, merging = false }: Situation): string | null {
  if (state.closed) return 'The connection has ended, so there is nothing to commit to.'
  if (state.save.status === 'offline')
    return 'You are offline. Commit when you are back; your message is kept.'
  if (!proposal) return 'Looking at what changed…'
  if (state.save.status === 'saving') return 'Saving your last edits…'
  if (!proposal.changed && !merging) return 'Nothing changed since the last version.'
  if (message.trim() === '' && !merging) return 'Say in a few words what changed.'
  return null
}
