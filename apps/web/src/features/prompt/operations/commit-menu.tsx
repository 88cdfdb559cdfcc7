'use client'

import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconDots,
  IconGitBranch,
  IconGitCherryPick,
  IconHash,
  IconLink,
  IconRestore,
  IconTag,
} from '@tabler/icons-react'
import { useCan } from '../../shell/index.ts'
import { type NamedCommit, openDialog } from '../dialogs/dialog-store.ts'
import { useRestore } from '../history/use-restore.ts'
import { copyAloud } from '../parts/copy-aloud.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'

interface CommitMenuProps {
  commit: NamedCommit
  /** Whether main has or had this content, so that it can be rolled back to. */
  onMain: boolean
  /** A button with a word instead of three dots. */
  labelled?: boolean
}

/** Everything that can be done with a commit. */
export function CommitMenu({ commit, onMain, labelled }: CommitMenuProps) {
  const { prompt, branch, mayWrite } = usePromptShell()
  const archived = prompt.archivedAt !== null
  const mayOpen = useCan('branch.create') && !archived
  const mayRollBack = useCan('commit.rollback') && !archived && onMain
  const mayTag = useCan('commit.tag')
  const mayMerge = useCan('branch.merge') && !archived
  const { restore } = useRestore()
  const ref = refOf(commit)
  return (
    <Menu withinPortal>
      <Menu.Target>
        {labelled ? (
          <Button rightSection={<IconDots size={16} aria-hidden />}>More</Button>
        ) : (
          <ActionIcon aria-label={`More about ${ref}`}>
            <IconDots size={16} stroke={1.75} />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <CopyItems commit={commit} />
        {(mayOpen || mayTag || mayMerge || mayWrite) && <Menu.Divider />}
        {mayOpen && (
          <Menu.Item
            leftSection={<IconGitBranch size={16} stroke={1.75} aria-hidden />}
            onClick={() => openDialog({ kind: 'create-branch', from: commit.version ?? commit.hash })}
          >
            New branch from here…
          </Menu.Item>
        )}
        {mayTag && (
          <Menu.Item
            leftSection={<IconTag size={16} stroke={1.75} aria-hidden />}
            onClick={() => openDialog({ kind: 'tag', commit })}
          >
            Tag…
          </Menu.Item>
        )}
        {mayMerge && (
          <Menu.Item
            leftSection={<IconGitCherryPick size={16} stroke={1.75} aria-hidden />}
            onClick={() => openDialog({ kind: 'cherry-pick', commit })}
          >
            Cherry-pick onto a branch…
          </Menu.Item>
        )}
        {mayWrite && branch && (
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
            onClick={() => void restore(commit)}
          >
            Restore into the live text{branch.type === 'MAIN' ? '' : ` of ${branch.name}`}…
          </Menu.Item>
        )}
        {mayRollBack && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconRestore size={16} stroke={1.75} aria-hidden />}
              onClick={() => openDialog({ kind: 'rollback', commit })}
            >
              Roll main back to {ref}…
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function CopyItems({ commit }: { commit: NamedCommit }) {
  const { home } = usePromptShell()
  const link = (): string => `${window.location.origin}${home}/commits/${commit.version ?? commit.hash}`
  return (
    <>
      <Menu.Item
        leftSection={<IconLink size={16} stroke={1.75} aria-hidden />}
        onClick={() => void copyAloud(link(), 'The permanent link')}
      >
        Copy the permanent link
      </Menu.Item>
      <Menu.Item
        leftSection={<IconHash size={16} stroke={1.75} aria-hidden />}
        onClick={() => void copyAloud(commit.hash, 'The commit id')}
      >
        Copy the commit id
      </Menu.Item>
    </>
  )
}
