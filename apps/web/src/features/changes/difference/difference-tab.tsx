'use client'

import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconColumns2, IconGitCompare, IconLayoutList, IconRefresh } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { EditorSkeleton } from '../../../editor/index.ts'
import { counted } from '../../../lib/counted.ts'
import { EmptyState, ErrorState } from '../../../ui/index.ts'
import { useShortcuts } from '../../shell/index.ts'
import { ThreadCard } from '../conversation/thread-card.tsx'
import { type Thread, threadsOf, unresolvedOnLines } from '../conversation/threads.ts'
import { useChange } from '../view/change-context.tsx'
import type { Difference } from './difference-query.ts'
import classes from './difference-tab.module.css'
import { placeThreads } from './placed-threads.ts'
import { RenderedView } from './rendered-view.tsx'
import { ReviewMenu } from './review-menu.tsx'
import { StructureList } from './structure-list.tsx'
import { TextView } from './text-view.tsx'
import { UnresolvedButton } from './unresolved-button.tsx'
import { useDifference } from './use-difference.ts'

const VIEWS = ['text', 'structure', 'rendered'] as const
type View = (typeof VIEWS)[number]

/** What the merge would change, in three views, and the place to judge it. */
export function DifferenceTab() {
  const { change } = useChange()
  const { answer, stale, load } = useDifference()
  const [view, setView] = useState<View>('text')
  const [changes, setChanges] = useState<number | null>(null)
  const { split, toggle } = useSplit()
  const threads = useMemo(() => threadsOf(change.comments), [change.comments])
  const shown = answer.state === 'ready' ? answer.difference : null
  return (
    <div className={classes.tab}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label="View of the difference"
          value={view}
          onChange={(value) => setView(VIEWS.find((known) => known === value) ?? 'text')}
          data={[
            { value: 'text', label: 'Text' },
            { value: 'structure', label: 'Structure' },
            { value: 'rendered', label: 'Rendered' },
          ]}
        />
        <span className={classes.status} role="status">
          {view === 'text' && changes !== null && counted(changes, 'change')}
        </span>
        {view === 'text' && (
          <>
            <UnresolvedButton threads={unresolvedOnLines(threads)} />
            <Tooltip label={split ? 'Show inline (I)' : 'Show side by side (I)'}>
              <ActionIcon
                className={classes.split}
                aria-label={split ? 'Show inline' : 'Show side by side'}
                onClick={toggle}
              >
                {split ? <IconLayoutList size={16} /> : <IconColumns2 size={16} />}
              </ActionIcon>
            </Tooltip>
          </>
        )}
        <ReviewMenu head={shown?.head.hash ?? null} stale={stale} />
      </div>
      {stale && <Newer load={() => void load()} />}
      <Body
        answer={answer}
        view={view}
        split={split}
        threads={threads}
        onChanges={setChanges}
        retry={() => void load()}
      />
    </div>
  )
}

/** Side by side or inline; a phone has room for one only. */
function useSplit() {
  const [look, setLook] = useLocalStorage<'split' | 'inline'>({ key: 'incipit-diff', defaultValue: 'split' })
  const roomy = useMediaQuery('(min-width: 48em)') ?? true
  const toggle = () => setLook((now) => (now === 'split' ? 'inline' : 'split'))
  useShortcuts(
    useMemo(
      () => [
        {
          keys: 'i',
          label: 'Side by side or inline',
          group: 'Difference',
          run: () => setLook((now) => (now === 'split' ? 'inline' : 'split')),
        },
      ],
      [setLook],
    ),
  )
  return { split: roomy && look === 'split', toggle }
}

function Newer({ load }: { load: () => void }) {
  const { change } = useChange()
  return (
    <div className={classes.newer} role="status">
      <IconRefresh size={16} aria-hidden />
      <span>
        {change.source.name} has newer commits than what you see here. A review speaks of what its writer saw.
      </span>
      <Button size="xs" onClick={load}>
        Show the newest
      </Button>
    </div>
  )
}

interface BodyProps {
  answer: ReturnType<typeof useDifference>['answer']
  view: View
  split: boolean
  threads: readonly Thread[]
  onChanges: (count: number) => void
  retry: () => void
}

function Body({ answer, retry, ...props }: BodyProps) {
  const { change } = useChange()
  if (answer.state === 'loading') return <EditorSkeleton />
  if (answer.state === 'failed')
    return (
      <ErrorState inline title="The difference could not be loaded" message={answer.message} retry={retry} />
    )
  if (answer.state === 'empty')
    return (
      <EmptyState inline icon={IconGitCompare} title="Nothing to compare">
        {change.source.name} has no commits that {change.target.name} lacks.
      </EmptyState>
    )
  return <Views {...props} difference={answer.difference} />
}

function Views({
  difference,
  view,
  split,
  threads,
  onChanges,
}: Omit<BodyProps, 'answer' | 'retry'> & { difference: Difference }) {
  const outdated = useMemo(() => placeThreads(threads).outdated, [threads])
  if (view === 'structure')
    return (
      <div className={classes.structure}>
        <StructureList changes={difference.structure} />
      </div>
    )
  if (view === 'rendered')
    return <RenderedView before={difference.base.content} after={difference.head.content} />
  return (
    <>
      <TextView difference={difference} threads={threads} split={split} onChanges={onChanges} />
      {outdated.length > 0 && (
        <section className={classes.outdated} aria-label="Comments on lines that are gone">
          <h3>On lines that are gone</h3>
          {outdated.map((thread) => (
            <ThreadCard key={thread.root.id} thread={thread} />
          ))}
        </section>
      )}
    </>
  )
}
