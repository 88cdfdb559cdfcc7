import type { SessionState } from './document-session.ts'

export type SaveTone = 'ok' | 'busy' | 'warn'

/** What the status line says about saving: never more than the server confirmed or this browser wrote down. */
export function saveStatus(state: SessionState): { text: string; tone: SaveTone } {
  const { save, kept, copy, closed } = state
  const count = save.unsaved + kept
  const changes = count === 1 ? '1 change' : `${count} changes`
  if (closed)
    return { text: count > 0 ? `Not connected, ${changes} not saved` : 'Not connected', tone: 'warn' }
  if (save.status === 'offline') {
    if (!state.ready) return { text: 'Connecting…', tone: 'busy' }
    if (count === 0) return { text: 'Offline', tone: 'warn' }
    if (copy === 'keeping') return { text: `Offline, keeping ${changes}…`, tone: 'warn' }
    return {
      text: copy === 'kept' ? `Offline, ${changes} kept` : `Offline, ${changes} in this window only`,
      tone: 'warn',
    }
  }
  return save.status === 'saved' ? { text: 'Saved', tone: 'ok' } : { text: 'Saving…', tone: 'busy' }
}
