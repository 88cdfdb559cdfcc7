import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { counted } from '../../../lib/counted.ts'
import type { Subcategory } from '../hooks/use-categories.ts'
import classes from './category-list.module.css'

interface SubcategoryChipProps {
  place: Subcategory
  /** Absent for those who may not change it. */
  edit?: () => void
  /** Absent where it stays: usual ones, and those that prompts use. */
  remove?: () => void
  /** Whether it takes the place of one that had the focus. */
  takesFocus: boolean
}

/** A subcategory with how many prompts it holds. */
export function SubcategoryChip({ place, edit, remove, takesFocus }: SubcategoryChipProps) {
  const { name, description, promptCount } = place
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) button.current?.focus()
  }, [takesFocus])
  return (
    <Tooltip
      label={description}
      disabled={description === ''}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: false }}
    >
      <li className={classes.place} data-empty={promptCount === 0 || undefined}>
        {edit ? (
          <UnstyledButton
            ref={button}
            className={classes.rename}
            aria-label={`Edit the subcategory ${name}`}
            onClick={edit}
          >
            {name}
          </UnstyledButton>
        ) : (
          name
        )}
        {promptCount > 0 && (
          <span className={classes.used} title={counted(promptCount, 'prompt')}>
            {promptCount.toLocaleString('en-GB')}
          </span>
        )}
        {remove && (
          <ActionIcon
            size={20}
            className={classes.remove}
            aria-label={`Delete the subcategory ${name}`}
            onClick={remove}
          >
            <IconX size={12} />
          </ActionIcon>
        )}
      </li>
    </Tooltip>
  )
}
