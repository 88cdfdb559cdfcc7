import { Tooltip } from '@mantine/core'
import classes from './avatar.module.css'
import { Avatar, type Person } from './avatar.tsx'

/** Several people as overlapping avatars; those beyond `max` are counted and named on hover. */
export function AvatarStack({
  people,
  size = 20,
  max = 4,
}: {
  people: readonly Person[]
  size?: 16 | 20 | 24
  max?: number
}) {
  const shown = people.length > max ? people.slice(0, max - 1) : people
  const rest = people.slice(shown.length)
  return (
    <span className={classes.stack}>
      {shown.map((person) => (
        <Avatar key={person.id} person={person} size={size} />
      ))}
      {rest.length > 0 && (
        <Tooltip label={rest.map((person) => person.name).join(', ')}>
          <span className={classes.more} data-size={size} role="img" aria-label={`and ${rest.length} more`}>
            +{rest.length}
          </span>
        </Tooltip>
      )}
    </span>
  )
}
