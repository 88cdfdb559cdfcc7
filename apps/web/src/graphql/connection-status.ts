import { useSyncExternalStore } from 'react'
import { createSignal } from '../lib/signal.ts'

/** Whether the live connection to the API stands: `idle` until somebody subscribes. */
export type ConnectionStatus = 'idle' | 'connected' | 'lost'

let status: ConnectionStatus = 'idle'
const changed = createSignal()

/** Heard when the live connection stands again after a loss: what came in between was missed, so load afresh. */
export const reconnected = createSignal()

/** Heard when the server no longer knows the session. */
export const sessionDoubted = createSignal()

export function setConnectionStatus(next: ConnectionStatus): void {
  if (next === status) return
  const returned = status === 'lost' && next === 'connected'
  status = next
  changed.emit()
  if (returned) reconnected.emit()
}

/** The state of the live connection to the API. */
export function useConnectionStatus(): ConnectionStatus {
  return useSyncExternalStore(
    changed.listen,
    () => status,
    () => 'idle',
  )
}
