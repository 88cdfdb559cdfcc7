import { branchTypeOf } from '@incipit/version-control'
import { actorRef } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import type { Transaction } from '../platform/database.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import { branchNote, checkedName, refusingTaken } from './branch-naming.ts'
import { assertNotArchived } from './branch-rules.ts'
import type { VersionDeps } from './deps.ts'
import { MAIN } from './main-branch.ts'
import type { BranchRow } from './store.ts'

/** Living branches of one prompt. */
const MOST_BRANCHES = 200

/** Opening branches. */
export function createBranchOpening(deps: VersionDeps) {
  const { db, store, prompts, collaboration, changes, clock, newId } = deps

  /** @throws ConflictError when the prompt has no room for another branch */
  async function assertRoom(
    tx: Transaction,
    { libraryId, promptId }: Pick<BranchRow, 'libraryId' | 'promptId'>,
  ) {
    if ((await store.countBranches(tx, libraryId, promptId)) < MOST_BRANCHES) return
    throw new ConflictError(
      `A prompt has at most ${MOST_BRANCHES} branches. Delete those that are merged; they can be restored.`,
    )
  }

  async function startingPoint(libraryId: string, promptId: string, from: string | null) {
    const found = await store.resolveRef(libraryId, promptId, from ?? MAIN)
    if (found) return found
    if (from === null || from === MAIN) {
      throw new ConflictError(
        'This prompt has no version yet. Commit the first one to main, then open branches from it.',
      )
    }
    throw ValidationError.of(
      'from',
      `There is no version, commit, tag or branch called "${from.slice(0, 100)}" here. Look at the history for its name.`,
    )
  }

  return {
    assertRoom,

    /** Opens a branch at a commit: its live text begins as that commit's. */
    async createBranch(
      caller: Caller,
      input: {
        readonly libraryId: string
        readonly promptId: string
        readonly name: string
        readonly from: string | null
      },
    ): Promise<BranchRow> {
      const { libraryId, promptId } = input
      const actor = await authorize(caller, libraryId, 'branch.create', 'The prompt')
      const [seen] = await prompts.findPrompts(libraryId, [promptId])
      if (!seen) throw new NotFoundError('The prompt')
      const name = checkedName(input.name)
      const from = await startingPoint(libraryId, promptId, input.from)
      const text = await store.contentOf(db, libraryId, promptId, from.commit.id)
      return refusingTaken(name, () =>
        changes.run(libraryId, actor, async (tx, note) => {
          const prompt = await prompts.lockPrompt(tx, libraryId, promptId)
          assertNotArchived(prompt)
          await assertRoom(tx, { libraryId, promptId })
          const id = newId()
          const [documentId] = await collaboration.createDocuments(tx, [
            { libraryId, promptId, branchId: id, text, authorId: null },
          ])
          const creator = actorRef(actor)
          const row: BranchRow = {
            libraryId,
            promptId,
            id,
            name,
            type: branchTypeOf(name)!,
            headCommitId: from.commit.id,
            liveCommitId: from.commit.id,
            forkCommitId: from.commit.id,
            documentId: documentId!,
            protected: false,
            creatorKind: creator.kind,
            creatorId: creator.id,
            creatorName: creator.name,
            createdAt: clock.now(),
            deletedAt: null,
          }
          await store.insertBranches(tx, [row])
          note(
            branchNote('branch.create', row, { prompt: prompt.key, from: from.name, head: from.commit.id }),
          )
          return row
        }),
      )
    },
  }
}
