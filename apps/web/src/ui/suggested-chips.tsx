import { UnstyledButton } from '@mantine/core'
import classes from './suggested-chips.module.css'

interface SuggestedChipsProps {
  /** What the words speak for and is not chosen. */
  values: readonly string[]
  /** What a click does, for screen readers: "Add the tag". */
  does: string
  accept: (value: string) => void
}

/** What the words speak for; a person takes it by a click, nothing is taken by itself. */
export function SuggestedChips({ values, does, accept }: SuggestedChipsProps) {
  if (values.length === 0) return null
  return (
    <div className={classes.suggestions}>
      Suggested:
      {values.map((value) => (
        <UnstyledButton
          key={value}
          className={classes.suggestion}
          onClick={() => accept(value)}
          aria-label={`${does} ${value}`}
        >
          + {value}
        </UnstyledButton>
      ))}
    </div>
  )
}
