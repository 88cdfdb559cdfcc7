import { CATEGORIES, type Category, type CategoryName } from './categories.ts'

/** What a library says differently about a category; `null` keeps what the taxonomy says. */
export interface CategorySetting {
  readonly category: string
  readonly description: string | null
  readonly owner: string | null
  readonly reviewRequired: boolean | null
}

/** A category as a library has it. */
export interface LibraryCategory extends Category {
  readonly name: CategoryName
  /** What the library writes about it; the taxonomy's meaning where it writes nothing. */
  readonly description: string
}

/** The categories of a library, in the order of the taxonomy. Settings of unknown categories are left out. */
export function libraryCategories(settings: readonly CategorySetting[]): LibraryCategory[] {
  const byName = new Map(settings.map((setting) => [setting.category, setting]))
  return CATEGORIES.map((category) => {
    const setting = byName.get(category.name)
    return {
      ...category,
      description: setting?.description ?? category.meaning,
      owner: setting?.owner ?? category.owner,
      reviewRequired: setting?.reviewRequired ?? category.reviewRequired,
    }
  })
}

/** Whether changes of prompts in a category need an approval; not where there is no such category. */
export function isReviewRequired(settings: readonly CategorySetting[], category: string): boolean {
  return libraryCategories(settings).find(({ name }) => name === category)?.reviewRequired ?? false
}
