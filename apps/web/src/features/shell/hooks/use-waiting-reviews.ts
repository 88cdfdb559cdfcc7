import { useEffect, useRef } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../graphql/index.ts'
import { useLibraryActivity } from '../live.tsx'
import { useMaybeLibrary } from '../session-context.tsx'

const WaitingReviewsQuery = graphql(`
  query WaitingReviews($slug: String!) {
    library(slug: $slug) {
      id
      changeRequests(filter: { statuses: [OPEN], awaitingMyReview: true }, first: 0) {
        totalCount
      }
    }
  }
`)

const GATHER_MS = 500
const CONCERNS_REVIEWS = /^(change|review|commit|branch|merge)\./

/** How many change requests wait for a review of the person who looks, kept current; 0 while unknown. */
export function useWaitingReviews(): number {
  const library = useMaybeLibrary()
  const [{ data }, execute] = useQuery({
    query: WaitingReviewsQuery,
    variables: { slug: library?.slug ?? '' },
    pause: !library?.viewerActions.includes('review.approve'),
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useLibraryActivity((activity) => {
    if (activity && !CONCERNS_REVIEWS.test(activity.action)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => execute({ requestPolicy: 'network-only' }), GATHER_MS)
  })
  return data?.library?.changeRequests.totalCount ?? 0
}
