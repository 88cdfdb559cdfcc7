import { TAG_CATEGORIES, type TagCategory } from '@incipit/library'
import type { LibraryRow } from '../libraries/index.ts'
import type { CategoryView } from './category-service.ts'
import type { TagRow, TagStore } from './tag-store.ts'

/** Tags a report lists of each category, and of those nobody uses. */
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
  const beginning = { start: null, limit: MOST_LISTED }

  async function mostUsed(libraryId: string, category: TagCategory): Promise<TagRow[]> {
    const filter = { search: null, category, unused: false }
    const tags = await tagStore.listByUsage(libraryId, filter, { ...beginning, descending: true })
    return tags.filter(({ usage }) => usage > 0)
  }

  return {
    /** A fixed number of statements. */
    async taxonomyReport(library: LibraryRow): Promise<TaxonomyReport> {
      const { libraryId } = library
      const unused = { search: null, category: null, unused: true }
      const [views, totals, listed, unusedTags, untaggedPromptCount] = await Promise.all([
        categories(library),
        tagStore.totals(libraryId),
        Promise.all(TAG_CATEGORIES.map((category) => mostUsed(libraryId, category))),
        tagStore.list(libraryId, unused, { ...beginning, descending: false }),
        tagStore.countUntagged(libraryId),
      ])
      return {
        categories: views,
        tagGroups: TAG_CATEGORIES.map((category, at) => {
          const total = totals.find((one) => one.category === category)
          return {
            category,
            tagCount: total?.tagCount ?? 0,
            usage: total?.usage ?? 0,
            tags: listed[at]!,
          }
        }),
        unusedTagCount: totals.reduce((sum, { unusedCount }) => sum + unusedCount, 0),
        unusedTags,
        untaggedPromptCount,
      }
    },
  }
}
