import { includesOf } from '@incipit/document'
import type { Transaction } from '../platform/database.ts'
import type { PromptRow } from '../prompts/store.ts'
import type { Dependencies } from './dependencies.ts'
import { fingerprintOf } from './similar.ts'
import type { CatalogueStore, IncludeRow } from './store.ts'

/** A prompt of whose text on main the catalogue takes note. */
export interface CatalogueEntry {
  readonly prompt: Pick<PromptRow, 'libraryId' | 'id' | 'key' | 'templateLanguage'>
  readonly content: string
}

/** The one door for texts that become those of main, and for the keys they are included by. */
export function createRecording(store: CatalogueStore, dependencies: Dependencies) {
  return {
    /**
     * Takes note of texts of one library, in the transaction that makes them those of main: a fixed number of statements.
     *
     * @throws IncludeCycleError when a text would include itself, over others or directly
     */
    async record(tx: Transaction, libraryId: string, entries: readonly CatalogueEntry[]): Promise<void> {
      if (entries.length === 0) return
      const rows = entries.flatMap(includeRows)
      if (rows.length > 0) await store.lockIncludes(tx, libraryId)
      const ids = entries.map(({ prompt }) => prompt.id)
      await store.replaceIncludes(tx, libraryId, ids, rows)
      if (rows.length > 0) {
        await dependencies.assertNoCycle(
          tx,
          libraryId,
          entries.map(({ prompt }) => prompt),
        )
      }
      await store.saveFingerprints(
        tx,
        entries.map(({ prompt, content }) => ({
          libraryId,
          promptId: prompt.id,
          ...fingerprintOf(libraryId, content),
        })),
      )
    },

    /**
     * Takes note that a prompt has another key, in the transaction that gives it: texts that named the key before include the
     * prompt from now on.
     *
     * @throws IncludeCycleError when the prompt would include itself over them
     */
    async recordKey(tx: Transaction, prompt: PromptRow): Promise<void> {
      await store.lockIncludes(tx, prompt.libraryId)
      await dependencies.assertNoCycle(tx, prompt.libraryId, [prompt])
    },
  }
}

/** Each include once. A text in another template language has none. */
function includeRows({ prompt, content }: CatalogueEntry): IncludeRow[] {
  if (prompt.templateLanguage !== 'mustache') return []
  const distinct = new Map(
    includesOf(content).map((include) => [`${include.key}@${include.version}`, include]),
  )
  return [...distinct.values()].map(({ key, version }, position) => ({
    libraryId: prompt.libraryId,
    promptId: prompt.id,
    position,
    includeKey: key,
    version,
  }))
}
