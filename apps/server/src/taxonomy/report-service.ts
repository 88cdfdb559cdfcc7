import { TAG_CATEGORIES, type TagCategory } from '@incipit/library'
import type { LibraryRow } from '../libraries/index.ts'
import type { CategoryView } from './category-service.ts'
import type { TagRow, TagStore } from './tag-store.ts'

/** Tags a report reads. */
const MOST_TAGS = 5000
/** Tags it lists of each category, and of those nobody uses. */
const MOST_LISTED = 50

/** The tags of one category. */
export interface TagGroup {
  readonly category: TagCategory
  readonly tagCount: number
  /** How often they are carried, together. */
  readonly usage: number
  /** The most used ones. */
  readonly tags: readonly TagRow[]
}

/** How a library is ordered. */
export interface TaxonomyReport {
  readonly categories: readonly CategoryView[]
  readonly tagGroups: readonly TagGroup[]
  readonly unusedTagCount: number
  readonly unusedTags: readonly TagRow[]
  readonly untaggedPromptCount: number
}

/** Reports on how libraries are ordered. */
export function createReportService(
  tagStore: TagStore,
  { categories }: { categories: (library: LibraryRow) => Promise<CategoryView[]> },
) {
  return {
    /** A fixed number of statements; of a library with more than 5,000 tags it tells of the most used ones. */
    async taxonomyReport(library: LibraryRow): Promise<TaxonomyReport> {
      const { libraryId } = library
      const all = { search: null, category: null, unused: false }
      const [views, tags, untaggedPromptCount] = await Promise.all([
        categories(library),
        tagStore.listByUsage(libraryId, all, { start: null, descending: true, limit: MOST_TAGS }),
        tagStore.countUntagged(libraryId),
      ])
      const unused = tags.filter(({ usage }) => usage === 0)
      return {
        categories: views,
        tagGroups: TAG_CATEGORIES.map((category) => {
          const group = tags.filter((tag) => tag.category === category)
          return {
            category,
            tagCount: group.length,
            usage: group.reduce((sum, { usage }) => sum + usage, 0),
            tags: group.filter(({ usage }) => usage > 0).slice(0, MOST_LISTED),
          }
        }),
        unusedTagCount: unused.length,
        unusedTags: unused.slice(0, MOST_LISTED),
        untaggedPromptCount,
      }
    },
  }
}
