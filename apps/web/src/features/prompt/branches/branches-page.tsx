'use client'

import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import { counted } from '../../../lib/counted.ts'
import { useSearchText } from '../../../lib/use-search-text.ts'
import { EmptyState, ErrorState, SkeletonRows } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { groupBranches } from './branch-groups.ts'
import classes from './branches-page.module.css'
import { BranchTable } from './parts/branch-table.tsx'
import { DeletedBranches } from './parts/deleted-branches.tsx'
import { useBranches } from './use-branches.ts'

/** All branches of a prompt by what they are for, and those that were deleted. */
export function BranchesPage() {
  const { prompt, branchName } = usePromptShell()
  const mayOpen = useCan('branch.create') && prompt.archivedAt === null
  const { branches, failure, refresh } = useBranches()
  const [search, setSearch] = useBranchSearch()
  const open = (): void => openDialog({ kind: 'create-branch', from: branchName, carry: true })
  if (failure)
    return <ErrorState title="The branches could not be loaded" message={failure} retry={refresh} />
  const groups = groupBranches(branches ?? [], search)
  const longest = Math.max(0, ...(branches ?? []).flatMap(({ ahead, behind }) => [ahead, behind]))
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <h2 className={classes.title}>Branches</h2>
        <span className={classes.count}>{branches && counted(branches.length, 'branch', 'branches')}</span>
        <TextInput
          className={classes.search}
          type="search"
          aria-label="Find a branch"
          placeholder="Find a branch"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {mayOpen && (
          <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
            New branch
          </Button>
        )}
      </div>
      {!branches && <SkeletonRows rows={6} height={56} label="Loading the branches" />}
      {branches && groups.length === 0 && (
        <EmptyState
          inline
          icon={IconSearch}
          title="No branch of that name"
          actions={<Button onClick={() => setSearch('')}>Show all branches</Button>}
        >
          Deleted branches are listed below, with the way to bring them back.
        </EmptyState>
      )}
      {groups.length > 0 && <BranchTable groups={groups} longest={longest} />}
      {branches?.length === 1 && search === '' && <OnlyMain mayOpen={mayOpen} />}
      <DeletedBranches />
    </div>
  )
}

function OnlyMain({ mayOpen }: { mayOpen: boolean }) {
  return (
    <p className={classes.hint}>
      There is only main so far.{' '}
      {mayOpen
        ? 'Open a branch to try something out, prepare a release or repair what is in use, without touching main: it has a live text and a history of its own, and comes to main by a change request.'
        : 'Branches are opened by developers and admins.'}
    </p>
  )
}

/** The search as it stands in the address. */
function useBranchSearch() {
  const current = useSearchParams().get('q') ?? ''
  const commit = useCallback((search: string) => {
    const params = new URLSearchParams(window.location.search)
    if (search === '') params.delete('q')
    else params.set('q', search)
    const query = params.toString().replaceAll('%2F', '/')
    window.history.replaceState(null, '', `${window.location.pathname}${query === '' ? '' : `?${query}`}`)
  }, [])
  return useSearchText(current, commit)
}
