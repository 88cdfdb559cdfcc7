'use client'

import { ActionIcon, Skeleton, Switch, Tooltip } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useQuery } from 'urql'
import { EditorSkeleton } from '../../../editor/index.ts'
import { transportFailure } from '../../../graphql/index.ts'
import { ErrorState, MissingState } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { branchQuery } from '../branches/branch-address.ts'
import { RefPicker } from '../branches/parts/ref-picker.tsx'
import { LineCounts } from '../parts/line-counts.tsx'
import { usePrompt } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import classes from './compare-page.module.css'
import { CompareQuery, type Comparison } from './compare-query.ts'
import { type CompareRange, parseRange, rangeAddress } from './compare-range.ts'
import { ComparedCommits } from './compared-commits.tsx'
import { DiffView } from './diff-view.tsx'
import { PatchMenu } from './patch-menu.tsx'
import { StructureSummary } from './structure-summary.tsx'

/** Any two places in the history side by side: what changed in the document, then the text. */
export function ComparePage({ range: address }: { range: string }) {
  const { href } = usePrompt()
  const range = parseRange(address)
  if (!range) return <MissingState what="comparison" home={href('/history')} />
  return <Compare range={range} />
}

function Compare({ range }: { range: CompareRange }) {
  const { slug } = useLibrary()
  const { prompt } = usePrompt()
  const [{ data, error, fetching }, retry] = useQuery({
    query: CompareQuery,
    variables: { library: slug, key: prompt.key, ...range },
    // Branches and tags come to stand for other commits.
    requestPolicy: 'cache-and-network',
  })
  const comparison = data?.library?.prompt?.compare ?? null
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Pickers range={range} comparison={comparison} />
        {comparison ? (
          <>
            <ComparedCommits base={comparison.base} head={comparison.head} />
            <StructureSummary changes={comparison.structure} />
          </>
        ) : (
          fetching && (
            <>
              <Skeleton height={14} width={420} my={3} />
              <Skeleton height={14} width={260} my={3} />
            </>
          )
        )}
      </header>
      <Result
        comparison={comparison}
        fetching={fetching}
        error={error ? transportFailure(error).message : null}
        retry={retry}
      />
    </div>
  )
}

function Pickers({ range, comparison }: { range: CompareRange; comparison: Comparison | null }) {
  const { home, branchName } = usePrompt()
  const router = useRouter()
  const go = (next: Partial<CompareRange>): void =>
    router.replace(rangeAddress(home, { ...range, ...next }) + branchQuery(branchName))
  const { base, head, sinceMergeBase } = range
  const parted = comparison?.mergeBase ?? null
  const mayPart = sinceMergeBase || (parted !== null && parted.id !== comparison?.base.id)
  return (
    <div className={classes.pickers}>
      <div className={classes.refs}>
        <RefPicker compact label="Compare from" value={base} onPick={(ref) => go({ base: ref })} />
        <Tooltip label="Swap the sides">
          <ActionIcon aria-label="Swap the sides" onClick={() => go({ base: head, head: base })}>
            <IconArrowsExchange size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
        <RefPicker compact label="Compare to" value={head} onPick={(ref) => go({ head: ref })} />
      </div>
      {mayPart && (
        <Tooltip
          multiline
          w={260}
          label={`Leaves out what ${base} got since the two parted${parted ? ` at ${refOf(parted)}` : ''}`}
        >
          <Switch
            size="xs"
            label="Since they parted"
            checked={sinceMergeBase}
            onChange={(event) => go({ sinceMergeBase: event.currentTarget.checked })}
          />
        </Tooltip>
      )}
      <span className={classes.counts}>
        {comparison && <LineCounts added={comparison.added} removed={comparison.removed} />}
        <PatchMenu range={range} />
      </span>
    </div>
  )
}

interface ResultProps {
  comparison: Comparison | null
  fetching: boolean
  error: string | null
  retry: () => void
}

function Result({ comparison, fetching, error, retry }: ResultProps) {
  const { href } = usePrompt()
  if (comparison) {
    return (
      <DiffView
        before={comparison.base.content}
        after={comparison.head.content}
        labelBefore={`Text of ${refOf(comparison.base)}`}
        labelAfter={`Text of ${refOf(comparison.head)}`}
      />
    )
  }
  if (fetching) {
    return (
      <div className={classes.waiting}>
        <div className={classes.bar} />
        <EditorSkeleton />
      </div>
    )
  }
  if (error)
    return <ErrorState inline title="The versions could not be compared" message={error} retry={retry} />
  return <MissingState what="version, tag or branch" home={href('/history')} />
}
