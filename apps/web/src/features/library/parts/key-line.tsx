import { UnstyledButton } from '@mantine/core'
import classes from './create-prompt-form.module.css'

interface KeyLineProps {
  /** The key as it will be; `null` while there is none. */
  value: string | null
  /** What the server says to it; `null` while it was not asked. */
  check: { ok: boolean; message: string | null; suggestion: string | null } | null
  take: (suggestion: string) => void
}

/** The key a name makes, whether it is free, and another one where it is not. */
export function KeyLine({ value, check, take }: KeyLineProps) {
  const suggestion = check && !check.ok ? check.suggestion : null
  return (
    <span className={classes.keyLine} aria-live="polite">
      {value === null ? (
        'The key appears here, made from the name'
      ) : (
        <span className={classes.key} data-wrong={check?.ok === false || undefined}>
          {value}
        </span>
      )}
      {check?.ok === false && <span className={classes.taken}>{check.message}</span>}
      {suggestion !== null && (
        <UnstyledButton className={classes.suggestion} onClick={() => take(suggestion)}>
          Take {suggestion}
        </UnstyledButton>
      )}
    </span>
  )
}
