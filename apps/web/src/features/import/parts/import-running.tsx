import { Button, Progress } from '@mantine/core'
import { counted } from '../../../lib/counted.ts'
import { FormFailure } from '../../../ui/index.ts'
import { useImportRun } from '../hooks/use-import-run.ts'
import type { ImportRecord } from '../import-fragment.ts'
import classes from './import-running.module.css'

/** How far a running import is, and the way to stop it. */
export function ImportRunning({ record }: { record: ImportRecord }) {
  const { cancel, failure } = useImportRun(record.id, () => {})
  const share = record.total > 0 ? (record.processed / record.total) * 100 : 0
  return (
    <div className={classes.running}>
      <Progress value={share} aria-label="Rows done" />
      <div className={classes.line}>
        <span>
          {record.processed.toLocaleString('en-GB')} of {counted(record.total, 'row')}
          {record.dryRun && ', on trial: nothing is kept'}
        </span>
        <Button size="xs" onClick={() => void cancel()}>
          Stop
        </Button>
      </div>
      <p className={classes.note}>You may leave this page; it goes on.</p>
      <FormFailure message={failure?.summary} />
    </div>
  )
}
