import { Button, Group, Progress } from '@mantine/core'
import { counted } from '../../../lib/counted.ts'
import { Modal } from '../../../ui/index.ts'
import type { BulkChange } from '../bulk-change.ts'
import type { BulkRun } from '../hooks/use-bulk.ts'
import type { PromptRow } from '../library-prompts-query.ts'
import classes from './bulk-dialog.module.css'
import { BulkMoveForm, BulkOwnerForm, BulkStatusForm, BulkTagsForm } from './bulk-forms.tsx'
import type { BulkKind } from './selection-bar.tsx'

interface BulkDialogProps {
  /** What is asked about; `null` for nothing, as when prompts are archived. */
  asked: { kind: BulkKind; rows: readonly PromptRow[] } | null
  /** `null` before a change is made. */
  run: BulkRun | null
  stop: () => void
  make: (change: BulkChange) => void
  close: () => void
}

const TITLES: Record<BulkKind, string> = {
  tags: 'Tags of',
  owner: 'Owner of',
  move: 'Move',
  status: 'Status of',
}

const FORMS = { tags: BulkTagsForm, owner: BulkOwnerForm, move: BulkMoveForm, status: BulkStatusForm }

/** Asks what is to change, shows how far it is, and in the end which prompts refused it and why. */
export function BulkDialog({ asked, run, stop, make, close }: BulkDialogProps) {
  const isRunning = run?.state === 'running'
  const count = counted(asked?.rows.length ?? run?.total ?? 0, 'prompt')
  const title = asked ? `${TITLES[asked.kind]} ${count}` : count
  const Form = asked && FORMS[asked.kind]
  return (
    <Modal
      opened={asked !== null || run !== null}
      onClose={isRunning ? stop : close}
      title={title}
      size={520}
      closeOnClickOutside={!isRunning}
    >
      {run === null && Form && asked && <Form rows={asked.rows} make={make} cancel={close} />}
      {run && isRunning && <Running run={run} stop={stop} />}
      {run && !isRunning && <Result run={run} close={close} />}
    </Modal>
  )
}

function Running({ run: { done, total }, stop }: { run: BulkRun; stop: () => void }) {
  return (
    <div className={classes.form}>
      <Progress value={(done / Math.max(1, total)) * 100} aria-label="Prompts done" />
      <Group justify="space-between">
        <span className={classes.note} role="status">
          {done.toLocaleString('en-GB')} of {counted(total, 'prompt')}
        </span>
        <Button onClick={stop} data-autofocus>
          Stop
        </Button>
      </Group>
    </div>
  )
}

function Result({ run, close }: { run: BulkRun; close: () => void }) {
  const { total, done, changed, unchanged, refused, state } = run
  const facts = [
    `${changed.length.toLocaleString('en-GB')} changed`,
    unchanged > 0 && `${unchanged.toLocaleString('en-GB')} so already`,
    refused.length > 0 && `${refused.length.toLocaleString('en-GB')} refused`,
    state === 'cancelled' &&
      `${(total - done).toLocaleString('en-GB')} not looked at, because it was stopped`,
  ].filter(Boolean)
  return (
    <div className={classes.form}>
      <p className={classes.facts} role="status">
        {facts.join(', ')}.
      </p>
      {refused.length > 0 && (
        <ul className={classes.refused} aria-label="Refused">
          {refused.map(({ row, reason }) => (
            <li key={row.id}>
              <div className={classes.name}>{row.name}</div>
              <div className={classes.note}>{reason}</div>
            </li>
          ))}
        </ul>
      )}
      <Group justify="flex-end">
        <Button variant="filled" onClick={close} data-autofocus>
          Close
        </Button>
      </Group>
    </div>
  )
}
