import type { ReactNode } from 'react'
import classes from './page.module.css'

/** The body of a page: `reading` is 760 px wide, `full` takes the width. */
export function Page({ width = 'reading', children }: { width?: 'reading' | 'full'; children: ReactNode }) {
  return (
    <div className={classes.page} data-width={width}>
      {children}
    </div>
  )
}
