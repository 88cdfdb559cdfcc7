'use client'

import { Button } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useEffect } from 'react'

/** Stands at the end of a list and asks for more when it comes into view; also a button for the keyboard. */
export function LoadMore({ hasMore, loadMore }: { hasMore: boolean; loadMore: () => void }) {
  const { ref, entry } = useIntersection({ rootMargin: '400px' })
  const near = entry?.isIntersecting ?? false
  useEffect(() => {
    if (near && hasMore) loadMore()
  }, [near, hasMore, loadMore])
  if (!hasMore) return null
  return (
    <div ref={ref}>
      <Button variant="subtle" onClick={loadMore} mt={8}>
        Show more
      </Button>
    </div>
  )
}
