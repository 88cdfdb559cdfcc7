'use client'

import { LineCounts } from '../../prompt/index.ts'
import { DiffPreview } from '../difference/diff-preview.tsx'
import { StructureList } from '../difference/structure-list.tsx'
import classes from './new-change.module.css'
import type { ChangePreview } from './new-change-query.ts'

/** What would be brought in. */
export function ChangePreviewView({ comparison }: { comparison: NonNullable<ChangePreview['compare']> }) {
  return (
    <section className={classes.changes} aria-label="What would be brought in">
      <header className={classes.changesHead}>
        <h3>What would be brought in</h3>
        <LineCounts added={comparison.added} removed={comparison.removed} />
      </header>
      <StructureList changes={comparison.structure} />
      <DiffPreview before={comparison.base.content} after={comparison.head.content} />
    </section>
  )
}
