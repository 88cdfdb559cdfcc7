import { z } from 'zod'
import { ValidationError } from '../platform/errors.ts'
import { line, prose } from '../platform/input.ts'
import type { ChangeRequestQuery, ChangeRequestStatus } from './store.ts'

/** Most characters of a description, a comment or a review. */
const BODY_LENGTH = 20_000
const TITLE_LENGTH = 200
const SEARCH_LENGTH = 200
const SEARCH_WORDS = 10

/** Most comments, and most reviews, of a change request. */
export const MOST_REMARKS = 500

const title = line('The title', 1, TITLE_LENGTH)
const description = prose('The description', BODY_LENGTH)

export const createInput = z.strictObject({ title, description: description.nullish() })
export const editInput = z.strictObject({ title: title.nullish(), description: description.nullish() })
export const reviewBody = prose('The review', BODY_LENGTH)
export const commentBody = prose('The comment', BODY_LENGTH).refine(
  (text) => text.trim().length > 0,
  'The comment is empty. Write what you want to say.',
)
export const mergeMessage = prose('The message', 5000).refine(
  (text) => text.trim().length > 0,
  'The message is empty. Leave it out to take the proposed one, or say what is merged.',
)

/** What a list of change requests can be narrowed to. */
export interface ChangeRequestFilter {
  readonly statuses?: readonly ChangeRequestStatus[] | null
  readonly mine?: boolean | null
  readonly awaitingMyReview?: boolean | null
  readonly text?: string | null
}

/**
 * The words of a search.
 *
 * @throws ValidationError for a search that is too long
 */
export function searchWords(filter: ChangeRequestFilter): Pick<ChangeRequestQuery, 'words'> {
  const text = filter.text?.trim() ?? ''
  if (text.length > SEARCH_LENGTH) {
    throw ValidationError.of('filter.text', `A search has at most ${SEARCH_LENGTH} characters. Shorten it.`)
  }
  if (text.includes('\u0000') || !text.isWellFormed()) {
    throw ValidationError.of('filter.text', 'This search holds a NUL character or half of a character pair.')
  }
  return text === '' ? {} : { words: text.split(/\s+/).slice(0, SEARCH_WORDS) }
}
