'use client'

import { Button } from '@mantine/core'
import { IconGitPullRequest } from '@tabler/icons-react'
import Link from 'next/link'
import { useMemo } from 'react'
import { useConnection } from '../../../graphql/index.ts'
import { usePromptShell } from '../../prompt/index.ts'
import { useCan, useLibrary } from '../../shell/index.ts'
import { useRefreshOnChanges } from '../hooks/use-refresh-on-changes.ts'
import { toApiFilter } from './change-filter.ts'
import { ChangeList } from './change-list.tsx'
import { PromptChangesQuery } from './changes-query.ts'
import { useChangeFilter } from './use-change-filter.ts'

/** The change requests of one prompt. */
export function PromptChangesPage() {
  const { slug } = useLibrary()
  const { prompt, home } = usePromptShell()
  const mayOpen = useCan('change.create') && prompt.archivedAt === null
  const { filter } = useChangeFilter()
  const list = useConnection({
    query: PromptChangesQuery,
    variables: useMemo(
      () => ({ slug, key: prompt.key, filter: toApiFilter(filter) }),
      [slug, prompt.key, filter],
    ),
    connection: (data) => data.library?.prompt?.changeRequests,
  })
  useRefreshOnChanges(list.refresh)
  return (
    <ChangeList
      list={list}
      withPrompt={false}
      empty="Write on a branch, commit, and ask others to look at it before it goes into main."
      action={
        mayOpen && (
          <Button
            component={Link}
            href={`${home}/changes/new`}
            variant="filled"
            leftSection={<IconGitPullRequest size={16} aria-hidden />}
          >
            New change request
          </Button>
        )
      }
    />
  )
}
