import type { Database } from '../platform/database.ts'
import { createDependencies } from './dependencies.ts'
import { createIncludedTexts } from './included-texts.ts'
import { createRecording } from './recording.ts'
import { createSearchIndex } from './search-index.ts'
import { createSimilar } from './similar.ts'
import { createCatalogueStore } from './store.ts'

export { IncludeCycleError } from './dependencies.ts'
export type { CatalogueEntry } from './recording.ts'
export { textArray } from './search-index.ts'
export { beginningQuery, rankedQueries, unwantedQuery } from './search-lexemes.ts'
export { ALIKE } from './similar.ts'
export { type DependencyEdge, type IncludeRow, MOST_COMPARED } from './store.ts'
export { type TextFacts, textFactsOf } from './text-facts.ts'

/** What can be found without reading texts: includes, fingerprints and words of the text on main of every prompt. */
export function createCatalogue({ db }: { db: Database }) {
  const store = createCatalogueStore(db)
  const dependencies = createDependencies(store)
  const searchIndex = createSearchIndex()
  return {
    ...createRecording(store, dependencies),
    ...dependencies,
    ...createSimilar(store),
    refreshSearch: searchIndex.refresh,
    fillMissingSearch: searchIndex.fillMissing,
    ...createIncludedTexts(db),
    includesOf: store.includesOf,
    includerCounts: store.includerCounts,
  }
}

export type Catalogue = ReturnType<typeof createCatalogue>
