import { UnstyledButton } from '@mantine/core'
import type { Filters } from '../filters.ts'
import type { PromptRows } from '../hooks/use-prompt-rows.ts'
import classes from './search-note.module.css'

interface SearchNoteProps {
  list: PromptRows
  filters: Filters
  setFilters: (next: Filters) => void
}

/** What a search did that was not typed: searched for other words, or stands in another order than by relevance. */
export function SearchNote({ list, filters, setFilters }: SearchNoteProps) {
  const correctedTo = list.page?.correctedTo
  const search = filters.search.trim()
  if (!search || (!correctedTo && !filters.sort)) return null
  return (
    <div className={classes.note} role="status">
      {correctedTo && (
        <span>
          Showing results for <b className={classes.meant}>{correctedTo}</b> instead of “{search}”
        </span>
      )}
      {filters.sort && (
        <UnstyledButton className={classes.best} onClick={() => setFilters({ ...filters, sort: null })}>
          Best hits first
        </UnstyledButton>
      )}
    </div>
  )
}
