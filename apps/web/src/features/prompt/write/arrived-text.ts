import { refOf } from '../ref-of.ts'

interface Move {
  action: string
  actor: { name: string; user: { id: string } | null }
  branch: {
    id: string
    deletedAt: string | null
    head: {
      id: string
      version: string | null
      shortHash: string
      message: string
      changeType: string
    } | null
  }
}

/** What came into the branch a person is writing on. */
export interface Arrival {
  headId: string
  /** How the new version is called. */
  ref: string
  /** How the one before is called, for the comparison; `null` where there was none. */
  before: string | null
  text: string
}

interface Known {
  branchId: string
  head: { id: string; version: string | null; shortHash: string } | null
  /** Id of the account that looks at it. */
  viewer: string
}

/** A commit of the live text: it moves the head, but brings nothing into the text. */
const OF_THE_LIVE_TEXT = 'commit.create'

/** What to say of somebody's merge, rollback or pick into this branch; `null` where nothing new came into the text. */
export function arrivalOf({ action, actor, branch }: Move, known: Known): Arrival | null {
  const { head } = branch
  if (branch.id !== known.branchId || branch.deletedAt !== null || !head) return null
  if (action === OF_THE_LIVE_TEXT || head.id === known.head?.id || actor.user?.id === known.viewer)
    return null
  const who = actor.name
  const what = head.changeType === 'ROLLBACK' ? 'rolled back' : 'brought in a change'
  return {
    headId: head.id,
    ref: refOf(head),
    before: known.head ? refOf(known.head) : null,
    text: `${who} ${what}, ${refOf(head)}: “${firstLine(head.message)}”. It is in the text now; yours stays as you wrote it.`,
  }
}

const MOST = 120

function firstLine(message: string): string {
  const line = message.split('\n', 1)[0] ?? ''
  return line.length > MOST ? `${line.slice(0, MOST - 1).trimEnd()}…` : line
}
