'use client'

import { useEffect } from 'react'
import { Modal } from '../../../ui/index.ts'
import { CreateBranchForm } from '../branches/create-branch-form.tsx'
import { DeleteBranchForm } from '../branches/delete-branch-form.tsx'
import { RenameBranchForm } from '../branches/rename-branch-form.tsx'
import { UpdateBranchForm } from '../branches/update-branch-form.tsx'
import { DeleteForm } from '../life/delete-form.tsx'
import { moveTitle } from '../life/life-words.ts'
import { MoveForm } from '../life/move-form.tsx'
import { CherryPickForm } from '../operations/cherry-pick-form.tsx'
import { RollbackForm } from '../operations/rollback-form.tsx'
import { TagForm } from '../operations/tag-form.tsx'
import { usePromptShell } from '../prompt-context.tsx'
import type { CurrentPrompt } from '../prompt-query.ts'
import { refOf } from '../ref-of.ts'
import { closeDialog, type DialogWish, useDialog } from './dialog-store.ts'

/** Where the dialogs of a prompt's pages appear; once in its frame. */
export function DialogHost() {
  const { wish, open, turn } = useDialog()
  const { prompt } = usePromptShell()
  useEffect(() => closeDialog, [])
  return (
    <Modal
      opened={open}
      onClose={closeDialog}
      title={wish && titleOf(wish, prompt)}
      size={520}
      yOffset="8vh"
      // Above the commit panel, which opens some of them, and below menus.
      zIndex={250}
    >
      {wish && <Content key={turn} wish={wish} />}
    </Modal>
  )
}

function Content({ wish }: { wish: DialogWish }) {
  switch (wish.kind) {
    case 'create-branch':
      return <CreateBranchForm wish={wish} close={closeDialog} />
    case 'rename-branch':
      return <RenameBranchForm branch={wish.branch} close={closeDialog} />
    case 'delete-branch':
      return <DeleteBranchForm branch={wish.branch} close={closeDialog} />
    case 'update-branch':
      return <UpdateBranchForm branch={wish.branch} from={wish.from} close={closeDialog} />
    case 'rollback':
      return <RollbackForm commit={wish.commit} close={closeDialog} />
    case 'cherry-pick':
      return <CherryPickForm commit={wish.commit} close={closeDialog} />
    case 'tag':
      return <TagForm commit={wish.commit} close={closeDialog} />
    case 'move':
      return <MoveForm to={wish.to} close={closeDialog} />
    case 'delete':
      return <DeleteForm close={closeDialog} />
  }
}

function titleOf(wish: DialogWish, prompt: CurrentPrompt): string {
  switch (wish.kind) {
    case 'create-branch':
      return 'New branch'
    case 'rename-branch':
      return `Rename ${wish.branch.name}`
    case 'delete-branch':
      return `Delete ${wish.branch.name}?`
    case 'update-branch':
      return `Bring ${wish.from} into ${wish.branch.name}`
    case 'rollback':
      return `Roll main back to ${refOf(wish.commit)}`
    case 'cherry-pick':
      return `Pick ${refOf(wish.commit)} onto a branch`
    case 'tag':
      return `Tag ${refOf(wish.commit)}`
    case 'move':
      return moveTitle(wish.to, prompt.name)
    case 'delete':
      return `Delete ${prompt.name}?`
  }
}
