import { Button, Select, TextInput } from '@mantine/core'
import { counted } from '../../../lib/counted.ts'
import { KNOWN_ACTIONS } from '../action-words.ts'
import { type AuditFilterState, parseAuditFilter } from '../audit-filter.ts'
import { useActors } from '../hooks/use-actors.ts'
import classes from './audit-filters.module.css'

interface AuditFiltersProps {
  filter: AuditFilterState
  setFilter: (next: AuditFilterState) => void
  total: number | null
}

/** What the log can be narrowed to: action, person, time; a subject comes by a link from its own page. */
export function AuditFilters({ filter, setFilter, total }: AuditFiltersProps) {
  const actors = useActors()
  const set = (fields: Partial<AuditFilterState>) => setFilter({ ...filter, ...fields })
  const narrowed = Object.values(filter).some((value) => value !== '')
  return (
    <div className={classes.filters}>
      <Select
        aria-label="Action"
        placeholder="Any action"
        data={KNOWN_ACTIONS}
        value={filter.action || null}
        onChange={(action) => set({ action: action ?? '' })}
        clearable
        searchable
        w={180}
      />
      <Select
        aria-label="Person"
        placeholder="Anybody"
        data={actors}
        value={filter.actorId || null}
        onChange={(actorId) => set({ actorId: actorId ?? '' })}
        clearable
        searchable
        w={180}
      />
      <span className={classes.day}>
        from
        <TextInput
          type="date"
          aria-label="From"
          value={filter.since}
          max={filter.until || undefined}
          onChange={(event) => set({ since: event.currentTarget.value })}
        />
      </span>
      <span className={classes.day}>
        to
        <TextInput
          type="date"
          aria-label="To"
          value={filter.until}
          min={filter.since || undefined}
          onChange={(event) => set({ until: event.currentTarget.value })}
        />
      </span>
      {narrowed && (
        <Button variant="subtle" onClick={() => setFilter(parseAuditFilter(new URLSearchParams()))}>
          Clear
        </Button>
      )}
      <span className={classes.count} role="status">
        {total !== null && counted(total, 'entry', 'entries')}
      </span>
    </div>
  )
}
