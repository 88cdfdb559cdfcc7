'use client'

import { Select } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import classes from './new-change.module.css'
import type { ChangeBranch } from './new-change-query.ts'

interface BranchChoicesProps {
  sources: readonly ChangeBranch[]
  source: ChangeBranch | null
  targets: readonly ChangeBranch[]
  target: ChangeBranch | null
  choose: (from: string, to: string | null) => void
}

/** From which branch to which. */
export function BranchChoices({ sources, source, targets, target, choose }: BranchChoicesProps) {
  return (
    <div className={classes.branches}>
      <Select
        aria-label="From"
        placeholder="Choose a branch"
        searchable
        allowDeselect={false}
        nothingFoundMessage="No such branch"
        value={source?.name ?? null}
        data={namesOf(sources, source)}
        onChange={(name) => name && choose(name, null)}
      />
      <IconArrowRight size={16} stroke={1.75} aria-label="into" />
      <Select
        aria-label="Into"
        placeholder="Choose a branch"
        allowDeselect={false}
        disabled={targets.length === 0}
        value={target?.name ?? null}
        data={namesOf(targets, null)}
        onChange={(name) => name && source && choose(source.name, name)}
      />
    </div>
  )
}

function namesOf(branches: readonly ChangeBranch[], chosen: ChangeBranch | null): string[] {
  const names = branches.map(({ name }) => name)
  return chosen && !names.includes(chosen.name) ? [chosen.name, ...names] : names
}
