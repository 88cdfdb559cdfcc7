'use client'

import { Button } from '@mantine/core'
import { IconArrowMerge, IconPencilExclamation } from '@tabler/icons-react'
import Link from 'next/link'
import { FormFailure, stateLook } from '../../../ui/index.ts'
import { useChange, useMayChange } from '../view/change-context.tsx'
import { CloseButton } from './close-button.tsx'
import { EndedBox } from './ended-box.tsx'
import classes from './merge-box.module.css'
import { MergeForm } from './merge-form.tsx'
import { mergeView, updateHindrance } from './merge-view.ts'
import { resolveHref, useUpdateSource } from './use-update-source.ts'

/** How the change request stands at this moment, and the way to its end. */
export function MergeBox() {
  const { change } = useChange()
  return change.status === 'OPEN' ? <OpenBox /> : <EndedBox />
}

function OpenBox() {
  const { change, here } = useChange()
  const { mergeability, source, target } = change
  const mayMerge = useMayChange('merge')
  const { headline, update } = mergeView(change)
  const { icon: Icon, tone } = stateLook('mergeState', source.merging ? 'CONFLICTS' : mergeability.state)
  return (
    <section className={classes.box} data-tone={tone} aria-label="Merge">
      <div className={classes.state}>
        <Icon size={20} stroke={1.75} aria-hidden />
        <div className={classes.words}>
          <h3 className={classes.headline} role="status" data-testid="merge-state">
            {headline}
          </h3>
          {mergeability.reasons.length > 0 && (
            <ul className={classes.reasons}>
              {mergeability.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          {source.document.uncommitted.changed && (
            <p className={classes.note}>
              <IconPencilExclamation size={15} stroke={1.75} aria-hidden />
              <span>
                {source.name} has text that nobody committed yet. It is not part of this change request.
              </span>
            </p>
          )}
        </div>
        {update === 'resume' && (
          <Button component={Link} href={resolveHref(here, source.name)} variant="filled">
            Go on resolving
          </Button>
        )}
      </div>
      {(update === 'update' || update === 'resolve') && <Update kind={update} />}
      {mergeability.state === 'READY' && mayMerge && <MergeForm key={change.id} />}
      {mergeability.state === 'READY' && !mayMerge && (
        <p className={classes.foot}>Merging needs the level developer, reviewer or admin.</p>
      )}
      <div className={classes.foot}>
        <CloseButton />
        {mergeability.behind > 0 && (
          <span>
            {source.name} lacks {mergeability.behind === 1 ? 'one commit' : `${mergeability.behind} commits`}{' '}
            of {target.name}.
          </span>
        )}
      </div>
    </section>
  )
}

function Update({ kind }: { kind: 'update' | 'resolve' }) {
  const { change } = useChange()
  const mayUpdate = useMayChange('update')
  const { update, fetching, failure } = useUpdateSource()
  if (!mayUpdate) return kind === 'resolve' ? <p className={classes.foot}>{updateHindrance(change)}</p> : null
  const target = change.target.name
  return (
    <div className={classes.update}>
      <p>
        {kind === 'resolve'
          ? `Both branches changed the same text. Bring ${target} into ${change.source.name} and decide place by place, alone or together.`
          : `Bring what ${target} has since into ${change.source.name}, to see both together before the merge.`}
      </p>
      <Button
        variant={kind === 'resolve' ? 'filled' : 'default'}
        leftSection={<IconArrowMerge size={16} aria-hidden />}
        loading={fetching}
        onClick={() => void update()}
      >
        {kind === 'resolve' ? 'Resolve conflicts' : `Update from ${target}`}
      </Button>
      <FormFailure message={failure} />
    </div>
  )
}
