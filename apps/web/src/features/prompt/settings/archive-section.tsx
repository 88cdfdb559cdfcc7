'use client'

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { RelativeTime } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { useLife } from '../life/use-life.ts'
import { usePrompt } from '../prompt-context.tsx'
import classes from './settings-page.module.css'

/** Takes the prompt out of use, brings it back, or deletes what is out of use. */
export function ArchiveSection() {
  const { prompt } = usePrompt()
  const mayArchive = useCan('prompt.archive')
  if (prompt.archivedAt !== null) return <Archived at={prompt.archivedAt} />
  return mayArchive ? <InUse /> : null
}

function InUse() {
  const { prompt } = usePrompt()
  const { moves } = useLife()
  const archive = moves?.find(({ to }) => to === 'ARCHIVED')
  const hindrance = archive?.hindrance ?? null
  const elsewhere = `A prompt that is ${prompt.status.toLowerCase()} cannot be archived: only drafts and deprecated prompts can.`
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>Archive</h2>
      <p>
        An archived prompt leaves the list and can no longer be changed. Its text and its history stay, and an
        admin can restore it.
      </p>
      {moves !== null && <Hindrance>{archive ? hindrance : elsewhere}</Hindrance>}
      <Button
        color="bad"
        disabled={!archive || hindrance !== null}
        onClick={() => openDialog({ kind: 'move', to: 'ARCHIVED' })}
      >
        Archive…
      </Button>
    </section>
  )
}

function Hindrance({ children }: { children: ReactNode }) {
  return children ? <p className={classes.note}>{children}</p> : null
}

function Archived({ at }: { at: string }) {
  const mayRestore = useCan('prompt.restore')
  const mayDelete = useCan('prompt.delete')
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>Archived</h2>
      <p>
        <RelativeTime at={at} prefix="Archived" />.{' '}
        {mayRestore
          ? 'Restored, it is a draft again, with its text, history and branches. Deleted, it is gone for everybody.'
          : 'An admin can bring it back.'}
      </p>
      <div className={classes.buttons}>
        {mayRestore && <Button onClick={() => openDialog({ kind: 'move', to: 'DRAFT' })}>Restore…</Button>}
        {mayDelete && (
          <Button color="bad" onClick={() => openDialog({ kind: 'delete' })}>
            Delete…
          </Button>
        )}
      </div>
    </section>
  )
}
