import { Avatar, type Person } from './avatar.tsx'
import classes from './person-line.module.css'

/** Somebody with name and, below it, what else tells them apart. */
export function PersonLine({ person, detail, aside }: { person: Person; detail?: string; aside?: string }) {
  return (
    <span className={classes.line}>
      <Avatar person={person} size={24} plain />
      <span className={classes.words}>
        <span className={classes.name}>
          {person.name}
          {aside && <span className={classes.aside}>{aside}</span>}
        </span>
        {detail && <span className={classes.detail}>{detail}</span>}
      </span>
    </span>
  )
}
