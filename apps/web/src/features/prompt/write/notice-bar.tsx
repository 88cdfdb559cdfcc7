import { ActionIcon } from '@mantine/core'
import { type IconProps, IconX } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import classes from './notice-bar.module.css'

interface NoticeBarProps {
  icon: ComponentType<IconProps>
  /** `warn` stands in the way, `info` has just happened, `plain` is how things are. */
  tone: 'warn' | 'info' | 'plain'
  children: ReactNode
  actions?: ReactNode
  onDismiss?: () => void
}

/** A line between the tabs and the text: what there is to know about the text now, and what can be done. */
export function NoticeBar({ icon: Icon, tone, children, actions, onDismiss }: NoticeBarProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'warn' ? 'alert' : 'status'}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <div className={classes.words}>{children}</div>
      <div className={classes.actions}>
        {actions}
        {onDismiss && (
          <ActionIcon aria-label="Dismiss" onClick={onDismiss}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </div>
  )
}
