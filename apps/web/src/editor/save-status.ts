import type { SessionState } from './document-session.ts'

export type SaveTone = 'ok' | 'busy' | 'warn'

/** What the status line says about saving: never more than the server confirmed. */
export function saveStatus(state: SessionState): { text: string; tone: SaveTone } {
  const { save, kept, closed } = state
  const count = save.unsaved + kept
  const changes = count === 1 ? '1 change' : `${count} changes`
  if (closed)
    return { text: count > 0 ? `Not connected, ${changes} not saved` : 'Not connected', tone: 'warn' }
  if (save.status === 'offline') {
    if (!state.ready) return { text: 'Connecting…', tone: 'busy' }
    return { text: count > 0 ? `Offline, ${changes} kept` : 'Offline', tone: 'warn' }
  }
  return save.status === 'saved' ? { text: 'Saved', tone: 'ok' } : { text: 'Saving…', tone: 'busy' }
}
