import type { CategoryName } from './categories.ts'
import { suggestCategory } from './suggest-category.ts'
import { suggestTags, type TagSuggestion } from './suggest-tags.ts'
import type { TagCategory } from './tags.ts'
import { hyphenated } from './words.ts'

/** What is known of a prompt that looks for its place. */
export interface SuggestionSource {
  readonly name: string
  readonly description: string
  readonly content: string
  /** The model target, when there is one. */
  readonly model: string | null
}

/** What a library has already. */
export interface TaxonomyInUse {
  readonly tags: readonly { readonly name: string; readonly category: TagCategory }[]
  /** Names of subcategories by category. */
  readonly subcategories: ReadonlyMap<string, readonly string[]>
}

/** A tag that fits, and whether the library has it. */
export interface OfferedTag extends TagSuggestion {
  readonly exists: boolean
}

/** A place in the taxonomy, waiting for a person to accept it. */
export interface TaxonomySuggestion {
  readonly category: CategoryName
  /** `null` when no subcategory's words occur. */
  readonly subcategory: string | null
  readonly tags: readonly OfferedTag[]
}

/** The most tags that are offered. */
const MOST_TAGS = 12
/** Shorter names of tags say too little to be found in a text. */
const LEAST_LETTERS = 3

/** Where a prompt could belong: by the words that speak for categories and tags, and by the library's own names that occur. */
export function suggestTaxonomy(source: SuggestionSource, library: TaxonomyInUse): TaxonomySuggestion {
  const text = `${source.name}\n${source.description}\n${source.content}`
  const category = suggestCategory(text)
  const words = hyphenated(text)
  const subcategory = library.subcategories.get(category)?.find((name) => words.includes(`-${name}-`)) ?? null
  return { category, subcategory, tags: offeredTags(text, source.model, library.tags) }
}

/** Tags that the text speaks for: those of the rules first, then the library's own whose words stand in it. */
export function offeredTags(text: string, model: string | null, known: TaxonomyInUse['tags']): OfferedTag[] {
  const own = new Map(known.map((tag) => [tag.name, tag.category]))
  const ruled = suggestTags(text, model).map(({ name, category }) => ({
    name,
    category: own.get(name) ?? category,
    exists: own.has(name),
  }))
  const words = hyphenated(text)
  const present = new Set(words.split('-'))
  const found = known
    .filter(({ name }) => name.length >= LEAST_LETTERS && present.has(name.split('-', 1)[0] ?? ''))
    .filter(({ name }) => words.includes(`-${name}-`))
    .filter(({ name }) => !ruled.some((tag) => tag.name === name))
    .map(({ name, category }) => ({ name, category, exists: true }))
  return [...ruled, ...found].slice(0, MOST_TAGS)
}
