import { IconAlertCircle } from '@tabler/icons-react'
import classes from './form-failure.module.css'

/** Why a form was not accepted, beside its button; nothing when there is no reason. */
export function FormFailure({ message }: { message: string | null | undefined }) {
  if (!message) return null
  return (
    <p className={classes.failure} role="alert">
      <IconAlertCircle size={16} aria-hidden />
      <span>{message}</span>
    </p>
  )
}
