import { targetTypeOf } from '@incipit/version-control'
import { counted } from '../../../lib/counted.ts'
import type { BranchTypeName } from './branch-draft.ts'

/** Where a type of branch merges into, as the end of a sentence. `taken`: the branches there are. */
export function mergesIntoText(type: BranchTypeName, taken: readonly string[]): string {
  return `merges into ${targetTypeOf(type.toLowerCase(), taken.includes('staging')) ?? 'nothing'}`
}

/** How a branch stands to its target, in words: "2 commits ahead of main, 1 behind". */
export function distanceText(ahead: number, behind: number, target: string): string {
  if (ahead === 0 && behind === 0) return `Even with ${target}`
  if (behind === 0) return `${counted(ahead, 'commit')} ahead of ${target}`
  if (ahead === 0) return `${counted(behind, 'commit')} behind ${target}`
  return `${counted(ahead, 'commit')} ahead of ${target}, ${behind.toLocaleString('en-GB')} behind`
}

/** How long the two bars of a row are, in percent of the room each has, for the longest in the list. */
export function barLengths(
  { ahead, behind }: { ahead: number; behind: number },
  longest: number,
): { ahead: number; behind: number } {
  // The logarithm lets one commit be seen beside a thousand.
  const length = (count: number): number =>
    count === 0 || longest === 0
      ? 0
      : Math.max(6, Math.round((Math.log1p(count) / Math.log1p(longest)) * 100))
  return { ahead: length(ahead), behind: length(behind) }
}

interface Loss {
  ahead: number
  /** What the commits are missing from. */
  target: string
  uncommitted: { changed: boolean; changes: number; contributors: readonly { name: string }[] }
  editors: readonly { name: string }[]
}

/** What goes with a branch when it is deleted, each as a sentence; empty when nothing is on it alone. */
export function lossesOf({ ahead, target, uncommitted, editors }: Loss): readonly string[] {
  const losses: string[] = []
  if (ahead > 0)
    losses.push(
      `${counted(ahead, 'commit')} that ${target} does not have ${ahead === 1 ? 'is' : 'are'} on this branch alone.`,
    )
  if (uncommitted.changed) {
    const by = namesOf(uncommitted.contributors)
    const what =
      uncommitted.changes > 0 ? counted(uncommitted.changes, 'uncommitted change') : 'Uncommitted changes'
    losses.push(`${what}${by === '' ? '' : ` by ${by}`} in its live text.`)
  }
  if (editors.length > 0)
    losses.push(
      `${namesOf(editors)} ${editors.length === 1 ? 'has' : 'have'} it open now and will be sent out.`,
    )
  return losses
}

/** "Ada", "Ada and Dev", "Ada, Dev and 2 others". */
export function namesOf(people: readonly { name: string }[]): string {
  const names = people.map(({ name }) => name)
  if (names.length <= 1) return names[0] ?? ''
  const [first, second, ...others] = names
  if (others.length === 0) return `${first} and ${second}`
  return `${first}, ${second} and ${others.length === 1 ? others[0] : `${others.length} others`}`
}
