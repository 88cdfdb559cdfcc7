import { checkTagName } from '@incipit/version-control'
import { z } from 'zod'
import { actorRef } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import { ConflictError, NotFoundError } from '../platform/errors.ts'
import { parseInput, prose } from '../platform/input.ts'
import { assertNotArchived, nameOf } from './branch-rules.ts'
import type { VersionDeps } from './deps.ts'
import type { CommitAddress } from './store.ts'
import type { CommitTagRow } from './tag-store.ts'

/** Tags of one prompt. */
const MOST_TAGS = 500

const tagInput = z.strictObject({
  name: z.string().superRefine((name, context) => {
    const problem = checkTagName(name)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  }),
  note: prose('The note', 2000),
})

/** Names on commits. They never move and are never deleted. */
export function createTagService(deps: VersionDeps) {
  const { db, store, prompts, changes, clock, newId } = deps

  return {
    /**
     * Names a commit for good.
     *
     * @throws ConflictError when the name is taken, naming the commit that has it; when the prompt has 500 tags or is archived
     */
    async createTag(
      caller: Caller,
      address: CommitAddress,
      input: { readonly name: string; readonly note: string | null },
    ): Promise<CommitTagRow> {
      const { libraryId, promptId, commitId } = address
      const actor = await authorize(caller, libraryId, 'commit.tag', 'The commit')
      const [commit] = await store.findCommits(db, libraryId, [promptId], [commitId])
      if (!commit) throw new NotFoundError('The commit')
      const values = parseInput(tagInput, { name: input.name.trim(), note: input.note?.trim() ?? '' })
      return changes.run(libraryId, actor, async (tx, note) => {
        // The lock puts those who name commits of one prompt in a row: neither a name nor the limit is passed twice.
        const prompt = await prompts.lockPrompt(tx, libraryId, promptId)
        assertNotArchived(prompt)
        const taken = await store.tagNamed(tx, libraryId, promptId, values.name)
        if (taken) {
          const [holder] = await store.findCommits(tx, libraryId, [promptId], [taken.commitId])
          throw new ConflictError(
            `${taken.name} names ${nameOf(holder!)} already, and a tag never moves. Choose another name.`,
          )
        }
        if ((await store.countTags(tx, libraryId, promptId)) >= MOST_TAGS) {
          throw new ConflictError(
            `A prompt has at most ${MOST_TAGS} tags, and tags are never deleted. Use versions instead.`,
          )
        }
        const by = actorRef(actor)
        const row: CommitTagRow = {
          libraryId,
          promptId,
          id: newId(),
          ...values,
          commitId,
          taggerKind: by.kind,
          taggerId: by.id,
          taggerName: by.name,
          createdAt: clock.now(),
        }
        await store.insertTag(tx, row)
        note({
          action: 'tag.create',
          subject: { type: 'commit', id: commitId, label: `${prompt.key}@${values.name}` },
          after: { name: values.name, note: values.note, commit: commitId },
          details: { prompt: prompt.key, tag: values.name, version: commit.version, commit: commitId },
          promptId,
        })
        return row
      })
    },

    findTag: store.findTag,
    tagsOfPrompts: store.tagsOfPrompts,
    tagsOfCommits: store.tagsOfCommits,
  }
}
