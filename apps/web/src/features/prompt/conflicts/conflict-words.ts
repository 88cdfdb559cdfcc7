import { counted } from '../../../lib/counted.ts'
import type { Choice, Conflict, Merging } from './conflict-query.ts'

type Places = readonly Pick<Conflict, 'choice' | 'theirsName'>[]

/** What is going on, for the bar above the text: what is merged, and how far it is. */
export function conflictTitle(
  branch: string,
  merging: Pick<NonNullable<Merging>, 'kind' | 'name'> | null,
  places: Places,
): string {
  if (merging)
    return merging.kind === 'MERGE'
      ? `Merging ${merging.name} into ${branch}`
      : `Bringing ${merging.name} into ${branch}`
  const others = [...new Set(places.map(({ theirsName }) => theirsName))]
  return `${others.join(' and ')} met your text`
}

/** How far it is: "2 of 3 places to resolve". */
export function conflictProgress(places: Places): string {
  const open = places.filter(({ choice }) => choice === null).length
  if (places.length === 0) return 'Nothing to resolve'
  if (open === 0) return places.length === 1 ? 'Resolved' : `All ${places.length} places are resolved`
  return `${open} of ${counted(places.length, 'place')} to resolve`
}

/** What somebody did with a conflict. */
export function choiceWords(choice: Choice, theirsName: string): string {
  switch (choice) {
    case 'OURS':
      return 'kept mine'
    case 'THEIRS':
      return `took ${theirsName}`
    case 'BOTH':
      return `took both, mine before ${theirsName}`
    case 'WRITTEN':
      return 'kept it as written'
  }
}

/** What the text of a conflict becomes; `null` where it stays as it is. */
export function chosenText(
  { ours, theirs }: Pick<Conflict, 'ours' | 'theirs'>,
  choice: Choice,
): string | null {
  if (choice === 'OURS') return ours
  if (choice === 'THEIRS') return theirs
  if (choice !== 'BOTH') return null
  const needsBreak = ours !== '' && theirs !== '' && !ours.endsWith('\n')
  return needsBreak ? `${ours}\n${theirs}` : ours + theirs
}

/** The conflict to look at next (1) or before (-1); open ones as long as there are any. */
export function nextConflict(
  conflicts: readonly Pick<Conflict, 'id' | 'choice'>[],
  current: string | null,
  step: 1 | -1,
): string | null {
  const open = conflicts.some(({ choice }) => choice === null)
  const at = conflicts.findIndex(({ id }) => id === current)
  const count = conflicts.length
  const from = at === -1 ? (step === 1 ? -1 : count) : at
  for (let far = 1; far <= count; far += 1) {
    const found = conflicts[(((from + step * far) % count) + count) % count]
    if (found && (!open || found.choice === null)) return found.id
  }
  return null
}
