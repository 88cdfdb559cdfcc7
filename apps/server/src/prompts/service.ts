import { promptKey } from '@incipit/library'
import type { z } from 'zod'
import { actorRef } from '../accounts/index.ts'
import { type Caller, changed } from '../libraries/index.ts'
import { ConflictError } from '../platform/errors.ts'
import { parseInput } from '../platform/input.ts'
import { modifiedBy } from '../versions/index.ts'
import { createCreation } from './creation.ts'
import { withValues } from './custom-values.ts'
import type { PromptDeps } from './deps.ts'
import { createFiling } from './filing.ts'
import { loadPrompt } from './load-prompt.ts'
import { updateInput } from './prompt-input.ts'
import { promptState, promptSubject } from './prompt-state.ts'
import { refusingTaken } from './refusing-taken.ts'
import type { PromptRow } from './store.ts'

/** Prompts as things: names, places, tags, values. Their text belongs to versions and collaboration. */
export function createPromptService(deps: PromptDeps) {
  const { db, store, catalogue, taxonomy, changes, clock } = deps
  const filing = createFiling(deps)

  return {
    ...createCreation(deps, filing),

    async update(
      caller: Caller,
      libraryId: string,
      id: string,
      input: z.input<typeof updateInput>,
    ): Promise<PromptRow> {
      const { actor } = await loadPrompt(store, caller, libraryId, id, 'prompt.update')
      const values = parseInput(updateInput, input)
      let wanted = ''
      return refusingTaken(
        () => wanted,
        () =>
          changes.run(libraryId, actor, async (tx, note) => {
            // Before the prompt, as merging tags does it: neither waits for what the other holds.
            const rows = values.tags ? await filing.tagRows(tx, libraryId, values.tags, actor.id) : null
            const before = await store.lockPrompt(tx, libraryId, id)
            if (before.status === 'archived') {
              throw new ConflictError(
                'This prompt is archived. Ask an admin to restore it before you change it.',
              )
            }
            const moved = movedTo(before, values)
            wanted = moved.key ?? before.key
            if (moved.key !== undefined && moved.key !== before.key) {
              const includers = await catalogue.includersOf(tx, libraryId, before.key)
              if (includers.total > 0) throw new ConflictError(includers.sentence('given another key'))
            }
            const tagsBefore = (await store.tagsOf(tx, libraryId, [id])).map((entry) => entry.tag.name)
            if (rows)
              await store.setTags(
                tx,
                libraryId,
                id,
                rows.map((row) => row.id),
              )
            const custom = values.customValues
              ? withValues(
                  await taxonomy.shareFields(tx, libraryId),
                  before.customValues,
                  values.customValues,
                )
              : null
            const after = await store.updatePrompt(tx, before, {
              ...moved,
              ...(custom && { customValues: custom.values }),
              name: values.name ?? before.name,
              description: values.description ?? before.description,
              owner: values.owner ?? before.owner,
              ...modifiedBy(actorRef(actor), clock.now()),
            })
            if (after.key !== before.key) await catalogue.recordKey(tx, after)
            await catalogue.refreshSearch(tx, libraryId, [id])
            await filing.registerSubcategories(tx, actorRef(actor), [after], note)
            const tagsAfter = rows ? rows.map((row) => row.name).sort() : tagsBefore
            const states = [promptState(before, tagsBefore), promptState(after, tagsAfter)] as const
            note({
              action: 'prompt.update',
              subject: promptSubject(after),
              before: states[0],
              after: states[1],
              details: {
                ...changed(states[0], states[1]),
                ...(custom && { customValues: custom.changes.map((change) => ({ ...change })) }),
              },
              promptId: id,
            })
            return after
          }),
      )
    },

    findByKey: (libraryId: string, key: string) =>
      key.length > 300 || key.includes('\u0000') ? null : store.findByKey(db, libraryId, key),
    findByKeys: store.findByKeys,
    findPrompts: store.findPrompts,
    findTag: store.findTag,
    tagsOf: (libraryId: string, ids: readonly string[]) => store.tagsOf(db, libraryId, ids),
  }
}

export type PromptService = ReturnType<typeof createPromptService>

/** The key after a move to another category, subcategory, name or variant; unchanged where none of them is given. */
function movedTo(before: PromptRow, values: z.output<typeof updateInput>) {
  const moves =
    values.category != null || values.subcategory != null || values.keyName != null || values.variant != null
  if (!moves) return {}
  const category = values.category ?? before.category
  const subcategory = values.subcategory ?? before.subcategory
  const rest = before.key.slice(`${before.category}-${before.subcategory}-`.length)
  const name = values.keyName ?? rest
  const key = promptKey({
    category: category as Parameters<typeof promptKey>[0]['category'],
    subcategory,
    name,
    variant: values.variant || null,
  })
  return { category, subcategory, key }
}
