import { useEffect, useRef } from 'react'
import { matchesShortcut } from '../../../lib/shortcut.ts'
import { createRegistry } from '../registry.ts'

/** A key and what it does. It does nothing while somebody types or a dialog is open, unless `always`. */
export interface Shortcut {
  /** `mod+k`, `?`, `j`, `enter` */
  keys: string
  /** What it does, for the list of shortcuts. */
  label: string
  group: string
  run: (event: KeyboardEvent) => void
  /** Also while typing. */
  always?: boolean
  /** Present but not listed, as a second key for the same thing. */
  hidden?: boolean
}

/** All shortcuts of what is shown now. */
export const shortcuts = createRegistry<Shortcut>()

/** Binds keys while the calling component is shown, and lists them under `?`. Give a memoized list. */
export function useShortcuts(list: readonly Shortcut[]): void {
  shortcuts.useRegister(list)
  const latest = useRef(list)
  latest.current = list
  useEffect(() => {
    const runFirst = (event: KeyboardEvent, wanted: (shortcut: Shortcut) => boolean) => {
      if (event.defaultPrevented || event.isComposing) return
      const found = latest.current.find(
        (shortcut) => matchesShortcut(event, shortcut.keys) && wanted(shortcut),
      )
      if (!found) return
      event.preventDefault()
      event.stopPropagation()
      found.run(event)
    }
    // Ahead of the editor, which takes keys such as Ctrl-K for the beginning of a longer one.
    const early = (event: KeyboardEvent) => runFirst(event, ({ always }) => always === true)
    const late = (event: KeyboardEvent) => {
      if (!isTyping(event.target) && !isDialogOpen()) runFirst(event, ({ always }) => !always)
    }
    window.addEventListener('keydown', early, { capture: true })
    window.addEventListener('keydown', late)
    return () => {
      window.removeEventListener('keydown', early, { capture: true })
      window.removeEventListener('keydown', late)
    }
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="textbox"]') !== null
  )
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null
}
