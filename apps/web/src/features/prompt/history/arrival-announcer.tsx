'use client'

import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useArrivedCommits } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'

/** Says for screen readers that a version arrived. */
export function ArrivalAnnouncer() {
  const [text, setText] = useState('')
  useArrivedCommits((commit) =>
    setText(`${commit.committer.name} committed ${refOf(commit)}: ${commit.message}`),
  )
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  )
}
