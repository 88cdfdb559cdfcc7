import type { ChangeBranch, ChangePreview } from './new-change-query.ts'

/** Why there can be no change request from one branch to another; `other` is the number of one that is open already. */
export interface NewChangeHindrance {
  text: string
  other: number | null
}

interface Situation {
  source: Pick<ChangeBranch, 'name' | 'type' | 'head'> | null
  target: Pick<ChangeBranch, 'id' | 'name'> | null
  /** `null` while it is being asked for. */
  preview: Pick<ChangePreview, 'branch' | 'compare'> | null
}

/** What stands in the way of a change request, as a sentence; `null` where nothing does, as far as is known. */
export function newChangeHindrance({ source, target, preview }: Situation): NewChangeHindrance | null {
  if (!source) return only('Choose the branch whose changes you want to bring in.')
  if (!target)
    return only(
      source.type === 'EXPERIMENT'
        ? `${source.name} is an experiment, which merges into nothing. Open a feature branch from its newest commit to bring it in.`
        : `There is no branch that ${source.name} merges into.`,
    )
  if (!source.head) return only(`${source.name} has no commits yet. Commit its live text first.`)
  if (!preview) return null
  const open = preview.branch?.openChangeRequest
  if (open && open.target.id === target.id)
    return {
      text: `There already is one from ${source.name} to ${target.name}; a new commit on ${source.name} joins it by itself.`,
      other: open.number,
    }
  if (preview.compare && preview.compare.base.hash === preview.compare.head.hash)
    return only(
      `${source.name} has no commits that ${target.name} lacks. Commit on ${source.name} first: text that is not committed is not part of a change request.`,
    )
  return null
}

function only(text: string): NewChangeHindrance {
  return { text, other: null }
}
