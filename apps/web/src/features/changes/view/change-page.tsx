'use client'

import { Skeleton } from '@mantine/core'
import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { ErrorState, MissingState, SkeletonRows } from '../../../ui/index.ts'
import { usePromptShell } from '../../prompt/index.ts'
import { useBreadcrumb } from '../../shell/index.ts'
import { CommitsTab } from '../commits/commits-tab.tsx'
import { ConversationTab } from '../conversation/conversation-tab.tsx'
import { DifferenceTab } from '../difference/difference-tab.tsx'
import { ChangeContext } from './change-context.tsx'
import { ChangeHeader } from './change-header.tsx'
import classes from './change-page.module.css'
import type { Change } from './change-query.ts'
import { parseTab } from './change-tab.ts'
import { useChangeAnswer } from './use-change-answer.ts'

/** A change request: what it wants to change, what is said about it, and how it gets in. */
export function ChangePage({ number }: { number: number }) {
  const { prompt, home } = usePromptShell()
  const { answer, refresh } = useChangeAnswer(number, prompt.id)
  if (answer.state === 'loading') return <ChangeSkeleton />
  if (answer.state === 'missing') return <MissingState what="change request" home={`${home}/changes`} />
  if (answer.state === 'failed')
    return (
      <ErrorState title="The change request could not be loaded" message={answer.message} retry={refresh} />
    )
  return <OpenChange change={answer.change} refresh={refresh} />
}

function OpenChange({ change, refresh }: { change: Change; refresh: () => void }) {
  const { home } = usePromptShell()
  const tab = parseTab(useSearchParams().get('tab'))
  const here = `${home}/changes/${change.number}`
  useBreadcrumb(useMemo(() => [{ label: `#${change.number}`, href: here }], [change.number, here]))
  return (
    <ChangeContext value={{ change, here, home, refresh }}>
      <div className={classes.page}>
        <ChangeHeader tab={tab} />
        {tab === 'conversation' && <ConversationTab />}
        {tab === 'difference' && <DifferenceTab />}
        {tab === 'commits' && <CommitsTab />}
      </div>
    </ChangeContext>
  )
}

function ChangeSkeleton() {
  return (
    <div className={classes.page} role="status" aria-label="Loading the change request">
      <div className={classes.header}>
        <Skeleton height={18} width="min(420px, 80%)" mt={6} />
        <Skeleton height={12} width="min(320px, 60%)" mt={18} mb={54} />
      </div>
      <SkeletonRows rows={6} height={64} label="Loading the conversation" />
    </div>
  )
}
