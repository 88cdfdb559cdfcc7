import { branchTypeOf, targetTypeOf } from '@incipit/version-control'
import type { Actor } from '../accounts/index.ts'
import type { ChangeNote } from '../audit/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import type { Transaction } from '../platform/database.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import type { PromptRow } from '../prompts/store.ts'
import { assertOwnName, branchNote, checkedName, refusingTaken } from './branch-naming.ts'
import { createBranchOpening } from './branch-opening.ts'
import { assertLiving, assertNotArchived } from './branch-rules.ts'
import type { VersionDeps } from './deps.ts'
import type { BranchRow } from './store.ts'

/** Deleted branches that are shown. */
const DELETED_SHOWN = 50

/** Branches as things: opening, names, protection, deletion. */
export function createBranchService(deps: VersionDeps) {
  const { db, store, prompts, changes, bus, clock } = deps
  const opening = createBranchOpening(deps)

  async function load(
    caller: Caller,
    libraryId: string,
    id: string,
    action: 'branch.create' | 'branch.protect',
  ) {
    const actor = await authorize(caller, libraryId, action, 'The branch')
    const [branch] = await store.findBranches(libraryId, [id])
    if (!branch) throw new NotFoundError('The branch')
    return { actor, branch }
  }

  /** Changes a branch under its lock, with its prompt at hand. */
  async function change(
    actor: Actor,
    seen: BranchRow,
    work: (
      tx: Transaction,
      note: (change: ChangeNote) => void,
      branch: BranchRow,
      prompt: PromptRow,
    ) => Promise<BranchRow>,
  ): Promise<BranchRow> {
    return changes.run(seen.libraryId, actor, async (tx, note) => {
      const branch = (await store.lockBranch(tx, seen.libraryId, seen.id))!
      const prompt = await prompts.lockPrompt(tx, seen.libraryId, seen.promptId)
      return work(tx, note, branch, prompt)
    })
  }

  function closeRooms({ libraryId, promptId }: BranchRow): void {
    bus.publish('access.changed', { libraryId, promptId })
  }

  /** Deletes a locked branch in the caller's transaction. @throws ConflictError when it must stay */
  async function deleteBranch(
    tx: Transaction,
    note: (change: ChangeNote) => void,
    branch: BranchRow,
  ): Promise<BranchRow> {
    assertLiving(branch)
    assertOwnName(branch, 'deleted')
    const requests = await store.openChangeRequests(tx, branch)
    if (requests.length > 0) {
      const names = requests.map((number) => `#${number}`).join(', ')
      throw new ConflictError(
        `${branch.name} is part of the open change request ${names}. Merge or close it, then delete the branch.`,
      )
    }
    const row = await store.updateBranch(tx, branch, { deletedAt: clock.now() })
    note(branchNote('branch.delete', row, { head: branch.headCommitId }))
    return row
  }

  return {
    closeRooms,
    deleteBranch,

    createBranch: opening.createBranch,

    async renameBranch(caller: Caller, libraryId: string, id: string, newName: string): Promise<BranchRow> {
      const { actor, branch: seen } = await load(caller, libraryId, id, 'branch.create')
      const name = checkedName(newName)
      return refusingTaken(name, () =>
        change(actor, seen, async (tx, note, branch, prompt) => {
          assertLiving(branch)
          assertNotArchived(prompt)
          assertOwnName(branch, 'renamed')
          if (branchTypeOf(name) !== branch.type) {
            throw ValidationError.of(
              'name',
              `A branch keeps its type: ${branch.name} is a ${branch.type} branch. Begin the name as it begins now, or open another branch.`,
            )
          }
          const row = await store.updateBranch(tx, branch, { name })
          note(branchNote('branch.rename', row, { before: branch.name }))
          return row
        }),
      )
    },

    async protectBranch(
      caller: Caller,
      libraryId: string,
      id: string,
      isProtected: boolean,
    ): Promise<BranchRow> {
      const { actor, branch: seen } = await load(caller, libraryId, id, 'branch.protect')
      return change(actor, seen, async (tx, note, branch) => {
        assertLiving(branch)
        if (branch.protected === isProtected) return branch
        const row = await store.updateBranch(tx, branch, { protected: isProtected })
        note({
          ...branchNote('branch.protect', row, { protected: isProtected }),
          before: { protected: branch.protected },
          after: { protected: isProtected },
        })
        return row
      })
    },

    /** Takes a branch out of sight. Its commits and its live text, uncommitted work included, come back when it is restored. */
    async removeBranch(caller: Caller, libraryId: string, id: string): Promise<BranchRow> {
      const { actor, branch: seen } = await load(caller, libraryId, id, 'branch.create')
      const row = await change(actor, seen, (tx, note, branch) => deleteBranch(tx, note, branch))
      closeRooms(row)
      return row
    },

    async restoreBranch(caller: Caller, libraryId: string, id: string): Promise<BranchRow> {
      const { actor, branch: seen } = await load(caller, libraryId, id, 'branch.create')
      return refusingTaken(seen.name, () =>
        change(actor, seen, async (tx, note, branch, prompt) => {
          if (branch.deletedAt === null) throw new ConflictError(`The branch ${branch.name} is not deleted.`)
          assertNotArchived(prompt)
          await opening.assertRoom(tx, branch)
          const row = await store.updateBranch(tx, branch, { deletedAt: null })
          note(branchNote('branch.restore', row, { head: branch.headCommitId }))
          return row
        }),
      )
    },

    /** The branch it merges into by its type; null for main and experiments. */
    async targetOf(branch: BranchRow): Promise<BranchRow | null> {
      return targetAmong(branch, await store.branchesOf(db, branch.libraryId, [branch.promptId]))
    },

    deletedBranches: (libraryId: string, promptId: string) =>
      store.deletedBranches(libraryId, promptId, DELETED_SHOWN),
    lockBranches: store.lockBranches,
  }
}

/** The branch that one merges into by its type, among the living branches of its prompt. */
export function targetAmong(branch: BranchRow, branches: readonly BranchRow[]): BranchRow | null {
  const type = targetTypeOf(
    branch.type,
    branches.some((other) => other.type === 'staging'),
  )
  return branches.find((other) => other.type === type) ?? null
}
