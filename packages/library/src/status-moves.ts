import { STATUSES, type Status } from './statuses.ts'

/** What somebody must be allowed to do to move a prompt; names of actions of the access table. */
export type MoveAction =
  | 'prompt.submit'
  | 'prompt.return'
  | 'review.approve'
  | 'release.deploy'
  | 'prompt.archive'

/** What a move from one status to another asks of the person who makes it. */
export interface StatusMove {
  readonly from: Status
  readonly to: Status
  readonly action: MoveAction
  /** The move as a person chooses it, such as on a button. */
  readonly label: string
  /** Whether the move takes something back that others rely on, and so has to be explained. */
  readonly reasonRequired: boolean
}

/** Every allowed move, each once. Restoring an archived prompt is no move: it is an admin's to do. */
export const STATUS_MOVES: readonly StatusMove[] = [
  move('draft', 'review', 'prompt.submit', 'Send to review'),
  move('draft', 'archived', 'prompt.archive', 'Archive'),
  move('review', 'draft', 'prompt.return', 'Back to draft'),
  move('review', 'approved', 'review.approve', 'Approve'),
  move('approved', 'deployed', 'release.deploy', 'Mark as deployed'),
  move('approved', 'review', 'prompt.return', 'Reopen for review', true),
  move('deployed', 'deprecated', 'release.deploy', 'Deprecate', true),
  move('deprecated', 'deployed', 'release.deploy', 'Deploy again', true),
  move('deprecated', 'archived', 'prompt.archive', 'Archive'),
]

/** The moves from a status, in the usual order of a prompt's life. */
export function movesFrom(status: Status): StatusMove[] {
  const order = STATUSES.map((rule) => rule.status)
  return STATUS_MOVES.filter(({ from }) => from === status).sort(
    (a, b) => order.indexOf(a.to) - order.indexOf(b.to),
  )
}

/** The move between two statuses; `null` where there is none. `refusedMove` says why. */
export function statusMove(from: Status, to: Status): StatusMove | null {
  return STATUS_MOVES.find((candidate) => candidate.from === from && candidate.to === to) ?? null
}

function move(
  from: Status,
  to: Status,
  action: MoveAction,
  label: string,
  reasonRequired = false,
): StatusMove {
  return { from, to, action, label, reasonRequired }
}
