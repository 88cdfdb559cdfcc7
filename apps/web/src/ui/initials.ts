/** One or two letters for a name: first and last word's initials, or the first two letters of a single word. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/)
    .filter(Boolean)
  const first = words[0]
  if (!first) return '?'
  const last = words.length > 1 ? words.at(-1)! : ''
  const letters = last ? [...first][0]! + [...last][0]! : [...first].slice(0, 2).join('')
  return letters.toUpperCase()
}
