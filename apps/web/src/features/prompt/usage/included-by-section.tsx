'use client'

import { Skeleton } from '@mantine/core'
import Link from 'next/link'
import { useMemo } from 'react'
import { transportFailure, useConnection } from '../../../graphql/index.ts'
import { useOnChange } from '../../../lib/use-on-change.ts'
import { DataTable, ErrorState, LoadMore, StateBadge } from '../../../ui/index.ts'
import { versionWords } from '../../dependencies/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import classes from './usage-page.module.css'
import { IncludedByQuery, type Includer } from './usage-query.ts'

/** The prompts that include this one. */
export function IncludedBySection({ version }: { version: unknown }) {
  const { prompt } = usePromptShell()
  const { rows, total, status, hasMore, loadMore, error, refresh } = useIncluders(version)
  return (
    <section className={classes.section} aria-label="Included by">
      <h2 className={classes.heading}>
        Included by {status === 'ready' && total > 0 && <span>{total.toLocaleString('en-GB')}</span>}
      </h2>
      {status === 'loading' && <Skeleton height={80} role="status" aria-label="Loading who includes it" />}
      {status === 'error' && error && (
        <ErrorState
          inline
          title="Who includes it could not be loaded"
          message={transportFailure(error).message}
          retry={refresh}
        />
      )}
      {status === 'ready' && rows.length === 0 && (
        <p className={classes.note}>
          Nobody includes it. Another prompt does with <code>{`{{> ${prompt.key}}}`}</code>.
        </p>
      )}
      {rows.length > 0 && (
        <DataTable label="Prompts that include this one" heads={['Prompt', 'Status', 'Asks for']}>
          {rows.map((row) => (
            <IncluderRow key={row.id} includer={row} promptKey={prompt.key} />
          ))}
        </DataTable>
      )}
      <LoadMore hasMore={hasMore} loadMore={loadMore} />
    </section>
  )
}

function IncluderRow({ includer, promptKey }: { includer: Includer; promptKey: string }) {
  const { slug } = useLibrary()
  const asked = includer.includes.filter(({ key }) => key === promptKey)
  const versions = [...new Set(asked.map(({ version }) => versionWords(version)))]
  return (
    <tr>
      <td>
        <Link href={`/l/${slug}/p/${includer.key}/usage`}>{includer.name}</Link>
        <span className={classes.key}>{includer.key}</span>
      </td>
      <td>
        <StateBadge kind="status" value={includer.status} quiet />
      </td>
      <td>{versions.join(', ')}</td>
    </tr>
  )
}

function useIncluders(version: unknown) {
  const { slug } = useLibrary()
  const { prompt } = usePromptShell()
  const list = useConnection({
    query: IncludedByQuery,
    variables: useMemo(() => ({ library: slug, key: prompt.key }), [slug, prompt.key]),
    connection: (data) => data.library?.prompt?.includedBy,
  })
  useOnChange(version, list.refresh)
  return list
}
