import { normalizeTag, tagCategoryOf } from '@incipit/library'
import type { ActorRef } from '../accounts/index.ts'
import type { ChangeNote } from '../audit/index.ts'
import type { Queryable, Transaction } from '../platform/database.ts'
import { newSubcategories, subcategoryNote } from '../taxonomy/index.ts'
import type { PromptDeps } from './deps.ts'
import type { PromptRow, TagRow } from './store.ts'

/** Tags and subcategories that prompts are filed under: those there are not yet are made. */
export function createFiling({ store, taxonomy, clock, newId }: PromptDeps) {
  async function tagRows(
    q: Queryable,
    libraryId: string,
    names: readonly string[],
    createdBy: string,
  ): Promise<TagRow[]> {
    const normalized = [...new Set(names.map(normalizeTag).filter((name) => name !== ''))]
    return store.ensureTags(
      q,
      libraryId,
      normalized.map((name) => ({
        id: newId(),
        name,
        category: tagCategoryOf(name),
        createdBy,
        createdAt: clock.now(),
      })),
    )
  }

  /** Subcategories nobody used before become the library's own. One statement. */
  async function registerSubcategories(
    tx: Transaction,
    author: ActorRef,
    rows: readonly Pick<PromptRow, 'libraryId' | 'category' | 'subcategory'>[],
    note: (change: ChangeNote) => void,
  ): Promise<void> {
    const added = await taxonomy.addSubcategories(tx, newSubcategories(rows, author.id, clock.now()))
    for (const row of added) note(subcategoryNote('subcategory.create', null, row))
  }

  return { tagRows, registerSubcategories }
}

export type Filing = ReturnType<typeof createFiling>
