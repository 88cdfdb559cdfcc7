'use client'

import { Skeleton } from '@mantine/core'
import { useRouter, useSearchParams } from 'next/navigation'
import { useQuery } from 'urql'
import { transportFailure } from '../../../graphql/index.ts'
import { ErrorState, SkeletonRows } from '../../../ui/index.ts'
import { usePromptShell } from '../../prompt/index.ts'
import { useCan, useLibrary, usePageName } from '../../shell/index.ts'
import { sourcesOf, targetsOf } from './branch-choices.ts'
import { BranchChoices } from './branch-choices-row.tsx'
import { ChangePreviewView } from './change-preview.tsx'
import classes from './new-change.module.css'
import { NewChangeForm } from './new-change-form.tsx'
import { newChangeHindrance } from './new-change-hindrance.ts'
import { type ChangeBranch, ChangeBranchesQuery, ChangePreviewQuery } from './new-change-query.ts'

/** Asks for the changes of one branch to be brought into another. */
export function NewChangePage() {
  const { slug } = useLibrary()
  const { prompt } = usePromptShell()
  const [{ data, error, fetching }, retry] = useQuery({
    query: ChangeBranchesQuery,
    variables: { slug, key: prompt.key },
  })
  usePageName('New change request')
  const branches = data?.library?.prompt?.branches
  if (branches) return <Choosing branches={branches} />
  if (fetching || !error)
    return (
      <div className={classes.page} role="status" aria-label="Loading the branches">
        <Skeleton height={20} width={220} mb={24} />
        <Skeleton height={32} width={420} />
      </div>
    )
  return (
    <ErrorState
      title="The branches could not be loaded"
      message={transportFailure(error).message}
      retry={retry}
    />
  )
}

function Choosing({ branches }: { branches: readonly ChangeBranch[] }) {
  const { slug } = useLibrary()
  const { prompt, home } = usePromptShell()
  const mayOpen = useCan('change.create') && prompt.archivedAt === null
  const router = useRouter()
  const params = useSearchParams()
  const sources = sourcesOf(branches)
  const source =
    branches.find(({ name }) => name === params.get('from')) ??
    (params.has('from') ? null : (sources.find(({ ahead }) => ahead > 0) ?? null))
  const targets = targetsOf(branches, source)
  const target = targets.find(({ name }) => name === params.get('to')) ?? targets[0] ?? null
  const [{ data, fetching, error }, retry] = useQuery({
    query: ChangePreviewQuery,
    variables: { slug, key: prompt.key, source: source?.name ?? '', target: target?.name ?? '' },
    pause: !source?.head || !target,
    requestPolicy: 'network-only',
  })
  const preview = source && target && !fetching ? (data?.library?.prompt ?? null) : null
  const hindrance = newChangeHindrance({ source, target, preview })
  const choose = (from: string, to: string | null) => {
    const query = new URLSearchParams({ from, ...(to && { to }) })
    router.replace(`${home}/changes/new?${query}`)
  }
  return (
    <div className={classes.page}>
      <h2 className={classes.title}>New change request</h2>
      <BranchChoices sources={sources} source={source} targets={targets} target={target} choose={choose} />
      {!mayOpen && (
        <p className={classes.hindrance} role="status">
          {prompt.archivedAt === null
            ? 'Opening a change request needs the level developer or admin.'
            : 'The prompt is archived. Ask an admin to restore it.'}
        </p>
      )}
      {mayOpen && (
        <NewChangeForm
          key={`${source?.id} ${target?.id}`}
          source={source}
          target={target}
          preview={preview}
          hindrance={hindrance}
        />
      )}
      {error && !preview && (
        <ErrorState
          inline
          title="The branches could not be compared"
          message={transportFailure(error).message}
          retry={retry}
        />
      )}
      {fetching && <SkeletonRows rows={8} height={24} label="Comparing the branches" />}
      {preview?.compare && !hindrance && <ChangePreviewView comparison={preview.compare} />}
    </div>
  )
}
