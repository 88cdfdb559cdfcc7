import { Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './notice-state.module.css'

interface ErrorStateProps {
  /** What did not work. */
  title: string
  /** Why, as far as known. */
  message: string
  retry?: () => void
  actions?: ReactNode
  inline?: boolean
}

/** Stands where something could not be shown: what failed, why, and what to do. */
export function ErrorState({ title, message, retry, actions, inline }: ErrorStateProps) {
  return (
    <div className={classes.notice} data-inline={inline || undefined} role="alert">
      <IconAlertCircle className={classes.icon} size={28} stroke={1.25} aria-hidden />
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.text}>{message}</div>
      <div className={classes.actions}>
        {retry && <Button onClick={retry}>Try again</Button>}
        {actions}
      </div>
    </div>
  )
}
