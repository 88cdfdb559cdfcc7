import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { InCode, StateIcon } from '../../../ui/index.ts'
import type { Comparison } from './compare-query.ts'
import classes from './structure-summary.module.css'

/** So many are shown before somebody asks for the rest. */
const SHOWN = 8

/** What changed in the document, in words: inputs, messages, settings, includes. */
export function StructureSummary({ changes }: { changes: Comparison['structure'] }) {
  const [all, setAll] = useState(false)
  if (changes.length === 0) return <p className={classes.none}>The same inputs, messages and settings.</p>
  const shown = all ? changes : changes.slice(0, SHOWN)
  return (
    <div className={classes.summary}>
      <ul className={classes.changes} aria-label="What changed in the document">
        {shown.map(({ part, kind, name, description, breaking }) => (
          <li key={`${part} ${kind} ${name}`} data-breaking={breaking || undefined}>
            <StateIcon kind="structureKind" value={kind} />
            <span>
              <InCode text={description} />
              {breaking && (
                <span className={classes.breaking}>
                  <IconAlertTriangle size={13} aria-hidden /> breaks callers
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {changes.length > SHOWN && (
        <UnstyledButton className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${changes.length - SHOWN} more`}
        </UnstyledButton>
      )}
    </div>
  )
}
