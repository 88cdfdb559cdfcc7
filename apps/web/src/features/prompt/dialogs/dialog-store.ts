import { useSyncExternalStore } from 'react'
import { createSignal } from '../../../lib/signal.ts'
import type { StateValue } from '../../../ui/index.ts'

/** A commit as the dialogs about it need to know it. */
export interface NamedCommit {
  id: string
  hash: string
  shortHash: string
  version: string | null
  message: string
}

/** A branch as the dialogs about it need to know it. */
export interface NamedBranch {
  id: string
  name: string
  type: StateValue<'branchType'>
}

/** What a dialog can be asked for on the pages of a prompt. */
export type DialogWish =
  | {
      kind: 'create-branch'
      /** Branch, version, tag or hash it starts from. */
      from: string
      type?: StateValue<'branchType'>
      /** The rest of its name, without the prefix. */
      name?: string
      /** Offers to bring the uncommitted live text of the present branch along. */
      carry?: boolean
    }
  | { kind: 'rename-branch'; branch: NamedBranch }
  | { kind: 'delete-branch'; branch: NamedBranch }
  | { kind: 'update-branch'; branch: NamedBranch; from: string }
  | { kind: 'rollback'; commit: NamedCommit }
  | { kind: 'cherry-pick'; commit: NamedCommit }
  | { kind: 'tag'; commit: NamedCommit }
  | {
      kind: 'move'
      /** The status to move to. From the archive only a draft is reached. */
      to: StateValue<'status'>
    }
  | { kind: 'delete' }

interface Asked {
  wish: DialogWish | null
  open: boolean
  /** Grows with each wish, so that no dialog begins with what was typed into another. */
  turn: number
}

let asked: Asked = { wish: null, open: false, turn: 0 }
const changed = createSignal()
const set = (next: Asked): void => {
  asked = next
  changed.emit()
}

/** Opens a dialog of the prompt's pages; it takes the place of one that is open. */
export function openDialog(wish: DialogWish): void {
  set({ wish, open: true, turn: asked.turn + 1 })
}

/** Closes it; what it was about stays known while it fades. */
export function closeDialog(): void {
  set({ ...asked, open: false })
}

const closed: Asked = asked

/** The dialog that is open or was last. */
export function useDialog(): Asked {
  return useSyncExternalStore(
    changed.listen,
    () => asked,
    () => closed,
  )
}
