'use client'

import { VisuallyHidden } from '@mantine/core'
import { useMemo } from 'react'
import { useConnection } from '../../../graphql/index.ts'
import { useBreadcrumb, useLibrary } from '../../shell/index.ts'
import { useRefreshOnChanges } from '../hooks/use-refresh-on-changes.ts'
import { toApiFilter } from './change-filter.ts'
import { ChangeList } from './change-list.tsx'
import { LibraryChangesQuery } from './changes-query.ts'
import { useChangeFilter } from './use-change-filter.ts'

const CRUMBS = [{ label: 'Changes' }]

/** Every change request of the library. */
export function LibraryChangesPage() {
  const { slug, name } = useLibrary()
  const { filter } = useChangeFilter()
  useBreadcrumb(CRUMBS)
  const list = useConnection({
    query: LibraryChangesQuery,
    variables: useMemo(() => ({ slug, filter: toApiFilter(filter) }), [slug, filter]),
    connection: (data) => data.library?.changeRequests,
  })
  useRefreshOnChanges(list.refresh)
  return (
    <>
      <VisuallyHidden component="h1">Change requests of {name}</VisuallyHidden>
      <ChangeList
        list={list}
        withPrompt
        empty="A change request brings what was written on a branch into another one, after others have looked at it. Open one on the page of a prompt."
      />
    </>
  )
}
