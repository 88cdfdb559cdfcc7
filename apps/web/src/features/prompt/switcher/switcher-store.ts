import { useSyncExternalStore } from 'react'
import { createSignal } from '../../../lib/signal.ts'

let open = false
const changed = createSignal()

/** Opens or closes the list of branches in the header. */
export function setSwitcher(next: boolean): void {
  if (open === next) return
  open = next
  changed.emit()
}

/** Whether it is open. */
export function useSwitcher(): boolean {
  return useSyncExternalStore(
    changed.listen,
    () => open,
    () => false,
  )
}
