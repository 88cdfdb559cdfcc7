import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Sort } from '../filters.ts'
import classes from './prompt-list.module.css'

interface ListHeadProps {
  /** Null: by how well they fit the search. */
  sort: Sort | null
  setSort: (sort: Sort) => void
  selectable: boolean
}

/** The heads of the columns; those that can order the list do so when clicked. */
export function ListHead({ sort, setSort, selectable }: ListHeadProps) {
  const head = (column: 'name' | 'modified', label: string, className: string | undefined, first: Sort) => {
    const ascending = sort === column
    const descending = sort === `-${column}`
    const next: Sort = ascending ? `-${column}` : descending ? column : first
    const Arrow = descending ? IconArrowDown : IconArrowUp
    return (
      <th
        scope="col"
        className={className}
        aria-sort={ascending ? 'ascending' : descending ? 'descending' : 'none'}
      >
        <UnstyledButton className={classes.sort} onClick={() => setSort(next)}>
          {label}
          {(ascending || descending) && <Arrow size={12} aria-hidden />}
        </UnstyledButton>
      </th>
    )
  }
  return (
    <thead className={classes.head}>
      <tr className={classes.columns} aria-rowindex={1} data-selectable={selectable || undefined}>
        {selectable && (
          <th scope="col" className={classes.pick}>
            <span className={classes.unseen}>Selected</span>
          </th>
        )}
        {head('name', 'Name', classes.main, 'name')}
        <th scope="col" className={classes.place}>
          Category, owner
        </th>
        <th scope="col" className={classes.model}>
          Model, tokens
        </th>
        <th scope="col" className={classes.tags}>
          Tags
        </th>
        <th scope="col" className={classes.state}>
          Status, version
        </th>
        {head('modified', 'Changed', classes.changed, '-modified')}
      </tr>
    </thead>
  )
}
