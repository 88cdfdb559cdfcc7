'use client'

import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { stateLook } from '../../../ui/index.ts'
import { type PaletteAction, useCan, usePaletteActions } from '../../shell/index.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { useLife } from './use-life.ts'

const RESTORE: PaletteAction = {
  id: 'restore-prompt',
  group: 'Prompt',
  label: 'Restore…',
  icon: IconArrowBackUp,
  run: () => openDialog({ kind: 'move', to: 'DRAFT' }),
}

const DELETE: PaletteAction = {
  id: 'delete-prompt',
  group: 'Prompt',
  label: 'Delete…',
  icon: IconTrash,
  run: () => openDialog({ kind: 'delete' }),
}

/** Offers the moves that the person can make now in the command palette. */
export function LifeActions() {
  const { prompt } = usePromptShell()
  const { moves } = useLife()
  const mayRestore = useCan('prompt.restore')
  const mayDelete = useCan('prompt.delete')
  const archived = prompt.archivedAt !== null
  usePaletteActions(
    useMemo(() => {
      if (archived) return [...(mayRestore ? [RESTORE] : []), ...(mayDelete ? [DELETE] : [])]
      return (moves ?? [])
        .filter(({ hindrance }) => hindrance === null)
        .map(({ to, label }) => ({
          id: `move-${to}`,
          group: 'Prompt',
          label: `${label}…`,
          icon: stateLook('status', to).icon,
          run: () => openDialog({ kind: 'move', to }),
        }))
    }, [archived, moves, mayRestore, mayDelete]),
  )
  return null
}
