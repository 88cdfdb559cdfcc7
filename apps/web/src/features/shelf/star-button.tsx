import { ActionIcon } from '@mantine/core'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import classes from './star-button.module.css'

interface StarButtonProps {
  name: string
  favourite: boolean
  toggle: () => void
  /** Reached by its row's own key instead of Tab. */
  inRow?: boolean
}

/** Whether a prompt is a favourite, and the way to change it. */
export function StarButton({ name, favourite, toggle, inRow }: StarButtonProps) {
  const Star = favourite ? IconStarFilled : IconStar
  return (
    <ActionIcon
      size={inRow ? 20 : 28}
      className={classes.star}
      data-favourite={favourite || undefined}
      aria-pressed={favourite}
      aria-label={inRow ? `Favourite ${name}` : 'Favourite'}
      title={favourite ? 'No longer a favourite (F)' : 'Make it a favourite (F)'}
      tabIndex={inRow ? -1 : undefined}
      onClick={toggle}
    >
      <Star size={inRow ? 14 : 16} stroke={1.75} aria-hidden />
    </ActionIcon>
  )
}
