import { createCategoryService } from './category-service.ts'
import type { TaxonomyDeps } from './deps.ts'
import { createFieldService } from './field-service.ts'
import { createReportService } from './report-service.ts'
import { createSuggestionService } from './suggestion-service.ts'
import { createTagService } from './tag-service.ts'
import { createTagStore } from './tag-store.ts'

export {
  type CategoryView,
  newSubcategories,
  type SubcategoryView,
  subcategoryNote,
} from './category-service.ts'
export type { FieldRow } from './field-store.ts'
export { namePart } from './name-part.ts'
export { createTaxonomyStore, type SubcategoryRow, type TaxonomyStore } from './store.ts'

/** Categories, subcategories, tags and custom fields of libraries, and suggestions of where a prompt belongs. */
export function createTaxonomy(given: TaxonomyDeps) {
  const deps = { ...given, tagStore: createTagStore(given.db) }
  const categories = createCategoryService(deps)
  return {
    ...categories,
    ...createReportService(deps.tagStore, categories),
    ...createTagService(deps),
    ...createFieldService(deps),
    ...createSuggestionService(deps),
    categorySettings: (libraryId: string) => deps.store.categorySettings(deps.db, libraryId),
  }
}

export type TaxonomyService = ReturnType<typeof createTaxonomy>
