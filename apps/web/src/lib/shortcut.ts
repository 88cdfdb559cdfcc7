/** The part of a keyboard event a shortcut is matched against. */
export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/**
 * Whether a key press is the shortcut, written `mod+k`, `shift+j`, `?` or `escape`; `mod` is ⌘ or Ctrl. Signs such as
 * `?` are matched by what they print, so that every keyboard layout reaches them.
 */
export function matchesShortcut(press: KeyPress, shortcut: string): boolean {
  const parts = shortcut.toLowerCase().split('+')
  const key = NAMED[parts.at(-1)!] ?? parts.at(-1)!
  const wanted = new Set(parts.slice(0, -1))
  const mod = press.ctrlKey || press.metaKey
  if (press.key.toLowerCase() !== key || mod !== wanted.has('mod') || press.altKey !== wanted.has('alt'))
    return false
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  return isSign || press.shiftKey === wanted.has('shift')
}

const NAMED: Record<string, string> = {
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  space: ' ',
}
