'use client'

import { SegmentedControl, Skeleton } from '@mantine/core'
import { useSearchParams } from 'next/navigation'
import { useQuery } from 'urql'
import { EditorSkeleton } from '../../../editor/index.ts'
import { transportFailure } from '../../../graphql/index.ts'
import { ErrorState, MissingState } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { BlamePane } from '../blame/blame-pane.tsx'
import { usePrompt } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import { CommitContent } from './commit-content.tsx'
import { CommitDifference } from './commit-difference.tsx'
import { CommitHeader } from './commit-header.tsx'
import classes from './commit-page.module.css'
import { CommitQuery, type ShownCommit } from './commit-query.ts'
import { type CommitView, formatCommitView, parseCommitView } from './commit-view.ts'

/** One commit, under an address that stays: who made it, why, what it changed, its text, and who wrote that. */
export function CommitPage({ reference }: { reference: string }) {
  const { slug } = useLibrary()
  const { prompt, href } = usePrompt()
  const [{ data, error, fetching }, retry] = useQuery({
    query: CommitQuery,
    variables: { library: slug, key: prompt.key, ref: reference },
  })
  const commit = data?.library?.prompt?.commit
  if (commit) return <Commit commit={commit} />
  if (fetching) return <CommitSkeleton />
  if (error) {
    return (
      <ErrorState
        title="The version could not be loaded"
        message={transportFailure(error).message}
        retry={retry}
      />
    )
  }
  return <MissingState what="version" home={href('/history')} />
}

function Commit({ commit }: { commit: ShownCommit }) {
  const { view, setView } = useCommitView()
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label="What to show"
      value={view}
      onChange={(value) => setView(parseCommitView(value))}
      data={[
        { value: 'difference', label: 'Difference' },
        { value: 'content', label: 'Text' },
        { value: 'blame', label: 'Blame' },
      ]}
    />
  )
  return (
    <div className={classes.page}>
      <CommitHeader commit={commit} />
      {view === 'difference' && <CommitDifference commit={commit} lead={choice} />}
      {view === 'content' && <CommitContent commit={commit} lead={choice} />}
      {view === 'blame' && (
        <BlamePane commitId={commit.id} label={`Text of ${refOf(commit)}`} lead={choice} />
      )}
    </div>
  )
}

function useCommitView() {
  const params = useSearchParams()
  const setView = (view: CommitView): void => {
    const query = formatCommitView(new URLSearchParams(params.toString()), view)
    window.history.replaceState(null, '', window.location.pathname + query)
  }
  return { view: parseCommitView(params.get('view')), setView }
}

function CommitSkeleton() {
  return (
    <div className={classes.page}>
      <div className={classes.header}>
        <Skeleton height={20} width={320} my={6} />
        <Skeleton height={12} width={220} mt={10} />
      </div>
      <div className={classes.pane}>
        <div className={classes.bar} />
        <EditorSkeleton />
      </div>
    </div>
  )
}
