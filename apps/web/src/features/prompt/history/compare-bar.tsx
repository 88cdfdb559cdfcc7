import { Button } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { refOf } from '../ref-of.ts'
import classes from './history-page.module.css'

interface CompareBarProps {
  /** Newest first. */
  chosen: readonly { version: string | null; shortHash: string }[]
  total: number
  onCompare: () => void
  onClear: () => void
}

/** Above the history: how many versions there are, or which two are to be compared. */
export function CompareBar({ chosen, total, onCompare, onClear }: CompareBarProps) {
  const [head, base] = chosen
  return (
    <div className={classes.bar}>
      <span role="status">
        {head && base
          ? `${refOf(base)} and ${refOf(head)}`
          : head
            ? `${refOf(head)}: choose one more to compare`
            : `${total.toLocaleString('en')} ${total === 1 ? 'version' : 'versions'}. Choose two to compare.`}
      </span>
      {head && (
        <Button variant="subtle" size="xs" onClick={onClear}>
          Clear
        </Button>
      )}
      <Button
        size="xs"
        leftSection={<IconArrowsDiff size={14} aria-hidden />}
        disabled={!base}
        onClick={onCompare}
      >
        Compare
      </Button>
    </div>
  )
}
