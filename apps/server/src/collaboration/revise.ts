import { normalizeText } from '@incipit/collaboration'
import { diffEdits, type TextEdit } from '@incipit/version-control'
import { NotFoundError, ValidationError } from '../platform/errors.ts'
import type { Journal } from './journal.ts'
import type { LiveDocument, TextAnchors, TextSpan } from './live-document.ts'
import type { Participant } from './participant.ts'
import type { Rooms } from './rooms.ts'
import type { Tuning } from './tuning.ts'

/** A live text at the moment of its revision. */
export interface LiveView {
  readonly text: string
  /** Where an anchored part is now; `null` when it does not belong to this document. */
  spanOf(anchors: TextAnchors): TextSpan | null
}

/** What a live text becomes. */
export interface Revision {
  readonly text: string
  /** Edits that lead there, where it matters which; the smallest ones otherwise. */
  readonly edits?: readonly TextEdit[]
  /** Parts of the new text that are to be found again, whatever is written meanwhile. */
  readonly spans?: readonly TextSpan[]
}

/** What became of it. */
export interface Revised {
  readonly before: string
  readonly after: string
  /** Of the spans asked for, in order. */
  readonly anchors: readonly TextAnchors[]
}

export type Revise = ReturnType<typeof createRevise>

export function createRevise(deps: { rooms: Rooms; journal: Journal<Participant>; tuning: Tuning }) {
  const { rooms, journal, tuning } = deps

  function checked(text: string): string {
    if (text.length <= tuning.limits.textLength) return normalizeText(text)
    throw ValidationError.of(
      'content',
      `The text has ${text.length} characters; ${tuning.limits.textLength} are possible. Shorten it.`,
    )
  }

  /**
   * Looks at the live text and changes it in one go: whatever people write comes before or after all of it. The change is an
   * ordinary edit with minimal changes, which everyone sees; resolves when it is stored.
   *
   * @param author whose edit it is; with `isTakenIn` it brings what is committed already, and does not make them a contributor
   * @param decide what the text becomes; must not wait for anything. `null` leaves it alone
   * @throws NotFoundError when there is no such document, ValidationError when the text is too long, what `decide` throws
   */
  return async function revise(
    libraryId: string,
    documentId: string,
    author: { readonly id: string; readonly isTakenIn?: boolean },
    decide: (view: LiveView) => Revision | null,
  ): Promise<Revised> {
    const revised = await rooms.within({ libraryId, documentId }, async (room) => {
      const before = room.text
      let after = before
      let anchors: readonly TextAnchors[] = []
      const change = (document: LiveDocument) => {
        const revision = decide({ text: before, spanOf: (part) => document.spanOf(part) })
        if (!revision) return null
        after = checked(revision.text)
        const update = document.edit(after, revision.edits ?? diffEdits(before, after))
        anchors = (revision.spans ?? []).map((span) => document.anchor(span))
        return update
      }
      room.edit(change, author.id, author.isTakenIn)
      if (!room.isLive) throw new Error(`The live document ${documentId} was loaded anew; try again`)
      await journal.flush()
      return { before, after, anchors }
    })
    if (!revised) throw new NotFoundError('The live document')
    return revised
  }
}
