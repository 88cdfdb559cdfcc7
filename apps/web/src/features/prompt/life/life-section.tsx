'use client'

import { Skeleton } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { transportFailure, useConnection } from '../../../graphql/index.ts'
import { Avatar, ErrorState, LoadMore, RelativeTime, StateBadge, stateLook } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { usePrompt } from '../prompt-context.tsx'
import settings from '../settings/settings-page.module.css'
import { StatusHistoryQuery, type StatusStep } from './life-query.ts'
import classes from './life-section.module.css'

const PAGE = 20

/** What became of the prompt: every change of its status, newest first. */
export function LifeSection() {
  const { prompt } = usePrompt()
  const { rows, status, hasMore, loadMore, error, refresh } = useStatusHistory()
  return (
    <section className={settings.section} aria-label="Life">
      <h2 className={settings.heading}>Life</h2>
      <p>
        <StateBadge kind="status" value={prompt.status} variant="pill" />{' '}
        {stateLook('status', prompt.status).meaning}.
      </p>
      {status === 'loading' && <Skeleton height={48} role="status" aria-label="Loading what became of it" />}
      {status === 'error' && error && (
        <ErrorState
          inline
          title="What became of it could not be loaded"
          message={transportFailure(error).message}
          retry={refresh}
        />
      )}
      {status === 'ready' && rows.length === 0 && (
        <p>
          It has been a draft since it was made; nobody has moved it yet. The badge beside its name offers the
          moves.
        </p>
      )}
      {rows.length > 0 && (
        <ol className={classes.timeline} aria-label="Status changes, newest first">
          {rows.map((step) => (
            <Step key={`${step.at} ${step.to}`} step={step} />
          ))}
        </ol>
      )}
      <LoadMore hasMore={hasMore} loadMore={loadMore} />
    </section>
  )
}

function Step({ step }: { step: StatusStep }) {
  return (
    <li className={classes.step}>
      <span className={classes.move}>
        <StateBadge kind="status" value={step.from} />
        <IconArrowRight size={14} stroke={1.75} aria-label="to" />
        <StateBadge kind="status" value={step.to} />
      </span>
      <span className={classes.who}>
        <Avatar person={step.by} size={20} plain />
        {step.by.name}
        {step.by.kind === 'KEY' && ' (key)'}, <RelativeTime at={step.at} />
      </span>
      {step.reason !== null && <blockquote className={classes.reason}>{step.reason}</blockquote>}
    </li>
  )
}

function useStatusHistory() {
  const { slug } = useLibrary()
  const { prompt } = usePrompt()
  const list = useConnection({
    query: StatusHistoryQuery,
    variables: useMemo(() => ({ library: slug, key: prompt.key }), [slug, prompt.key]),
    connection: (data) => data.library?.prompt?.statusChanges,
    pageSize: PAGE,
  })
  const { refresh } = list
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new status is a new step
  useEffect(refresh, [prompt.status, refresh])
  return list
}
