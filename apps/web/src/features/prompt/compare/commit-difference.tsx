import { NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { refOf } from '../ref-of.ts'
import classes from './commit-page.module.css'
import type { ShownCommit } from './commit-query.ts'
import { DiffView } from './diff-view.tsx'

/** What a commit changed against a parent; a merge has two to choose from. */
export function CommitDifference({ commit, lead }: { commit: ShownCommit; lead: ReactNode }) {
  const [against, setAgainst] = useState(0)
  const parent = commit.parents[against] ?? commit.parents[0]
  return (
    <DiffView
      before={parent?.content ?? ''}
      after={commit.content}
      labelBefore={parent ? `Text of ${refOf(parent)}` : 'Nothing: this is the first version'}
      labelAfter={`Text of ${refOf(commit)}`}
      lead={
        <>
          {lead}
          {commit.parents.length > 1 && (
            <NativeSelect
              size="xs"
              className={classes.against}
              aria-label="Compared with the parent"
              value={against}
              onChange={(event) => setAgainst(Number(event.currentTarget.value))}
              data={commit.parents.map((entry, at) => ({
                value: String(at),
                label: `against ${refOf(entry)}`,
              }))}
            />
          )}
        </>
      }
    />
  )
}
