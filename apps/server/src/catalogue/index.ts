import type { Database } from '../platform/database.ts'
import { createDependencies } from './dependencies.ts'
import { createIncludedTexts } from './included-texts.ts'
import { createRecording } from './recording.ts'
import { createSimilar } from './similar.ts'
import { createCatalogueStore } from './store.ts'

export { IncludeCycleError } from './dependencies.ts'
export type { CatalogueEntry } from './recording.ts'
export type { DependencyEdge, IncludeRow } from './store.ts'
export { type TextFacts, textFactsOf } from './text-facts.ts'

/** What can be found without reading texts: includes, fingerprints and words of the text on main of every prompt. */
export function createCatalogue({ db }: { db: Database }) {
  const store = createCatalogueStore(db)
  const dependencies = createDependencies(store)
  return {
    ...createRecording(store, dependencies),
    ...dependencies,
    ...createSimilar(store),
    ...createIncludedTexts(db),
    includesOf: store.includesOf,
    includerCounts: store.includerCounts,
  }
}

export type Catalogue = ReturnType<typeof createCatalogue>
