'use client'

import { Button } from '@mantine/core'
import { IconArchive, IconLock } from '@tabler/icons-react'
import { RelativeTime } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { changePhrase } from '../life/life-words.ts'
import { useLife } from '../life/use-life.ts'
import { usePrompt } from '../prompt-context.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { uncommittedText } from './status-text.ts'
import { writeAccess } from './write-access.ts'

/** Where the prompt's status keeps everybody from writing: who saw to that and why, and what can be done instead. */
export function MainReadOnly() {
  const { prompt, branch } = usePrompt()
  const mayEdit = useCan('prompt.edit')
  const access = writeAccess({ prompt, branch, mayEdit })
  if (access.mayWrite || access.remedy === null) return null
  const archived = access.remedy === 'RESTORE'
  return (
    <NoticeBar
      icon={archived ? IconArchive : IconLock}
      tone="plain"
      actions={archived ? <RestoreButton /> : <BranchButtons />}
    >
      <Cause />
      {access.reason}
      {!archived && <LeftOnMain />}
    </NoticeBar>
  )
}

/** "Approved by Vera, 3 min ago. “The tone is right.”" */
function Cause() {
  const { last } = useLife()
  if (!last) return null
  return (
    <>
      <strong>{changePhrase(last)}</strong> <RelativeTime at={last.at} />.{' '}
      {last.reason !== null && `“${last.reason}” `}
    </>
  )
}

function LeftOnMain() {
  const { branch } = usePrompt()
  const left = uncommittedText(branch.document.uncommitted)
  if (left === '') return null
  return ` Main still holds ${left.replace(/^./, (letter) => letter.toLowerCase())}; a branch can take them along.`
}

function BranchButtons() {
  const { branch } = usePrompt()
  const mayOpen = useCan('branch.create')
  const { moves } = useLife()
  const mayReopen = moves?.some(({ to, hindrance }) => to === 'REVIEW' && hindrance === null) ?? false
  const open = (type: 'HOTFIX' | 'FEATURE'): void =>
    openDialog({ kind: 'create-branch', from: branch.name, type, carry: true })
  return (
    <>
      {mayOpen && (
        <>
          <Button size="xs" onClick={() => open('HOTFIX')}>
            Open a hotfix branch
          </Button>
          <Button size="xs" variant="subtle" onClick={() => open('FEATURE')}>
            Open a feature branch
          </Button>
        </>
      )}
      {mayReopen && (
        <Button size="xs" variant="subtle" onClick={() => openDialog({ kind: 'move', to: 'REVIEW' })}>
          Reopen for review
        </Button>
      )}
    </>
  )
}

function RestoreButton() {
  if (!useCan('prompt.restore')) return null
  return (
    <Button size="xs" onClick={() => openDialog({ kind: 'move', to: 'DRAFT' })}>
      Restore
    </Button>
  )
}
