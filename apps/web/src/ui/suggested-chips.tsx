import { UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type MouseEvent, useRef } from 'react'
import classes from './suggested-chips.module.css'

interface SuggestedChipsProps {
  /** What the words speak for and is not chosen. */
  values: readonly string[]
  /** What taking one does, for screen readers: "Add the tag". */
  does: string
  accept: (value: string) => void
  /** Takes a suggestion away; see `useDismissed`. */
  dismiss: (value: string) => void
}

/** What the words speak for; a person takes it or sends it away, nothing is taken by itself. */
export function SuggestedChips({ values, does, accept, dismiss }: SuggestedChipsProps) {
  const list = useRef<HTMLDivElement>(null)

  /** What had the focus goes with its chip; the same button of the next one has it then. */
  function leave({ currentTarget }: MouseEvent<HTMLButtonElement>, done: () => void) {
    const chip = currentTarget.parentElement
    const at = [...(chip?.children ?? [])].indexOf(currentTarget)
    const next = chip?.nextElementSibling ?? chip?.previousElementSibling
    const button = next?.children[at]
    if (button instanceof HTMLElement) button.focus()
    else list.current?.focus()
    done()
  }

  return (
    <div ref={list} className={classes.list} tabIndex={-1}>
      {values.length > 0 && 'Suggested:'}
      {values.map((value) => (
        <span key={value} className={classes.chip}>
          <UnstyledButton
            className={classes.accept}
            onClick={(event) => leave(event, () => accept(value))}
            aria-label={`${does} ${value}`}
          >
            + {value}
          </UnstyledButton>
          <UnstyledButton
            className={classes.dismiss}
            onClick={(event) => leave(event, () => dismiss(value))}
            aria-label={`Dismiss the suggestion ${value}`}
          >
            <IconX size={12} aria-hidden />
          </UnstyledButton>
        </span>
      ))}
    </div>
  )
}
