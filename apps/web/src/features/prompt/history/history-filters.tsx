import { SegmentedControl, Switch } from '@mantine/core'
import type { HistoryFilter } from './history-filter.ts'
import classes from './history-page.module.css'

interface HistoryFiltersProps {
  branch: string
  filter: HistoryFilter
  onChange: (filter: HistoryFilter) => void
}

/** One branch or all of them; of one branch, everything or what was committed on it. */
export function HistoryFilters({ branch, filter, onChange }: HistoryFiltersProps) {
  return (
    <div className={classes.filters}>
      <SegmentedControl
        size="xs"
        aria-label="Which branches"
        value={filter.all ? 'all' : 'one'}
        onChange={(value) => onChange({ all: value === 'all', firstParents: false })}
        data={[
          { value: 'one', label: <span className={classes.branchName}>{branch}</span> },
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
    </div>
  )
}
