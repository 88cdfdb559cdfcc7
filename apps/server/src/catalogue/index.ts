import { includesOf } from '@incipit/document'
import type { Transaction } from '../platform/database.ts'
import type { PromptRow } from '../prompts/store.ts'
import { createCatalogueStore, type IncludeRow } from './store.ts'

export { type TextFacts, textFactsOf } from './text-facts.ts'

/** A prompt of whose text on main the catalogue takes note. */
export interface CatalogueEntry {
  readonly prompt: Pick<PromptRow, 'libraryId' | 'id' | 'templateLanguage'>
  readonly content: string
}

/** What can be found without reading texts: includes, fingerprints and words of the text on main of every prompt. */
export function createCatalogue() {
  const store = createCatalogueStore()

  return {
    /** Takes note of texts of one library, in the transaction that makes them those of main: a fixed number of statements. */
    async record(tx: Transaction, libraryId: string, entries: readonly CatalogueEntry[]): Promise<void> {
      if (entries.length === 0) return
      await store.replaceIncludes(
        tx,
        libraryId,
        entries.map(({ prompt }) => prompt.id),
        entries.flatMap(includeRows),
      )
    },
  }
}

export type Catalogue = ReturnType<typeof createCatalogue>

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
