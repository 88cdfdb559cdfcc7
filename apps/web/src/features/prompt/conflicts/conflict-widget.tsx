'use client'

import { diffWords } from '@incipit/version-control'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { RelativeTime } from '../../../ui/index.ts'
import type { Choice, Conflict } from './conflict-query.ts'
import classes from './conflict-widget.module.css'
import { choiceWords } from './conflict-words.ts'

interface ConflictWidgetProps {
  conflict: Conflict
  /** Its place among all, from 1. */
  at: number
  of: number
  /** Shows what the other side says; not needed where it is shown beside. */
  withTheirs: boolean
  busy: boolean
  onChoose?: (choice: Choice | null) => void
  onFocus: () => void
}

/** Stands above a conflict: what the other side says, and the choice between the two. */
export function ConflictWidget(props: ConflictWidgetProps) {
  const { conflict, at, of, withTheirs, busy, onChoose, onFocus } = props
  return (
    <section
      className={classes.widget}
      data-resolved={conflict.choice !== null || undefined}
      aria-label={`Conflict ${at} of ${of}`}
      onFocus={onFocus}
    >
      {conflict.choice === null ? (
        <>
          <div className={classes.bar}>
            <span className={classes.title}>
              <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
              {at} of {of}: both changed this
            </span>
            {onChoose && <Choices theirsName={conflict.theirsName} busy={busy} onChoose={onChoose} />}
          </div>
          {withTheirs && <Theirs conflict={conflict} />}
        </>
      ) : (
        <div className={classes.bar}>
          <span className={classes.done}>
            <IconCircleCheck size={15} stroke={1.75} aria-hidden />
            <span>
              {conflict.resolvedBy?.name} {choiceWords(conflict.choice, conflict.theirsName)}{' '}
              {conflict.resolvedAt && <RelativeTime at={conflict.resolvedAt} />}
            </span>
          </span>
          {onChoose && (
            <Button size="xs" variant="subtle" disabled={busy} onClick={() => onChoose(null)}>
              Open again
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

interface ChoicesProps {
  theirsName: string
  busy: boolean
  onChoose: (choice: Choice) => void
}

function Choices({ theirsName, busy, onChoose }: ChoicesProps) {
  return (
    <span className={classes.choices}>
      <Button size="xs" disabled={busy} onClick={() => onChoose('OURS')}>
        Take mine
      </Button>
      <Button size="xs" disabled={busy} onClick={() => onChoose('THEIRS')} className={classes.long}>
        Take {theirsName}
      </Button>
      <Button size="xs" disabled={busy} onClick={() => onChoose('BOTH')}>
        Both
      </Button>
      <Button size="xs" disabled={busy} onClick={() => onChoose('WRITTEN')}>
        Keep as written
      </Button>
    </span>
  )
}

/** What the other side says, its own words marked. */
function Theirs({ conflict: { ours, theirs, theirsName } }: { conflict: Conflict }) {
  const parts = useMemo(
    () => diffWords(ours, theirs).filter(({ kind }) => kind !== 'removed'),
    [ours, theirs],
  )
  return (
    <div className={classes.theirs}>
      <span className={classes.theirsName}>{theirsName} says</span>
      {theirs.trim() === '' ? (
        <p className={classes.nothing}>Nothing: it was removed there.</p>
      ) : (
        <pre className={classes.text}>
          {parts.map(({ kind, text }, at) =>
            kind === 'added' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
              <mark key={at}>{text}</mark>
            ) : (
              text
            ),
          )}
        </pre>
      )}
      <span className={classes.theirsName}>the text here says</span>
    </div>
  )
}
