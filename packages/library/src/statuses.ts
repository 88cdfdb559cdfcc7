/** What a status allows, and where a prompt may go from it. */
export interface StatusRule {
  readonly status: string
  /** Whether main takes commits other than hotfixes. */
  readonly editable: boolean
  /** Whether the prompt counts as fit for use. */
  readonly active: boolean
  /** Statuses a prompt may move to; an archived prompt is restored by an admin instead. */
  readonly next: readonly string[]
}

/** The life of a prompt, in its usual order. */
export const STATUSES = [
  { status: 'draft', editable: true, active: false, next: ['review', 'archived'] },
  { status: 'review', editable: true, active: false, next: ['draft', 'approved'] },
  { status: 'approved', editable: false, active: true, next: ['deployed', 'review'] },
  { status: 'deployed', editable: false, active: true, next: ['deprecated'] },
  { status: 'deprecated', editable: false, active: false, next: ['archived', 'deployed'] },
  { status: 'archived', editable: false, active: false, next: [] },
] as const satisfies readonly StatusRule[]

/** One of the six statuses. */
export type Status = (typeof STATUSES)[number]['status']

/** Whether a text from outside (a column, an argument) names a status. */
export function isStatus(text: string): text is Status {
  return STATUSES.some((rule) => rule.status === text)
}

/** Whether a prompt may move from one status to another. Staying is not a move. */
export function canMove(from: Status, to: Status): boolean {
  return nextOf(from).includes(to)
}

/** Why a move is refused, naming the allowed ones; `null` when it is allowed. */
export function refusedMove(from: Status, to: Status): string | null {
  const next = nextOf(from)
  if (next.includes(to)) return null
  if (next.length === 0)
    return `A prompt that is ${from} cannot become ${to}; an admin can restore it to draft.`
  return `A prompt that is ${from} cannot become ${to}. It may become ${next.join(' or ')}.`
}

function nextOf(from: Status): readonly string[] {
  const rule: StatusRule | undefined = STATUSES.find(({ status }) => status === from)
  return rule?.next ?? []
}
