import { contentHash } from '@incipit/version-control'
import { z } from 'zod'
import { actorRef } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import { parseInput } from '../platform/input.ts'
import { assertLiving, assertMayCommit, headMoved, nameOf } from './branch-rules.ts'
import { changeTypeInput, commitMessage, commitNote, type createCommitService } from './commit-service.ts'
import { type Committed, createCommitWriter } from './commit-writer.ts'
import type { VersionDeps } from './deps.ts'
import type { LiveFollow } from './live-follow.ts'
import { assertNotMerging } from './merge-commit.ts'
import { createNumbering } from './numbering.ts'
import { checkedContent } from './prompt-fields.ts'
import type { BranchRow } from './store.ts'

const contentInput = z.strictObject({
  content: z.string(),
  message: commitMessage,
  changeType: changeTypeInput,
})

/** A text to be committed. */
export interface ContentInput {
  readonly libraryId: string
  readonly branchId: string
  readonly expectedHead: string | null
  readonly content: string
  readonly message: string
  readonly changeType: string
}

/** Committing texts that programs bring, in one step. */
export function createContentCommitService(
  deps: VersionDeps,
  live: LiveFollow,
  { commit }: Pick<ReturnType<typeof createCommitService>, 'commit'>,
) {
  const { db, store, prompts, taxonomy, collaboration, changes } = deps
  const { schemeOf } = createNumbering(deps)
  const writeCommit = createCommitWriter(deps)

  /** The first commit takes the live text, since there is no head it could follow: only where nobody else has written in it. */
  async function commitFirst(caller: Caller, input: ContentInput, branch: BranchRow): Promise<Committed> {
    const actor = await authorize(caller, input.libraryId, 'prompt.edit', 'The branch')
    const { libraryId } = branch
    const [prompt] = await prompts.findPrompts(libraryId, [branch.promptId])
    if (!prompt) throw new NotFoundError('The branch')
    // Before the live text is touched: what is refused leaves it as it was.
    assertMayCommit(branch, prompt, await taxonomy.categorySettings(db, libraryId))
    const { contributors } = await collaboration.read(libraryId, branch.documentId)
    if (contributors.some(({ authorId }) => authorId !== actor.id)) {
      throw new ConflictError(
        'Nothing is committed here yet, and somebody else has written in the live text. Let them commit it first.',
      )
    }
    await collaboration.edit(libraryId, branch.documentId, input.content, actor)
    return commit(caller, input)
  }

  return {
    /**
     * Commits a text to a branch: compare-and-set on the head the writer saw. The live text follows by an ordinary merge, so that
     * what people have not committed stays.
     */
    async commitText(caller: Caller, input: ContentInput): Promise<Committed> {
      const { libraryId } = input
      const actor = await authorize(caller, libraryId, 'commit.create', 'The branch')
      const { message, changeType, ...values } = parseInput(contentInput, {
        content: input.content,
        message: input.message,
        changeType: input.changeType,
      })
      const content = checkedContent(values.content, 'content')
      if (content.trim() === '')
        throw ValidationError.of('content', 'The text is empty. Write the prompt before you commit it.')
      const [seen] = await store.findBranches(libraryId, [input.branchId])
      if (!seen) throw new NotFoundError('The branch')
      assertLiving(seen)
      if (seen.headCommitId === null && input.expectedHead === null) {
        return commitFirst(caller, { ...input, content }, seen)
      }
      const scheme = await schemeOf(libraryId)
      const committed = await changes.run(libraryId, actor, async (tx, note) => {
        const branch = (await store.lockBranch(tx, libraryId, seen.id))!
        const prompt = await prompts.lockPrompt(tx, libraryId, seen.promptId)
        assertLiving(branch)
        const settings = await taxonomy.categorySettings(tx, libraryId)
        const unresolved = await store.countUnresolved(tx, branch)
        assertMayCommit(branch, prompt, settings, { changeType, unresolved })
        await assertNotMerging(store, tx, branch)
        const ids = branch.headCommitId ? [branch.headCommitId] : []
        const [head = null] = await store.findCommits(tx, libraryId, [branch.promptId], ids)
        if (branch.headCommitId !== input.expectedHead) throw headMoved(branch, head)
        if (head?.contentHash === contentHash(content))
          throw ValidationError.of('content', `${branch.name} has this text already, as ${nameOf(head)}.`)
        const made = await writeCommit(tx, {
          branch,
          prompt,
          parents: ids,
          content,
          authors: [actorRef(actor)],
          committer: actorRef(actor),
          message: message.trim(),
          changeType,
          scheme,
          isLive: false,
        })
        note(commitNote('commit.create', prompt, made, head))
        return made
      })
      await live.headMoved(committed.branch)
      return committed
    },
  }
}
