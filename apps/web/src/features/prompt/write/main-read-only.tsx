'use client'

import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useCan } from '../../shell/index.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { usePrompt } from '../prompt-context.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { uncommittedText } from './status-text.ts'
import { writeAccess } from './write-access.ts'

/** On main of a prompt in use: why it can only be read, and the branches on which the work goes on. */
export function MainReadOnly() {
  const { prompt, branch } = usePrompt()
  const mayEdit = useCan('prompt.edit')
  const mayOpen = useCan('branch.create')
  const access = writeAccess({ prompt, branch, mayEdit })
  if (access.mayWrite || access.remedy !== 'BRANCH') return null
  const left = uncommittedText(branch.document.uncommitted)
  const open = (type: 'HOTFIX' | 'FEATURE'): void =>
    openDialog({ kind: 'create-branch', from: branch.name, type, carry: true })
  return (
    <NoticeBar
      icon={IconLock}
      tone="plain"
      actions={
        mayOpen && (
          <>
            <Button size="xs" onClick={() => open('HOTFIX')}>
              Open a hotfix branch
            </Button>
            <Button size="xs" variant="subtle" onClick={() => open('FEATURE')}>
              Open a feature branch
            </Button>
          </>
        )
      }
    >
      {access.reason}
      {left !== '' &&
        ` Main still holds ${left.replace(/^./, (letter) => letter.toLowerCase())}; a branch can take them along.`}
    </NoticeBar>
  )
}
