import { CATEGORIES, type CategoryName, isCategoryName } from './categories.ts'
import { NAME_PATTERN } from './name.ts'

/** Subcategory of a prompt that was given none. */
export const DEFAULT_SUBCATEGORY = 'general'

/** What a prompt key is joined from. */
export interface PromptKeyParts {
  readonly category: CategoryName
  /** Absent: {@link DEFAULT_SUBCATEGORY}. */
  readonly subcategory?: string
  readonly name: string
  readonly variant?: string | null
}

/**
 * The standardized key `category-subcategory-name[-variant]`, such as `agents-support-triage-short`.
 *
 * @throws RangeError when a part is not kebab-case or the category is unknown; check what people type with `validateName` first.
 */
export function promptKey(parts: PromptKeyParts): string {
  const { category, subcategory = DEFAULT_SUBCATEGORY, name, variant } = parts
  if (!isCategoryName(category)) throw new RangeError(`"${category}" is not a category`)
  const rest = variant ? [subcategory, name, variant] : [subcategory, name]
  const bad = rest.find((part) => !NAME_PATTERN.test(part))
  if (bad !== undefined)
    throw new RangeError(`"${bad}" cannot stand in a prompt key: use lower-case words joined by hyphens`)
  return [category, ...rest].join('-')
}

/**
 * Take a key apart; `null` when it is not one. A key does not mark where a variant begins, so that a variant stays in `name`.
 *
 * @param subcategories the library's own subcategories; the longest that fits wins, otherwise the first word is the subcategory
 */
export function parsePromptKey(
  key: string,
  subcategories: readonly string[] = [],
): { category: CategoryName; subcategory: string; name: string } | null {
  if (!NAME_PATTERN.test(key)) return null
  const category = CATEGORIES.find(({ name }) => key.startsWith(`${name}-`))
  if (!category) return null
  const rest = key.slice(category.name.length + 1)
  const subcategory =
    longestPrefix(rest, [...category.subcategories, ...subcategories]) ?? rest.split('-')[0] ?? ''
  const name = rest.slice(subcategory.length + 1)
  return NAME_PATTERN.test(subcategory) && NAME_PATTERN.test(name)
    ? { category: category.name, subcategory, name }
    : null
}

function longestPrefix(text: string, words: readonly string[]): string | undefined {
  return words.filter((word) => text.startsWith(`${word}-`)).sort((a, b) => b.length - a.length)[0]
}
