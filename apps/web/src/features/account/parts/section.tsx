import type { ReactNode } from 'react'
import classes from './section.module.css'

/** One topic of the page: its name and explanation on the left, what can be done on the right. */
export function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.text}>{text}</p>
      </div>
      <div>{children}</div>
    </section>
  )
}
