import { Tooltip } from '@mantine/core'
import classes from './avatar.module.css'
import { hueStyle } from './hue-style.ts'
import { initials } from './initials.ts'

/** What is needed to show somebody: the same person always has the same hue. */
export interface Person {
  id: string
  name: string
  hue: number
}

/** Somebody as their initials on their hue; the name on hover and for screen readers. */
export function Avatar({
  person,
  size = 24,
  plain = false,
}: {
  person: Person
  size?: 16 | 20 | 24 | 32 | 48
  plain?: boolean
}) {
  const face = (
    <span
      className={classes.avatar}
      style={hueStyle(person.hue)}
      data-size={size}
      role="img"
      aria-label={plain ? undefined : person.name}
      aria-hidden={plain || undefined}
      data-initials={initials(person.name)}
    />
  )
  return plain ? face : <Tooltip label={person.name}>{face}</Tooltip>
}
