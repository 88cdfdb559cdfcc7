import { Button, SegmentedControl, Switch } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import Link from 'next/link'
import { usePrompt } from '../prompt-context.tsx'
import type { HistoryFilter } from './history-filter.ts'
import classes from './history-page.module.css'

interface HistoryFiltersProps {
  filter: HistoryFilter
  onChange: (filter: HistoryFilter) => void
}

/** One branch or all of them; of one branch, everything or what was committed on it. */
export function HistoryFilters({ filter, onChange }: HistoryFiltersProps) {
  const { branch, href } = usePrompt()
  return (
    <div className={classes.filters}>
      <SegmentedControl
        size="xs"
        aria-label="Which branches"
        value={filter.all ? 'all' : 'one'}
        onChange={(value) => onChange({ all: value === 'all', firstParents: false })}
        data={[
          { value: 'one', label: <span className={classes.branchName}>{branch.name}</span> },
          { value: 'all', label: 'All branches' },
        ]}
      />
      <Switch
        size="xs"
        label="Without merged commits"
        checked={filter.firstParents}
        disabled={filter.all}
        onChange={(event) => onChange({ all: false, firstParents: event.currentTarget.checked })}
      />
      <Button
        component={Link}
        href={href('/changelog')}
        className={classes.changelog}
        size="xs"
        variant="subtle"
        leftSection={<IconListDetails size={14} aria-hidden />}
      >
        Changelog
      </Button>
    </div>
  )
}
