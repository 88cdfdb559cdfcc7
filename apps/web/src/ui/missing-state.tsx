'use client'

import { Button } from '@mantine/core'
import { IconMapPinOff } from '@tabler/icons-react'
import Link from 'next/link'
import { EmptyState } from './empty-state.tsx'

/** What is shown for every address that leads nowhere, be it missing or somebody else's: the two look the same. */
export function MissingState({ what = 'page', home = '/' }: { what?: string; home?: string }) {
  return (
    <EmptyState
      main
      icon={IconMapPinOff}
      title={`There is no such ${what}`}
      actions={
        <Button component={Link} href={home}>
          Go to the start
        </Button>
      }
    >
      The address may be mistyped, the {what} may have moved, or you may not have access to it. If you
      expected to find something here, ask an admin of its library.
    </EmptyState>
  )
}
