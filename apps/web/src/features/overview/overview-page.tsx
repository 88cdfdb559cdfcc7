'use client'

import { Button, Skeleton } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import Link from 'next/link'
import { transportFailure } from '../../graphql/index.ts'
import { counted } from '../../lib/counted.ts'
import { EmptyState, ErrorState, Page } from '../../ui/index.ts'
import { useCan, useLibrary, usePageName } from '../shell/index.ts'
import { type Statistics, useOverview } from './hooks/use-overview.ts'
import classes from './overview-page.module.css'
import { ActivityChart } from './parts/activity-chart.tsx'
import { CategoryBars, StatusBars } from './parts/count-bars.tsx'
import { KeyFigures } from './parts/key-figures.tsx'
import { WaitingList } from './parts/waiting-list.tsx'

/** The library in numbers, and what in it waits for somebody. */
export function OverviewPage() {
  usePageName('Overview')
  const { name, staleAfterDays } = useLibrary()
  const { overview, error, refresh } = useOverview()
  if (!overview)
    return error ? (
      <ErrorState
        title="The overview could not be loaded"
        message={transportFailure(error).message}
        retry={refresh}
      />
    ) : (
      <Loading />
    )
  const { statistics, stale, wrong, deprecated } = overview
  if (statistics.promptCount + statistics.archivedCount === 0) return <Nothing />
  return (
    <Page width="full">
      <div className={classes.page}>
        <h1 className={classes.title}>Overview of {name}</h1>
        <KeyFigures statistics={statistics} />
        <section className={classes.section} aria-labelledby="activity">
          <h2 id="activity" className={classes.heading}>
            Commits of the last 30 days
          </h2>
          <ActivityChart days={statistics.activity} />
        </section>
        <div className={classes.pair}>
          <section className={classes.section} aria-labelledby="by-status">
            <h2 id="by-status" className={classes.heading}>
              By status
            </h2>
            <StatusBars counts={statistics.byStatus} />
          </section>
          <section className={classes.section} aria-labelledby="by-category">
            <h2 id="by-category" className={classes.heading}>
              By category
            </h2>
            <CategoryBars counts={statistics.byCategory} />
          </section>
        </div>
        <div className={classes.three}>
          <WaitingList
            title="Stale"
            waiting={stale}
            query="?stale=1&sort=modified"
            none={`Every prompt was changed within ${counted(staleAfterDays, 'day')}.`}
          />
          <WaitingList
            title="With errors"
            waiting={wrong}
            query="?errors=1"
            none="No committed text has errors."
            errors
          />
          <WaitingList
            title="To be replaced"
            waiting={deprecated}
            query="?status=deprecated"
            none="No prompt is deprecated."
          />
        </div>
        <Beginnings statistics={statistics} />
      </div>
    </Page>
  )
}

function Beginnings({ statistics: { totalChanges, archivedCount } }: { statistics: Statistics }) {
  const { slug } = useLibrary()
  return (
    <p className={classes.foot}>
      {counted(totalChanges, 'commit')} since the beginning, on all branches.{' '}
      {archivedCount > 0 && (
        <>
          <Link href={`/l/${slug}?archived=1`}>{counted(archivedCount, 'archived prompt')}</Link>.{' '}
        </>
      )}
      <Link href={`/l/${slug}/changelog`}>What changed, in words</Link>
    </p>
  )
}

function Nothing() {
  const { slug, name } = useLibrary()
  const mayCreate = useCan('prompt.create')
  return (
    <EmptyState
      main
      icon={IconChartBar}
      title={`Nothing to count in ${name} yet`}
      actions={
        mayCreate && (
          <Button component={Link} variant="filled" href={`/l/${slug}?create=1`}>
            Write the first prompt
          </Button>
        )
      }
    >
      How many prompts there are, what state they are in and what waits for somebody stands here as soon as
      there is one.
    </EmptyState>
  )
}

function Loading() {
  return (
    <Page width="full">
      <div className={classes.page} role="status" aria-label="Loading the overview">
        <Skeleton height={20} width={220} my={6} />
        <Skeleton height={64} mt={20} mb={32} />
        <Skeleton height={140} mb={32} />
        <div className={classes.pair}>
          <Skeleton height={200} />
          <Skeleton height={200} />
        </div>
      </div>
    </Page>
  )
}
