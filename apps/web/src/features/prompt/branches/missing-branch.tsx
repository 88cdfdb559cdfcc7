'use client'

import { Button } from '@mantine/core'
import { IconGitBranchDeleted } from '@tabler/icons-react'
import Link from 'next/link'
import { useQuery } from 'urql'
import { EmptyState, FormFailure, RelativeTime } from '../../../ui/index.ts'
import { useCan, useLibrary } from '../../shell/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { DeletedBranchesQuery } from './branch-query.ts'
import { useRestoreBranch } from './use-restore-branch.ts'

/** Stands where the address names a branch that is not there: deleted, which can be taken back, or never known. */
export function MissingBranch() {
  const { slug } = useLibrary()
  const { prompt, branchName, home } = usePromptShell()
  const mayRestore = useCan('branch.create') && prompt.archivedAt === null
  const { restore, busy, failure } = useRestoreBranch()
  const [{ data, fetching }] = useQuery({
    query: DeletedBranchesQuery,
    variables: { library: slug, key: prompt.key },
    requestPolicy: 'network-only',
  })
  const deleted = data?.library?.prompt?.deletedBranches.find(({ name }) => name === branchName)
  if (!data && fetching) return null
  return (
    <EmptyState
      icon={IconGitBranchDeleted}
      title={deleted ? `${branchName} was deleted` : `There is no branch ${branchName}`}
      actions={
        <>
          {deleted && mayRestore && (
            <Button variant="filled" loading={busy} onClick={() => void restore(deleted)}>
              Restore it
            </Button>
          )}
          <Button component={Link} href={home} variant={deleted && mayRestore ? 'default' : 'filled'}>
            Go to main
          </Button>
          <Button component={Link} href={`${home}/branches`}>
            All branches
          </Button>
        </>
      }
    >
      {deleted?.deletedAt ? (
        <p>
          <RelativeTime at={deleted.deletedAt} prefix="Deleted" />. Its commits and its live text, also what
          was not committed, are kept{mayRestore ? '' : ', and a developer or admin can bring it back'}.
        </p>
      ) : (
        <p>It may have been renamed or merged and deleted, or the address is mistyped.</p>
      )}
      <FormFailure message={failure?.message} />
    </EmptyState>
  )
}
