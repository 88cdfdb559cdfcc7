import type { ReactNode } from 'react'
import { Mark } from '../../ui/index.ts'
import classes from './entry-page.module.css'

interface EntryPageProps {
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** The page before the product: the mark, one heading, one form. */
export function EntryPage({ title, lead, children }: EntryPageProps) {
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <div className={classes.brand}>
          <Mark size={32} />
          <span className={classes.word}>Incipit</span>
        </div>
        <h1 className={classes.title}>{title}</h1>
        {lead && <div className={classes.lead}>{lead}</div>}
        {children}
      </div>
    </main>
  )
}
