import type { StatusMove } from '@incipit/library'
import type { Queryable } from '../platform/database.ts'
import type { PromptRow } from '../prompts/index.ts'
import type { LifecycleDeps } from './service.ts'

/** What stands in the way of a move for somebody whose level allows it. */
export function createHindrances(
  deps: Pick<LifecycleDeps, 'db' | 'store' | 'versions' | 'catalogue' | 'changeRequests'>,
) {
  const { db, store, versions, catalogue, changeRequests } = deps

  /** People who wrote what nobody has approved yet; keys count as who made them. */
  async function writersOf({ libraryId, id, headCommitId }: PromptRow, q: Queryable): Promise<Set<string>> {
    if (headCommitId === null) return new Set()
    const approved = await store.lastApproved(q, libraryId, id)
    const graph = await versions.graphOf(libraryId, id, q)
    const commits = [...graph.log(headCommitId, approved === null ? {} : { exclude: [approved] })]
    return changeRequests.writersOf(q, libraryId, id, commits)
  }

  async function toApprove(prompt: PromptRow, person: string | null, q: Queryable): Promise<string | null> {
    if (prompt.errorCount > 0) {
      const errors = prompt.errorCount === 1 ? 'an error' : `${prompt.errorCount} errors`
      return `The text on main has ${errors}. Correct what the editor underlines, commit, then approve.`
    }
    const own = person !== null && (await writersOf(prompt, q)).has(person)
    return own
      ? 'You wrote part of what would be approved, and nobody approves their own change. Ask somebody else.'
      : null
  }

  /**
   * Why the move cannot be made now; null where it can.
   *
   * @param person who answers for the one who makes it
   */
  return async function hindranceOf(
    prompt: PromptRow,
    move: StatusMove,
    person: string | null,
    q: Queryable = db,
  ): Promise<string | null> {
    if (prompt.headCommitId === null && move.to === 'review') {
      return 'Nothing is committed on main yet, so there is nothing to review. Commit the text first.'
    }
    if (move.action === 'review.approve') return toApprove(prompt, person, q)
    if (move.to === 'archived') {
      const includers = await catalogue.includersOf(q, prompt.libraryId, prompt.key)
      return includers.total > 0 ? includers.sentence('archived') : null
    }
    return null
  }
}
