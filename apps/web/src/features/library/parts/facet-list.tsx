import { Skeleton } from '@mantine/core'
import { type StateValue, stateLook } from '../../../ui/index.ts'
import { FACETS, type FacetField, type Filters, toggleFacet } from '../filters.ts'
import type { Facets } from '../hooks/use-facets.ts'
import { FacetGroup, type FacetOption } from './facet-group.tsx'
import classes from './facet-list.module.css'

/** What can be asked for under “Needs care”. */
type CareField = 'stale' | 'openChanges' | 'errors'

interface FacetListProps {
  facets: Facets | null
  filters: Filters
  setFilters: (next: Filters) => void
}

/** What the list can be narrowed to, with how many prompts each choice would show. */
export function FacetList({ facets, filters, setFilters }: FacetListProps) {
  if (!facets)
    return (
      <div className={classes.list} role="status" aria-label="Loading filters">
        {[96, 88, 120, 72, 104, 92, 80, 112].map((width) => (
          <Skeleton key={width} height={12} width={width} my={8} />
        ))}
      </div>
    )
  return (
    <div className={classes.list}>
      {FACETS.map(({ field, label }) => (
        <FacetGroup
          key={field}
          label={label}
          options={optionsOf(field, facets, filters)}
          toggle={(value) => setFilters(toggleFacet(filters, field, value))}
        />
      ))}
      <FacetGroup
        label="Needs care"
        options={[
          { value: 'stale', label: 'Stale', count: facets.stale, checked: filters.stale },
          {
            value: 'openChanges',
            label: 'Open changes',
            count: facets.hasOpenChanges,
            checked: filters.openChanges,
          },
          { value: 'errors', label: 'Errors', count: facets.hasErrors, checked: filters.errors },
        ]}
        toggle={(value) => setFilters({ ...filters, [value]: !filters[value as CareField] })}
      />
      <FacetGroup
        label="Also show"
        options={[{ value: 'archived', label: 'Archived', count: null, checked: filters.archived }]}
        toggle={() => setFilters({ ...filters, archived: !filters.archived })}
      />
    </div>
  )
}

function optionsOf(field: FacetField, facets: Facets, filters: Filters): FacetOption[] {
  const chosen: string[] = filters[field]
  const spelled = (value: string) => (field === 'statuses' ? value.toUpperCase() : value)
  const counted = new Map(facets[field].map(({ value, count }) => [spelled(value), count]))
  for (const value of chosen) if (!counted.has(value)) counted.set(value, 0)
  return [...counted].map(([value, count]) => ({
    value,
    count,
    checked: chosen.includes(value),
    label: field === 'statuses' ? stateLook('status', value as StateValue<'status'>).word : value,
    icon: field === 'statuses' ? stateLook('status', value as StateValue<'status'>).icon : undefined,
  }))
}
