'use client'

import { IconShieldCheck } from '@tabler/icons-react'
import { transportFailure } from '../../graphql/index.ts'
import {
  EmptyState,
  ErrorState,
  LoadMore,
  MissingState,
  Page,
  PageHeader,
  SkeletonRows,
} from '../../ui/index.ts'
import { useCan, usePageName } from '../shell/index.ts'
import { useAuditEntries } from './hooks/use-audit-entries.ts'
import { useAuditFilter } from './hooks/use-audit-filter.ts'
import { AuditFilters } from './parts/audit-filters.tsx'
import { AuditTable } from './parts/audit-table.tsx'
import { ChainCheck } from './parts/chain-check.tsx'

/** Everything that was done in this library, by whom, in a chain that shows when it was tampered with. */
export function AuditPage() {
  usePageName('Audit')
  return useCan('audit.read') ? <Audit /> : <MissingState />
}

function Audit() {
  const { filter, setFilter, isFiltered } = useAuditFilter()
  const list = useAuditEntries(filter)
  return (
    <Page width="full">
      <PageHeader
        title="Audit"
        description="Every change, who made it and when. Each entry carries the hash of the one before, so that none can be changed or dropped unnoticed."
        actions={<ChainCheck />}
      />
      <AuditFilters
        filter={filter}
        setFilter={setFilter}
        total={list.status === 'ready' ? list.total : null}
      />
      {list.status === 'loading' && <SkeletonRows rows={12} height={44} label="Loading the audit log" />}
      {(list.status === 'error' || list.status === 'missing') && (
        <ErrorState
          inline
          title="The audit log could not be loaded"
          message={list.error ? transportFailure(list.error).message : 'It is not to be found.'}
          retry={list.refresh}
        />
      )}
      {list.status === 'ready' && list.rows.length === 0 && (
        <EmptyState
          inline
          icon={IconShieldCheck}
          title={isFiltered ? 'Nothing fits' : 'Nothing has happened yet'}
        >
          {isFiltered
            ? 'No entry fits these filters. Widen them.'
            : 'Each change in this library will leave an entry here.'}
        </EmptyState>
      )}
      {list.rows.length > 0 && <AuditTable entries={list.rows} />}
      <LoadMore hasMore={list.hasMore} loadMore={list.loadMore} />
    </Page>
  )
}
