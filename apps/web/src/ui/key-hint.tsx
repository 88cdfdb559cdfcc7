'use client'

import classes from './key-hint.module.css'
import { useIsMac } from './use-is-mac.ts'

const MAC: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', enter: '↵' }
const OTHER: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: '↵' }
const EVERYWHERE: Record<string, string> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  escape: 'Esc',
  space: 'Space',
}

/** A shortcut as keys, written for this system: `mod+k` is ⌘K on a Mac and Ctrl K elsewhere. */
export function KeyHint({ keys }: { keys: string }) {
  const names = { ...(useIsMac() ? MAC : OTHER), ...EVERYWHERE }
  return (
    <span className={classes.hint}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={classes.key}>
          {names[key] ?? key.toUpperCase()}
        </kbd>
      ))}
    </span>
  )
}
