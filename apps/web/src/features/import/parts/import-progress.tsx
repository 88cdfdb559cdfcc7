import { Button } from '@mantine/core'
import { useState } from 'react'
import { counted } from '../../../lib/counted.ts'
import { MissingState, SkeletonRows, StateBadge } from '../../../ui/index.ts'
import { useImportRecord } from '../hooks/use-import-record.ts'
import { initialMapping, type Mapping } from '../mapping.ts'
import { ImportMappingForm } from './import-mapping-form.tsx'
import classes from './import-progress.module.css'
import { ImportResult } from './import-result.tsx'
import { ImportRunning } from './import-running.tsx'

/** One import, wherever it stands: to be mapped, running, or over. After a trial it can be run for good. */
export function ImportProgress({ id, again }: { id: string; again: () => void }) {
  const { record, missing } = useImportRecord(id)
  const [remap, setRemap] = useState(false)
  /** Kept here, so that the choice outlives a trial. */
  const [mapping, setMapping] = useState<Mapping | null>(null)
  if (missing) return <MissingState what="import" />
  if (!record) return <SkeletonRows rows={6} label="Loading the import" />
  const over = record.state === 'DONE' || record.state === 'FAILED' || record.state === 'CANCELLED'
  const trialOver = over && record.dryRun
  return (
    <>
      <div className={classes.file}>
        <div className={classes.words}>
          <strong>{record.fileName}</strong>
          <span className={classes.facts}>
            {counted(record.total, 'row')}, {counted(record.columns.length, 'column')}
            {record.crlfReplaced > 0 && `, ${counted(record.crlfReplaced, 'Windows line end')} made plain`}
          </span>
        </div>
        {record.state !== 'UPLOADING' && (
          <StateBadge kind="importState" value={record.state} variant="pill" />
        )}
        {record.state !== 'RUNNING' && (
          <Button variant="subtle" onClick={again}>
            Other file
          </Button>
        )}
      </div>
      {record.state === 'RUNNING' && <ImportRunning record={record} />}
      {over && <ImportResult record={record} />}
      {(record.state === 'UPLOADING' || trialOver || remap) && (
        <ImportMappingForm
          record={record}
          mapping={mapping ?? initialMapping(record.suggestedMapping)}
          setMapping={setMapping}
        />
      )}
      {over && !record.dryRun && !remap && record.state !== 'DONE' && (
        <Button mt={16} onClick={() => setRemap(true)}>
          Try again
        </Button>
      )}
    </>
  )
}
