import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { counted } from '../../../lib/counted.ts'
import type { Subcategory } from '../hooks/use-categories.ts'
import classes from './category-list.module.css'

interface SubcategoryChipProps {
  place: Subcategory
  /** Absent where it stays: usual ones, and those that prompts use. */
  remove?: () => void
}

/** A subcategory with how many prompts it holds. */
export function SubcategoryChip({ place, remove }: SubcategoryChipProps) {
  const { name, description, promptCount } = place
  return (
    <Tooltip label={description} disabled={description === ''} multiline maw={320}>
      <li className={classes.place} data-empty={promptCount === 0 || undefined}>
        {name}
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
