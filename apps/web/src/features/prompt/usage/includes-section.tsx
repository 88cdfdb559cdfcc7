'use client'

import { Skeleton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import Link from 'next/link'
import { useCallback } from 'react'
import { useQuery } from 'urql'
import { transportFailure } from '../../../graphql/index.ts'
import { useOnChange } from '../../../lib/use-on-change.ts'
import { DataTable, ErrorState, StateBadge } from '../../../ui/index.ts'
import { versionWords } from '../../dependencies/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import classes from './usage-page.module.css'
import { type Included, IncludesQuery } from './usage-query.ts'

/** What the text on main includes, in the order of the text; what is not there is marked. */
export function IncludesSection({ version }: { version: unknown }) {
  const { slug } = useLibrary()
  const { prompt } = usePromptShell()
  const [{ data, error }, execute] = useQuery({
    query: IncludesQuery,
    variables: { library: slug, key: prompt.key },
    requestPolicy: 'cache-and-network',
  })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useOnChange(version, refresh)
  const includes = data?.library?.prompt?.includes ?? null
  return (
    <section className={classes.section} aria-label="Includes">
      <h2 className={classes.heading}>
        Includes {includes && includes.length > 0 && <span>{includes.length}</span>}
      </h2>
      {!includes && error && (
        <ErrorState
          inline
          title="What it includes could not be loaded"
          message={transportFailure(error).message}
          retry={refresh}
        />
      )}
      {!includes && !error && <Skeleton height={80} role="status" aria-label="Loading what it includes" />}
      {includes?.length === 0 && <p className={classes.note}>The text on main includes no other prompt.</p>}
      {includes && includes.length > 0 && (
        <DataTable label="Prompts that this one includes" heads={['Prompt', 'Status', 'Asks for']}>
          {includes.map((include) => (
            <IncludedRow key={`${include.key}@${include.version}`} include={include} />
          ))}
        </DataTable>
      )}
    </section>
  )
}

function IncludedRow({ include: { key, version, prompt } }: { include: Included }) {
  const { slug } = useLibrary()
  return (
    <tr>
      <td>
        {prompt && <Link href={`/l/${slug}/p/${key}/usage`}>{prompt.name}</Link>}
        <span className={classes.key}>{key}</span>
      </td>
      <td>
        {prompt ? (
          <StateBadge kind="status" value={prompt.status} quiet />
        ) : (
          <span className={classes.missing}>
            <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
            There is no such prompt
          </span>
        )}
      </td>
      <td>
        {versionWords(version)}
        {version === null && prompt?.version && <span className={classes.fact}> ({prompt.version})</span>}
      </td>
    </tr>
  )
}
