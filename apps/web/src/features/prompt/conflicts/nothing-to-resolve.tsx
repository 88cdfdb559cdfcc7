'use client'

import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import Link from 'next/link'
import { EmptyState } from '../../../ui/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import type { ResolvedChange } from './resolve-page.tsx'

/** Nobody is merging: it was finished or given up, or has not begun. */
export function NothingToResolve({ change }: { change: ResolvedChange }) {
  const { home } = usePromptShell()
  return (
    <EmptyState
      icon={IconCircleCheck}
      title="Nothing to resolve here"
      actions={
        <Button component={Link} href={`${home}/changes/${change.number}`} variant="filled">
          Back to #{change.number}
        </Button>
      }
    >
      {change.target.name} is not being merged into {change.source.name} at the moment. The page of the change
      request says whether the two go together.
    </EmptyState>
  )
}
