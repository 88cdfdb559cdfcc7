'use client'

import { Skeleton } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useQuery } from 'urql'
import { EditorSkeleton } from '../../../editor/index.ts'
import { type ResultOf, transportFailure } from '../../../graphql/index.ts'
import { ErrorState, MissingState } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { branchQuery } from '../branches/branch-address.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { ResolvedChangeQuery } from './conflict-query.ts'
import { NothingToResolve } from './nothing-to-resolve.tsx'
import classes from './resolve-page.module.css'
import { ResolveScreen } from './resolve-screen.tsx'
import { useConflicts } from './use-conflicts.ts'

type Library = NonNullable<ResultOf<typeof ResolvedChangeQuery>['library']>

/** A change request whose conflicts are resolved. */
export type ResolvedChange = NonNullable<Library['changeRequest']>

/** The conflicts of a change request, resolved in the live text of its source. */
export function ResolvePage({ number }: { number: number }) {
  const { slug } = useLibrary()
  const { prompt, home } = usePromptShell()
  const [{ data, error, fetching }, retry] = useQuery({
    query: ResolvedChangeQuery,
    variables: { slug, number },
    pause: !Number.isSafeInteger(number),
  })
  const change = data?.library?.changeRequest
  if (change?.prompt.id === prompt.id) return <OnItsBranch change={change} />
  if (error && !fetching)
    return (
      <ErrorState
        title="The change request could not be loaded"
        message={transportFailure(error).message}
        retry={retry}
      />
    )
  if (!Number.isSafeInteger(number) || (data && !fetching))
    return <MissingState what="change request" home={`${home}/changes`} />
  return <ResolveSkeleton />
}

/** The page stands on the source: its live text is the one that is written in. */
function OnItsBranch({ change }: { change: ResolvedChange }) {
  const { branchName, branch, home } = usePromptShell()
  const router = useRouter()
  const right = branchName === change.source.name
  useEffect(() => {
    if (!right) router.replace(`${home}/changes/${change.number}/resolve${branchQuery(change.source.name)}`)
  }, [right, router, home, change.number, change.source.name])
  if (!right || !branch) return <ResolveSkeleton />
  return <Resolving change={change} />
}

function Resolving({ change }: { change: ResolvedChange }) {
  const known = useConflicts()
  if (!known.ready) return <ResolveSkeleton />
  if (!known.merging && known.conflicts.length === 0) return <NothingToResolve change={change} />
  return <ResolveScreen change={change} known={known} />
}

function ResolveSkeleton() {
  return (
    <div className={classes.page} role="status" aria-label="Loading the conflicts">
      <Skeleton height={16} width={320} m={16} />
      <EditorSkeleton />
    </div>
  )
}
