import { IconLock } from '@tabler/icons-react'
import classes from './read-only-note.module.css'

/** Says why nothing here can be changed. */
export function ReadOnlyNote({
  children = 'Only admins can change this. You see it as it is.',
}: {
  children?: string
}) {
  return (
    <p className={classes.note}>
      <IconLock size={16} stroke={1.5} aria-hidden />
      {children}
    </p>
  )
}
