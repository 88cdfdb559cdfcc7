import { Spotlight } from '@mantine/spotlight'
import { IconFileText } from '@tabler/icons-react'
import { KeyHint, StateBadge } from '../../../ui/index.ts'
import type { PaletteAction } from '../frame.ts'
import type { PromptHit } from '../hooks/use-prompt-hits.ts'
import classes from './command-palette.module.css'

/** One action in the palette. */
export function PaletteItem({ action }: { action: PaletteAction }) {
  const Icon = action.icon
  return (
    <Spotlight.Action onClick={action.run}>
      <span className={classes.item}>
        <span className={classes.icon}>{Icon && <Icon size={17} stroke={1.5} aria-hidden />}</span>
        <span className={classes.label}>{action.label}</span>
        {action.description && <span className={classes.aside}>{action.description}</span>}
        {action.keys && <KeyHint keys={action.keys} />}
      </span>
    </Spotlight.Action>
  )
}

/** One found prompt in the palette. */
export function PromptItem({ hit, open }: { hit: PromptHit; open: () => void }) {
  return (
    <Spotlight.Action onClick={open}>
      <span className={classes.item}>
        <span className={classes.icon}>
          <IconFileText size={17} stroke={1.5} aria-hidden />
        </span>
        <span className={classes.label}>{hit.name}</span>
        <span className={classes.key}>{hit.key}</span>
        <StateBadge kind="status" value={hit.status} />
      </span>
    </Spotlight.Action>
  )
}
