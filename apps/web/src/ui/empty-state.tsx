import type { IconProps } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import classes from './notice-state.module.css'

interface EmptyStateProps {
  icon?: ComponentType<IconProps>
  title: string
  /** What would be here and how it gets here. */
  children?: ReactNode
  /** Buttons, the most useful first. */
  actions?: ReactNode
  /** Inside a page instead of being the page. */
  inline?: boolean
  /** The heading is that of the whole page. */
  main?: boolean
}

/** Stands where nothing is yet: says what belongs here and offers the next step. */
export function EmptyState({ icon: Icon, title, children, actions, inline, main }: EmptyStateProps) {
  const Heading = main ? 'h1' : 'h2'
  return (
    <div className={classes.notice} data-inline={inline || undefined}>
      {Icon && <Icon className={classes.icon} size={28} stroke={1.25} aria-hidden />}
      <Heading className={classes.title}>{title}</Heading>
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}
