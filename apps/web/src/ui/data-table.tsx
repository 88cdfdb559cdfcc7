import type { ReactNode } from 'react'
import classes from './data-table.module.css'

interface DataTableProps {
  /** What the table lists, for screen readers. */
  label: string
  /** Heads of the columns; an empty one is for actions. */
  heads: readonly string[]
  /** Needs room: on a phone it scrolls sideways instead of breaking its words. */
  wide?: boolean
  children: ReactNode
}

/** A quiet table: hairlines, no boxes; give it `<tr>`s. */
export function DataTable({ label, heads, wide, children }: DataTableProps) {
  return (
    <div className={classes.scroller}>
      <table className={classes.table} aria-label={label} data-wide={wide || undefined}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head || <span className={classes.unseen}>Actions</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
