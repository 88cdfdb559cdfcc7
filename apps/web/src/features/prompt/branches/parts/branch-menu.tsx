'use client'

import { ActionIcon, Menu } from '@mantine/core'
import {
  IconDots,
  IconGitBranch,
  IconGitCompare,
  IconGitMerge,
  IconGitPullRequest,
  IconHistory,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import Link from 'next/link'
import { useCan } from '../../../shell/index.ts'
import { openDialog } from '../../dialogs/dialog-store.ts'
import { usePromptShell } from '../../prompt-context.tsx'
import { branchQuery, compareAddress } from '../branch-address.ts'
import { actionsOn } from '../branch-groups.ts'
import type { BranchRow } from '../branch-query.ts'
import { useProtect } from '../use-protect.ts'

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** Everything that can be done with a branch. */
export function BranchMenu({ branch }: { branch: BranchRow }) {
  const { prompt, home } = usePromptShell()
  const mayOpen = useCan('branch.create')
  const archived = prompt.archivedAt !== null
  const may = actionsOn(branch, {
    open: mayOpen,
    merge: useCan('branch.merge'),
    protect: useCan('branch.protect'),
    request: useCan('change.create'),
    archived,
  })
  const protect = useProtect()
  const { name } = branch
  const base = branch.target?.name ?? 'main'
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={`More about ${name}`}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          href={`${home}/history${branchQuery(name)}`}
          leftSection={<IconHistory {...icon} />}
        >
          History
        </Menu.Item>
        {may.compare && (
          <Menu.Item
            component={Link}
            href={compareAddress(home, base, name)}
            leftSection={<IconGitCompare {...icon} />}
          >
            Compare with {base}
          </Menu.Item>
        )}
        {may.request && (
          <Menu.Item
            component={Link}
            href={`${home}/changes/new?from=${encodeURIComponent(name)}`}
            leftSection={<IconGitPullRequest {...icon} />}
          >
            Open a change request…
          </Menu.Item>
        )}
        {may.update && (
          <Menu.Item
            leftSection={<IconGitMerge {...icon} />}
            onClick={() => openDialog({ kind: 'update-branch', branch, from: base })}
          >
            Bring {base} in…
          </Menu.Item>
        )}
        {mayOpen && !archived && branch.head && (
          <Menu.Item
            leftSection={<IconGitBranch {...icon} />}
            onClick={() => openDialog({ kind: 'create-branch', from: name })}
          >
            New branch from here…
          </Menu.Item>
        )}
        {(may.rename || may.protect || may.remove) && <Menu.Divider />}
        {may.rename && (
          <Menu.Item
            leftSection={<IconPencil {...icon} />}
            onClick={() => openDialog({ kind: 'rename-branch', branch })}
          >
            Rename…
          </Menu.Item>
        )}
        {may.protect && (
          <Menu.Item
            leftSection={branch.protected ? <IconLockOpen {...icon} /> : <IconLock {...icon} />}
            onClick={() => void protect(branch)}
          >
            {branch.protected ? 'End the protection…' : 'Protect…'}
          </Menu.Item>
        )}
        {may.remove && (
          <Menu.Item
            color="bad"
            leftSection={<IconTrash {...icon} />}
            onClick={() => openDialog({ kind: 'delete-branch', branch })}
          >
            Delete…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
