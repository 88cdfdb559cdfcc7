import { Fragment } from 'react'
import { useRowKeys } from '../../../../lib/use-row-keys.ts'
import type { BranchGroup } from '../branch-groups.ts'
import type { BranchRow } from '../branch-query.ts'
import classes from '../branches-page.module.css'
import { BranchTableRow } from './branch-table-row.tsx'

interface BranchTableProps {
  groups: readonly BranchGroup<BranchRow>[]
  /** The largest number of commits any branch is ahead or behind. */
  longest: number
}

/** Branches under the headings of their types. */
export function BranchTable({ groups, longest }: BranchTableProps) {
  const list = useRowKeys<HTMLTableElement>()
  return (
    <table className={classes.table} aria-label="Branches" ref={list}>
      <thead>
        <tr>
          <th scope="col">Branch</th>
          <th scope="col">Last commit</th>
          <th scope="col" className={classes.distanceHead}>
            Behind | Ahead
          </th>
          <th scope="col">Here now</th>
          <th scope="col">Change request</th>
          <th scope="col">
            <span className={classes.unseen}>Actions</span>
          </th>
        </tr>
      </thead>
      {groups.map(({ heading, branches }) => (
        <Fragment key={heading}>
          <tbody>
            <tr className={classes.group}>
              <th scope="rowgroup" colSpan={6}>
                {heading}
                {branches.length > 1 && <span className={classes.groupCount}>{branches.length}</span>}
              </th>
            </tr>
            {branches.map((branch) => (
              <BranchTableRow key={branch.id} branch={branch} longest={longest} />
            ))}
          </tbody>
        </Fragment>
      ))}
    </table>
  )
}
