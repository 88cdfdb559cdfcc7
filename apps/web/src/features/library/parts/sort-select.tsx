import { NativeSelect } from '@mantine/core'
import { type Filters, SORTS, type Sort, sortOf } from '../filters.ts'

const WORDS: Record<Sort, string> = {
  '-modified': 'Last changed first',
  modified: 'Longest unchanged first',
  name: 'Name, A to Z',
  '-name': 'Name, Z to A',
  '-created': 'Newest first',
  key: 'By key',
}

interface SortSelectProps {
  filters: Filters
  setFilters: (next: Filters) => void
}

/** In which order the list stands. */
export function SortSelect({ filters, setFilters }: SortSelectProps) {
  const searching = filters.search.trim() !== ''
  return (
    <NativeSelect
      aria-label="Order"
      disabled={filters.view !== 'all'}
      value={sortOf(filters) ?? ''}
      onChange={({ currentTarget: { value } }) =>
        setFilters({ ...filters, sort: SORTS.find((known) => known === value) ?? null })
      }
      data={[
        ...(searching ? [{ value: '', label: 'Best hits first' }] : []),
        ...SORTS.map((value) => ({ value, label: WORDS[value] })),
      ]}
    />
  )
}
