'use client'

import { Button } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import Link from 'next/link'
import { useState } from 'react'
import { transportFailure } from '../../../graphql/index.ts'
import { useRowKeys } from '../../../lib/use-row-keys.ts'
import { EmptyState, ErrorState, FormFailure, LoadMore } from '../../../ui/index.ts'
import { ArrivalAnnouncer } from '../history/arrival-announcer.tsx'
import { usePrompt } from '../prompt-context.tsx'
import classes from './changelog-page.module.css'
import type { Changelog } from './changelog-query.ts'
import { ChangelogSection } from './changelog-section.tsx'
import { ChangelogSkeleton } from './changelog-skeleton.tsx'
import { ChangelogToolbar } from './changelog-toolbar.tsx'
import { useChangelog } from './use-changelog.ts'
import { useChangelogFilter } from './use-changelog-filter.ts'

/** So many sections are drawn at first, and more when the reader gets to their end. */
const SHOWN = 30

/** What changed on the branch, told for readers: by version or by day, and to take along. New versions arrive by themselves. */
export function ChangelogPage() {
  const { filter, setFilter } = useChangelogFilter()
  const { changelog, error, fetching, refresh } = useChangelog(filter)
  const failure = error && !fetching ? transportFailure(error).message : null
  return (
    <div className={classes.page}>
      <ChangelogToolbar filter={filter} onChange={setFilter} changelog={changelog} />
      {failure !== null && changelog && (
        <FormFailure message={`This may not be the newest: it could not be loaded again. ${failure}`} />
      )}
      {changelog ? (
        <Sections
          changelog={changelog}
          onAll={filter.days === null ? null : () => setFilter({ ...filter, days: null })}
        />
      ) : failure !== null ? (
        <ErrorState inline title="The changelog could not be loaded" message={failure} retry={refresh} />
      ) : (
        <ChangelogSkeleton />
      )}
      <ArrivalAnnouncer />
    </div>
  )
}

interface SectionsProps {
  changelog: Changelog
  /** Absent where all of it is shown. */
  onAll: (() => void) | null
}

function Sections({ changelog: { sections }, onAll }: SectionsProps) {
  const [shown, setShown] = useState(SHOWN)
  const list = useRowKeys<HTMLDivElement>()
  if (sections.length === 0) return onAll ? <NoneLately onAll={onAll} /> : <NoChanges />
  return (
    <div ref={list}>
      {sections.slice(0, shown).map((section) => (
        <ChangelogSection key={section.title} section={section} />
      ))}
      <LoadMore hasMore={shown < sections.length} loadMore={() => setShown((now) => now + SHOWN)} />
    </div>
  )
}

function NoChanges() {
  const { href } = usePrompt()
  return (
    <EmptyState
      inline
      icon={IconListDetails}
      title="No changes yet"
      actions={
        <Button component={Link} href={href('')} variant="filled">
          Open the editor
        </Button>
      }
    >
      The changelog writes itself: each commit stands here with its message and its type, under the version it
      came with.
    </EmptyState>
  )
}

function NoneLately({ onAll }: { onAll: () => void }) {
  return (
    <EmptyState
      inline
      icon={IconListDetails}
      title="Nothing changed in this time"
      actions={<Button onClick={onAll}>Show all time</Button>}
    />
  )
}
