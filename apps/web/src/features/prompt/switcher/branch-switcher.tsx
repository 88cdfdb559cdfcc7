'use client'

import { Popover, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconGitBranch, IconLock, IconPlus, IconSelector } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Drawer, stateLook } from '../../../ui/index.ts'
import { useCan, usePaletteActions, useShortcuts } from '../../shell/index.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { BranchChoice } from './branch-choice.tsx'
import classes from './branch-switcher.module.css'
import { setSwitcher, useSwitcher } from './switcher-store.ts'

/** The present branch; opens the list of all of them, to go to another or open a new one. */
export function BranchSwitcher() {
  const opened = useSwitcher()
  const isPhone = useMediaQuery('(max-width: 47.99em)', false)
  useSwitcherActions()
  const close = (): void => setSwitcher(false)
  if (isPhone) {
    return (
      <>
        <CurrentBranchButton opened={opened} />
        <Drawer
          opened={opened}
          onClose={close}
          position="bottom"
          size="80%"
          title="Branches"
          closeButtonProps={{ 'aria-label': 'Close' }}
          overlayProps={{ color: 'var(--shade)', backgroundOpacity: 1 }}
          classNames={{ content: classes.sheet, body: classes.sheetBody, header: classes.sheetHeader }}
        >
          <BranchChoice close={close} />
        </Drawer>
      </>
    )
  }
  return (
    <Popover
      opened={opened}
      onChange={setSwitcher}
      position="bottom-start"
      width={400}
      trapFocus
      returnFocus
      classNames={{ dropdown: classes.dropdown }}
    >
      <Popover.Target>
        <CurrentBranchButton opened={opened} />
      </Popover.Target>
      <Popover.Dropdown aria-label="Branches">
        <BranchChoice close={close} />
      </Popover.Dropdown>
    </Popover>
  )
}

function CurrentBranchButton({ opened, ...rest }: { opened: boolean; ref?: React.Ref<HTMLButtonElement> }) {
  const { branch, branchName } = usePromptShell()
  const look = branch ? stateLook('branchType', branch.type) : null
  const Icon = look?.icon ?? IconGitBranch
  return (
    <UnstyledButton
      {...rest}
      className={classes.current}
      aria-haspopup="dialog"
      aria-expanded={opened}
      aria-label={`Branch ${branchName}: switch`}
      title={branchName}
      onClick={() => setSwitcher(!opened)}
    >
      <Icon size={14} stroke={1.75} aria-hidden />
      <span className={classes.name}>{branchName}</span>
      {branch?.protected && <IconLock size={12} aria-label="protected" />}
      <IconSelector size={12} className={classes.chevron} aria-hidden />
    </UnstyledButton>
  )
}

function useSwitcherActions(): void {
  const { branchName, branch } = usePromptShell()
  const mayOpen = useCan('branch.create') && branch !== null
  useShortcuts(
    useMemo(
      () => [{ keys: 'b', label: 'Switch the branch', group: 'Prompt', run: () => setSwitcher(true) }],
      [],
    ),
  )
  usePaletteActions(
    useMemo(
      () => [
        {
          id: 'switch-branch',
          group: 'Prompt',
          label: 'Switch the branch',
          icon: IconGitBranch,
          keys: 'b',
          run: () => setSwitcher(true),
        },
        ...(mayOpen
          ? [
              {
                id: 'new-branch',
                group: 'Prompt',
                label: `New branch from ${branchName}`,
                icon: IconPlus,
                run: () => openDialog({ kind: 'create-branch', from: branchName, carry: true }),
              },
            ]
          : []),
      ],
      [branchName, mayOpen],
    ),
  )
}
