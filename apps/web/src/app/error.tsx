'use client'

import { ErrorState } from '../ui/index.ts'

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main>
      <ErrorState
        title="This page failed"
        message="Something in the page went wrong. What was saved is safe; try again, and tell an admin when it stays."
        retry={reset}
      />
    </main>
  )
}
