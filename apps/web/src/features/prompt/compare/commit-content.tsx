import type { ReactNode } from 'react'
import { LazyTextView } from '../../../editor/index.ts'
import { CopyText } from '../../../ui/index.ts'
import { refOf } from '../ref-of.ts'
import classes from './commit-page.module.css'
import type { ShownCommit } from './commit-query.ts'

/** The whole text of a commit. */
export function CommitContent({ commit, lead }: { commit: ShownCommit; lead: ReactNode }) {
  return (
    <div className={classes.pane}>
      <div className={classes.bar}>
        {lead}
        <span className={classes.end}>
          <CopyText text={commit.content} shown="Copy the text" what="text" />
        </span>
      </div>
      <div className={classes.text}>
        <LazyTextView text={commit.content} label={`Text of ${refOf(commit)}`} />
      </div>
    </div>
  )
}
