'use client'

import { Button } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { useMemo } from 'react'
import { transportFailure } from '../../graphql/index.ts'
import { counted } from '../../lib/counted.ts'
import { dayText } from '../../lib/day-text.ts'
import { useAddressQuery } from '../../lib/use-address-query.ts'
import { useRowKeys } from '../../lib/use-row-keys.ts'
import { EmptyState, ErrorState, LoadMore, SkeletonRows } from '../../ui/index.ts'
import { usePageName } from '../shell/index.ts'
import { ChangeRow } from './change-row.tsx'
import { type ChangesFilter, formatChangesFilter, parseChangesFilter } from './changes-filter.ts'
import type { Change } from './changes-query.ts'
import { ChangesToolbar } from './changes-toolbar.tsx'
import { daysOf } from './changes-view.ts'
import classes from './library-changelog.module.css'
import { useChanges } from './use-changes.ts'

/** What was committed on the mains of all prompts, by day, newest first. New changes arrive by themselves. */
export function LibraryChangelogPage() {
  usePageName('Changelog')
  const [params, setQuery] = useAddressQuery()
  const filter = useMemo(() => parseChangesFilter(params), [params])
  const setFilter = (next: ChangesFilter) => setQuery(formatChangesFilter(next))
  const list = useChanges(filter)
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>Changelog</h1>
      <ChangesToolbar
        filter={filter}
        setFilter={setFilter}
        count={list.status === 'ready' ? counted(list.total, 'change') : null}
        empty={list.rows.length === 0}
        all={list.all}
      />
      {list.status === 'loading' && <SkeletonRows rows={8} height={56} label="Loading the changelog" />}
      {(list.status === 'error' || list.status === 'missing') && (
        <ErrorState
          inline
          title="The changelog could not be loaded"
          message={list.error ? transportFailure(list.error).message : 'It is not to be found.'}
          retry={list.refresh}
        />
      )}
      {list.status === 'ready' && list.rows.length === 0 && <Nothing filter={filter} setFilter={setFilter} />}
      <Days changes={list.rows} stale={list.stale} />
      <LoadMore hasMore={list.hasMore} loadMore={list.loadMore} />
    </div>
  )
}

function Days({ changes, stale }: { changes: readonly Change[]; stale: boolean }) {
  const list = useRowKeys<HTMLDivElement>()
  const days = useMemo(() => daysOf(changes), [changes])
  return (
    <div ref={list} data-stale={stale || undefined} className={classes.days}>
      {days.map(({ day, changes }) => (
        <section key={day} className={classes.section} aria-label={dayText(day)}>
          <h2 className={classes.day}>{dayText(day)}</h2>
          <ul className={classes.changes}>
            {changes.map((change) => (
              <ChangeRow key={change.commit.id} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Nothing({ filter, setFilter }: { filter: ChangesFilter; setFilter: (next: ChangesFilter) => void }) {
  const narrowed = filter.category !== '' || filter.changeType !== null
  const wider: ChangesFilter = { days: 365, category: '', changeType: null }
  return (
    <EmptyState
      inline
      icon={IconListDetails}
      title={narrowed ? 'No change fits' : 'Nothing changed in this time'}
      actions={
        (narrowed || filter.days !== 365) && (
          <Button onClick={() => setFilter(wider)}>Show everything of the last year</Button>
        )
      }
    >
      Each commit on the main branch of a prompt stands here with its message and its type.
    </EmptyState>
  )
}
