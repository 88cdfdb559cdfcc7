import { IconAlertTriangle } from '@tabler/icons-react'
import { InCode, StateIcon } from '../../../ui/index.ts'
import type { Change } from '../view/change-query.ts'
import classes from './structure-list.module.css'

type StructureChange = NonNullable<Change['comparison']>['structure'][number]

/** What changed in the document, in words: inputs, messages, front matter, includes. */
export function StructureList({ changes }: { changes: readonly StructureChange[] }) {
  if (changes.length === 0)
    return <p className={classes.none}>The same messages, inputs and settings: only words changed.</p>
  return (
    <ul className={classes.list}>
      {changes.map((change) => (
        <li key={`${change.part} ${change.kind} ${change.name}`} className={classes.change}>
          <StateIcon kind="structureKind" value={change.kind} />
          <span>
            <InCode text={change.description} />
            {change.breaking && (
              <span className={classes.breaking}>
                <IconAlertTriangle size={13} aria-hidden /> breaks callers
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
