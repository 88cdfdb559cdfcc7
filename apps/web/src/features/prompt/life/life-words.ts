import { isStatus, movesFrom, STATUSES } from '@incipit/library'
import { type StateValue, stateLook } from '../../../ui/index.ts'
import { isEditable } from '../write/write-access.ts'

export type StatusName = StateValue<'status'>

/** A move by where it leads. */
interface Offered {
  to: StatusName
}

const ORDER = STATUSES.map(({ status }) => status.toUpperCase())

/** The moves from a status: onward ones first, the nearest before the farther, then those that lead back. */
export function mainMoveFirst<M extends Offered>(from: StatusName, moves: readonly M[]): M[] {
  const distance = ({ to }: M): number => ORDER.indexOf(to) - ORDER.indexOf(from)
  const place = (move: M): number => (distance(move) > 0 ? distance(move) : ORDER.length - distance(move))
  return moves.toSorted((a, b) => place(a) - place(b))
}

/** Whether these are the moves of a status: an answer can be about the status before. */
export function areMovesOf(status: StatusName, moves: readonly Offered[]): boolean {
  const name = status.toLowerCase()
  const allowed = isStatus(name) ? movesFrom(name).map(({ to }) => to.toUpperCase()) : []
  return allowed.length === moves.length && moves.every(({ to }) => allowed.includes(to))
}

/** What follows from a move, in one or two sentences. */
export function consequenceOf(from: StatusName, to: StatusName): string {
  switch (to) {
    case 'REVIEW':
      return from === 'APPROVED'
        ? 'The approval is taken back, and main can be edited again.'
        : 'Reviewers are asked to look at main. It can still be edited while they do.'
    case 'DRAFT':
      return from === 'ARCHIVED'
        ? 'It comes back as a draft: it is in the list again, and main can be edited.'
        : 'It leaves the review. Main can be edited as before.'
    case 'APPROVED':
      return 'Main can no longer be edited; changes go through a branch.'
    case 'DEPLOYED':
      return from === 'DEPRECATED'
        ? 'It counts as in use again, and the warning to its users goes.'
        : 'It counts as in use in production. Main stays locked; a repair goes on a hotfix branch.'
    case 'DEPRECATED':
      return 'Whoever uses it is told to move on. Main stays locked.'
    case 'ARCHIVED':
      return 'It leaves the list and can no longer be changed, on any branch. Its text and history stay, and an admin can restore it.'
  }
}

/** A move as the title of its dialog, whatever the status it starts from. */
export function moveTitle(to: StatusName, name: string): string {
  switch (to) {
    case 'DRAFT':
      return `${name}: back to draft`
    case 'REVIEW':
      return `${name}: to review`
    case 'APPROVED':
      return `Approve ${name}`
    case 'DEPLOYED':
      return `${name}: deployed`
    case 'DEPRECATED':
      return `Deprecate ${name}`
    case 'ARCHIVED':
      return `Archive ${name}?`
  }
}

interface Change {
  from: StatusName
  to: StatusName
  by: { name: string }
}

/** A status change as a phrase: "Approved by Vera". */
export function changePhrase({ from, to, by }: Change): string {
  if (from === 'ARCHIVED') return `Restored by ${by.name}`
  if (to === 'REVIEW')
    return from === 'APPROVED' ? `Reopened for review by ${by.name}` : `Sent to review by ${by.name}`
  if (to === 'DRAFT') return `Sent back to draft by ${by.name}`
  if (from === 'DEPRECATED' && to === 'DEPLOYED') return `Deployed again by ${by.name}`
  if (to === 'DEPLOYED') return `Marked as deployed by ${by.name}`
  return `${stateLook('status', to).word} by ${by.name}`
}

/** Whether a change of status locked main, opened it, or left it as it was. */
export function turnOf(from: StatusName, to: StatusName): 'locked' | 'opened' | null {
  const before = isEditable(from)
  const after = isEditable(to)
  if (before === after) return null
  return after ? 'opened' : 'locked'
}
