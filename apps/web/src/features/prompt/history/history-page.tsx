'use client'

import { Button } from '@mantine/core'
import { IconGitCommit } from '@tabler/icons-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import { transportFailure, useConnection } from '../../../graphql/index.ts'
import { useRowKeys } from '../../../lib/use-row-keys.ts'
import { EmptyState, ErrorState, SkeletonRows } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { branchQuery, compareAddress } from '../branches/branch-address.ts'
import { useArrivedCommits, useBranchMoves, usePrompt } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import { ArrivalAnnouncer } from './arrival-announcer.tsx'
import { choose } from './chosen-pair.ts'
import { CompareBar } from './compare-bar.tsx'
import { HistoryFilters } from './history-filters.tsx'
import classes from './history-page.module.css'
import { historyPicture } from './history-picture.ts'
import { HistoryQuery } from './history-query.ts'
import { HistoryRow } from './history-row.tsx'
import { useBranchHeads } from './use-branch-heads.ts'
import { useHistoryFilter } from './use-history-filter.ts'
import { useRestore } from './use-restore.ts'

const PAGE_SIZE = 50

/** The commits of the branch, or of all, newest first, beside a picture of how they came about; two of them can be compared. New ones arrive by themselves. */
export function HistoryPage() {
  const { slug } = useLibrary()
  const { prompt, branch, home, href, mayWrite } = usePrompt()
  const { restore } = useRestore()
  const router = useRouter()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set())
  const { filter, setFilter } = useHistoryFilter()
  const { rows, status, error, hasMore, total, loadMore, refresh } = useConnection({
    query: HistoryQuery,
    variables: {
      library: slug,
      key: prompt.key,
      branch: filter.all ? null : branch.name,
      all: filter.all,
      order: filter.firstParents ? ('FIRST_PARENT' as const) : ('FULL' as const),
    },
    connection: (data) => data.library?.prompt?.commits,
    pageSize: PAGE_SIZE,
  })
  useArrivedCommits((commit) => {
    setArrived((now) => new Set([...now, commit.id]))
    refresh()
  })
  // Merges, rollbacks and picks arrive as moves of the branch.
  useBranchMoves((move) => {
    if (move === null || filter.all || move.branch.id === branch.id) refresh()
  })
  const toggle = useCallback((hash: string) => setChosen((now) => choose(now, hash)), [])
  const list = useRowKeys()
  const heads = useBranchHeads()
  const picture = useMemo(() => historyPicture(rows, heads.order), [rows, heads])

  const filters = <HistoryFilters filter={filter} onChange={setFilter} />
  if (status === 'loading') {
    return (
      <div className={classes.page}>
        {filters}
        <div className={classes.bar} />
        <SkeletonRows rows={10} height={60} label="Loading the history" />
      </div>
    )
  }
  if (status === 'error' && error) {
    return (
      <ErrorState
        title="The history could not be loaded"
        message={transportFailure(error).message}
        retry={refresh}
      />
    )
  }
  if (rows.length === 0) return <NoVersions />
  const pair = rows.filter((row) => chosen.includes(row.hash))
  const compare = (): void => {
    const [head, base] = pair
    if (head && base) router.push(compareAddress(home, refOf(base), refOf(head)) + branchQuery(branch.name))
  }
  return (
    <div className={classes.page}>
      {filters}
      <CompareBar chosen={pair} onCompare={compare} onClear={() => setChosen([])} total={total} />
      <ol className={classes.rows} ref={list} aria-label="Versions, newest first">
        {rows.map((row) => (
          <HistoryRow
            key={row.id}
            entry={row}
            href={href(`/commits/${refOf(row)}`)}
            permalink={`${home}/commits/${row.version ?? row.hash}`}
            onMain={branch.type === 'MAIN'}
            newest={row.id === branch.head?.id}
            graph={picture.rowOf.get(row.hash) ?? null}
            lanes={picture.lanes}
            heads={heads.namesOf.get(row.hash) ?? []}
            fresh={arrived.has(row.id)}
            chosen={chosen.includes(row.hash)}
            onChoose={toggle}
            onRestore={mayWrite ? restore : undefined}
          />
        ))}
      </ol>
      {hasMore && (
        <Button className={classes.more} onClick={loadMore}>
          Show older versions ({total - rows.length} more)
        </Button>
      )}
      <ArrivalAnnouncer />
    </div>
  )
}

function NoVersions() {
  const { href } = usePrompt()
  return (
    <EmptyState
      icon={IconGitCommit}
      title="No versions yet"
      actions={
        <Button component={Link} href={href('')} variant="filled">
          Open the editor
        </Button>
      }
    >
      A version is made when somebody commits the live text. It then stays as it is, with its authors, and can
      be compared and restored.
    </EmptyState>
  )
}
