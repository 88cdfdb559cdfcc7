import type { Person } from './avatar.tsx'
import { AvatarStack } from './avatar-stack.tsx'
import classes from './people-line.module.css'

/** Several people by face and name: small among other facts, larger as a column, which on a phone has room for faces only. */
export function PeopleLine({ people, size }: { people: readonly Person[]; size: 16 | 20 }) {
  return (
    <span className={classes.line} data-size={size}>
      <AvatarStack people={people} size={size} max={size === 16 ? 3 : 4} />
      <span className={classes.names}>{people.map(({ name }) => name).join(', ')}</span>
    </span>
  )
}
