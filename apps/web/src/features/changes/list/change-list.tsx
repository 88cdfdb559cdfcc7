'use client'

import { Button } from '@mantine/core'
import { IconGitPullRequest, IconSearchOff } from '@tabler/icons-react'
import { type ReactNode, useMemo, useRef } from 'react'
import { type ConnectionPage, transportFailure, type useConnection } from '../../../graphql/index.ts'
import { counted } from '../../../lib/counted.ts'
import { useRowKeys } from '../../../lib/use-row-keys.ts'
import { useSearchText } from '../../../lib/use-search-text.ts'
import { EmptyState, ErrorState, LoadMore, MissingState, SkeletonRows } from '../../../ui/index.ts'
import { useLibrary, useShortcuts } from '../../shell/index.ts'
import { EVERY_OPEN, isNarrowed } from './change-filter.ts'
import classes from './change-list.module.css'
import { ChangeListRow } from './change-list-row.tsx'
import { ChangeToolbar } from './change-toolbar.tsx'
import type { ChangeRow } from './changes-query.ts'
import { useChangeFilter } from './use-change-filter.ts'

type List = ReturnType<typeof useConnection<never, never, ConnectionPage<ChangeRow>>>

interface ChangeListProps {
  list: List
  withPrompt: boolean
  /** Stands at the end of the toolbar. */
  action?: ReactNode
  /** Said where there is not a single change request yet. */
  empty: ReactNode
}

/** Change requests as a list, with what narrows it. */
export function ChangeList({ list, withPrompt, action, empty }: ChangeListProps) {
  const { filter, setFilter } = useChangeFilter()
  const [search, setSearch] = useSearchText(filter.text, (text) =>
    setFilter({ ...filter, text }, { replace: true }),
  )
  const searchBox = useRef<HTMLInputElement>(null)
  useShortcuts(
    useMemo(
      () => [
        { keys: '/', label: 'Search change requests', group: 'List', run: () => searchBox.current?.focus() },
      ],
      [],
    ),
  )
  return (
    <div className={classes.page}>
      <ChangeToolbar
        filter={filter}
        setFilter={setFilter}
        search={search}
        setSearch={setSearch}
        searchBox={searchBox}
        count={list.status === 'ready' ? counted(list.total, 'change request') : null}
        action={action}
      />
      <div className={classes.scroller} data-stale={list.stale || undefined}>
        <Body list={list} withPrompt={withPrompt} empty={empty} />
      </div>
    </div>
  )
}

function Body({ list, withPrompt, empty }: Pick<ChangeListProps, 'list' | 'withPrompt' | 'empty'>) {
  const { slug } = useLibrary()
  const { filter, setFilter } = useChangeFilter()
  const rows = useRowKeys()
  if (list.status === 'loading') return <SkeletonRows rows={10} height={56} label="Loading change requests" />
  if (list.status === 'missing') return <MissingState what="page" home={`/l/${slug}`} />
  if (list.status === 'error')
    return (
      <ErrorState
        inline
        title="The change requests could not be loaded"
        message={list.error ? transportFailure(list.error).message : ''}
        retry={list.refresh}
      />
    )
  if (list.rows.length === 0) {
    if (!isNarrowed(filter) && filter.show === 'open')
      return (
        <EmptyState
          inline
          icon={IconGitPullRequest}
          title="No open change requests"
          actions={
            <Button onClick={() => setFilter({ ...EVERY_OPEN, show: 'all' })}>Show merged and closed</Button>
          }
        >
          {empty}
        </EmptyState>
      )
    return (
      <EmptyState
        inline
        icon={IconSearchOff}
        title="Nothing fits"
        actions={<Button onClick={() => setFilter(EVERY_OPEN)}>Show all that are open</Button>}
      >
        No change request fits {filter.text ? `“${filter.text}”` : 'this choice'}.
      </EmptyState>
    )
  }
  return (
    <>
      <ol className={classes.rows} ref={rows} aria-label="Change requests, newest activity first">
        {list.rows.map((row) => (
          <ChangeListRow
            key={row.id}
            row={row}
            withPrompt={withPrompt}
            href={`/l/${slug}/p/${row.prompt.key}/changes/${row.number}`}
          />
        ))}
      </ol>
      <div className={classes.more}>
        <LoadMore hasMore={list.hasMore} loadMore={list.loadMore} />
      </div>
    </>
  )
}
