import { Tooltip } from '@mantine/core'
import classes from './state-badge.module.css'
import { type StateKind, type StateValue, stateLook } from './states.ts'

interface StateBadgeProps<Kind extends StateKind> {
  kind: Kind
  value: StateValue<Kind>
  /** `pill` stands alone, `text` stands in a line or a table. */
  variant?: 'pill' | 'text'
  /** Its meaning is said elsewhere. */
  quiet?: boolean
}

/** A state as icon, word and colour, the same everywhere; its meaning on hover. */
export function StateBadge<Kind extends StateKind>({
  kind,
  value,
  variant = 'text',
  quiet = false,
}: StateBadgeProps<Kind>) {
  const { word, icon: Icon, tone, meaning } = stateLook(kind, value)
  return (
    <Tooltip label={meaning} disabled={quiet}>
      <span className={classes.badge} data-tone={tone} data-variant={variant}>
        <Icon size={14} stroke={1.75} aria-hidden />
        {word}
      </span>
    </Tooltip>
  )
}
