import { Button, Group } from '@mantine/core'
import Link from 'next/link'
import { likeness } from '../../../lib/likeness.ts'
import { DataTable } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import type { ImportRecord } from '../import-fragment.ts'
import classes from './import-result.module.css'

/** What came of an import or a trial: the counts, and each row that did not fit. */
export function ImportResult({ record }: { record: ImportRecord }) {
  const { slug } = useLibrary()
  const would = record.dryRun
  const counts = [
    { label: would ? 'would be new' : 'new', value: record.createdCount },
    { label: would ? 'would change' : 'changed', value: record.updatedCount },
    { label: 'there already, unchanged', value: record.skippedCount },
    ...(record.alikeCount > 0 ? [{ label: 'nearly like another', value: record.alikeCount }] : []),
    {
      label: would ? 'would not fit' : 'not imported',
      value: record.failedCount,
      bad: record.failedCount > 0,
    },
  ]
  return (
    <section aria-label={would ? 'Result of the trial' : 'Result'} className={classes.result}>
      {would && <p className={classes.trial}>This was a trial: nothing was kept.</p>}
      {record.message && <p>{record.message}</p>}
      <dl className={classes.counts}>
        {counts.map(({ label, value, bad }) => (
          <div key={label}>
            <dd data-bad={bad || undefined}>{value.toLocaleString('en-GB')}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
      {!would && record.createdCount + record.updatedCount > 0 && (
        <Group mb={24}>
          <Button component={Link} variant="filled" href={`/l/${slug}?sort=-created`}>
            See them in the library
          </Button>
        </Group>
      )}
      {record.alikeRows.length > 0 && (
        <>
          <h2 className={classes.heading}>Nearly like another prompt</h2>
          <DataTable label="Rows nearly like others" heads={['Line', 'Name', 'How much']}>
            {record.alikeRows.map(({ row, line, name, alike }) => (
              <tr key={row}>
                <td>{line}</td>
                <td>{name}</td>
                <td>
                  {likeness(alike.similarity)}{' '}
                  {would ? (
                    <code>{alike.key}</code>
                  ) : (
                    <Link href={`/l/${slug}/p/${alike.key}`}>{alike.key}</Link>
                  )}
                </td>
              </tr>
            ))}
          </DataTable>
        </>
      )}
      {record.rowErrors.length > 0 && (
        <>
          <h2 className={classes.heading}>{would ? 'Would not fit' : 'Not imported'}</h2>
          <DataTable label="Rows that did not fit" heads={['Line', 'Name', 'Why']}>
            {record.rowErrors.map((error) => (
              <tr key={error.row}>
                <td>{error.line}</td>
                <td>{error.name ?? '–'}</td>
                <td>{error.message}</td>
              </tr>
            ))}
          </DataTable>
        </>
      )}
    </section>
  )
}
