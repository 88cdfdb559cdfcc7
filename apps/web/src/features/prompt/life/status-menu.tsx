'use client'

import { Menu, Skeleton, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowBackUp, IconChevronDown, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { StateBadge, stateLook } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { usePromptShell } from '../prompt-context.tsx'
import type { Move } from './life-query.ts'
import classes from './status-menu.module.css'
import { useLife } from './use-life.ts'

/** The status of a prompt, and the moves that lead on from it. */
export function StatusMenu() {
  const { prompt } = usePromptShell()
  const [opened, setOpened] = useState(false)
  const { word, meaning } = stateLook('status', prompt.status)
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={320}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Tooltip label={meaning} disabled={opened}>
          <UnstyledButton className={classes.button} aria-label={`Status ${word}: move`}>
            <StateBadge kind="status" value={prompt.status} variant="pill" quiet />
            <IconChevronDown size={14} stroke={1.75} aria-hidden />
          </UnstyledButton>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown aria-label="Status">
        <Menu.Label className={classes.now}>{meaning}.</Menu.Label>
        <Menu.Divider />
        {prompt.archivedAt === null ? <Moves /> : <ArchivedMoves />}
      </Menu.Dropdown>
    </Menu>
  )
}

function Moves() {
  const { moves } = useLife()
  if (moves === null) {
    return (
      <div className={classes.loading} role="status" aria-label="Looking up the moves">
        <Skeleton height={14} width="50%" />
        <Skeleton height={12} width="80%" />
      </div>
    )
  }
  return moves.map((move) => <MoveItem key={move.to} move={move} />)
}

function MoveItem({ move }: { move: Move }) {
  const { icon: Icon, tone, meaning } = stateLook('status', move.to)
  return (
    <Choice
      icon={<Icon size={16} stroke={1.75} aria-hidden />}
      tone={tone}
      label={`${move.label}…`}
      hint={meaning}
      hindrance={move.hindrance}
      run={() => openDialog({ kind: 'move', to: move.to })}
    />
  )
}

function ArchivedMoves() {
  const mayRestore = useCan('prompt.restore')
  const mayDelete = useCan('prompt.delete')
  return (
    <>
      <Choice
        icon={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
        tone="neutral"
        label="Restore…"
        hint="It comes back as a draft"
        hindrance={mayRestore ? null : 'Only an admin can bring it back. Ask one of them.'}
        run={() => openDialog({ kind: 'move', to: 'DRAFT' })}
      />
      {mayDelete && (
        <Choice
          icon={<IconTrash size={16} stroke={1.75} aria-hidden />}
          tone="bad"
          label="Delete…"
          hint="For everybody; cannot be undone"
          hindrance={null}
          run={() => openDialog({ kind: 'delete' })}
        />
      )}
    </>
  )
}

interface ChoiceProps {
  icon: ReactNode
  tone: string
  label: string
  /** What it leads to. */
  hint: string
  /** Why it cannot be chosen; in place of the hint. */
  hindrance: string | null
  run: () => void
}

/** What cannot be chosen still takes the focus, so that its reason is read. */
function Choice({ icon, tone, label, hint, hindrance, run }: ChoiceProps) {
  const hindered = hindrance !== null
  return (
    <Menu.Item
      className={classes.item}
      data-tone={tone}
      aria-disabled={hindered || undefined}
      closeMenuOnClick={!hindered}
      leftSection={<span className={classes.icon}>{icon}</span>}
      onClick={hindered ? undefined : run}
    >
      <span className={classes.label}>{label}</span>
      <span className={classes.hint}>{hindrance ?? hint}</span>
    </Menu.Item>
  )
}
