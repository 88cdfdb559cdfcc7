import { LIMITS } from '@incipit/collaboration'
import { parseDocument } from '@incipit/document'
import {
  DEFAULT_SUBCATEGORY,
  libraryCategories,
  nameFromTitle,
  type OfferedTag,
  offeredTags,
  promptKey,
  type SuggestionSource,
  suggestTaxonomy,
  type TaxonomySuggestion,
  validateName,
} from '@incipit/library'
import { z } from 'zod'
import { parseInput, prose } from '../platform/input.ts'
import type { PromptRow } from '../prompts/store.ts'
import type { TaxonomyDeps } from './deps.ts'
import type { TagStore } from './tag-store.ts'

/** Tags of a library that are looked for in a text: the most used ones. */
const MOST_NAMES = 2000
/** Names tried for a free one. */
const TRIED = 9

const sourceInput = z.strictObject({
  name: prose('The name', 200).nullish(),
  description: prose('The description', 2000).nullish(),
  content: prose('The content', LIMITS.textLength).nullish(),
  model: prose('The model', 200).nullish(),
})

/** Parts of a key, as far as they are typed. */
export interface NameParts {
  readonly name: string
  readonly keyName?: string | null
  readonly category: string
  readonly subcategory?: string | null
  readonly variant?: string | null
}

/** What a name that is being typed comes to. */
export interface NameView {
  readonly ok: boolean
  /** The key it gives; null when the parts give none. */
  readonly key: string | null
  /** Whether another prompt has that key, or had it. */
  readonly taken: boolean
  readonly message: string | null
  /** A name in the key that would do, where there is one. */
  readonly suggestion: string | null
}

/** Suggestions of where prompts belong and what they are called; a person accepts them. */
export function createSuggestionService({
  db,
  store,
  tagStore,
}: TaxonomyDeps & { readonly tagStore: TagStore }) {
  return {
    /** Where a prompt of these words could belong. Three statements. */
    async suggestTaxonomy(
      libraryId: string,
      input: z.input<typeof sourceInput>,
    ): Promise<TaxonomySuggestion> {
      const values = parseInput(sourceInput, input)
      const content = values.content ?? ''
      const source: SuggestionSource = {
        name: values.name ?? '',
        description: values.description ?? '',
        content,
        model: values.model ?? parseDocument(content).model,
      }
      const [tags, own] = await Promise.all([
        tagStore.names(libraryId, MOST_NAMES),
        store.subcategories(db, libraryId),
      ])
      const subcategories = new Map(
        libraryCategories([]).map((category) => [
          category.name as string,
          [
            ...category.subcategories,
            ...own.filter((row) => row.category === category.name).map(({ name }) => name),
          ],
        ]),
      )
      return suggestTaxonomy(source, { tags, subcategories })
    },

    /** The tags of a library that texts are searched for. */
    knownTags: (libraryId: string) => tagStore.names(libraryId, MOST_NAMES),

    /** Tags a prompt could carry by its words and does not. */
    suggestedTags(
      prompt: Pick<PromptRow, 'name' | 'description' | 'model'>,
      content: string,
      known: Parameters<typeof offeredTags>[2],
      carried: ReadonlySet<string>,
    ): OfferedTag[] {
      const text = `${prompt.name}\n${prompt.description}\n${content}`
      return offeredTags(text, prompt.model, known).filter(({ name }) => !carried.has(name))
    },

    /** What a name comes to while it is typed: at most one statement. */
    async checkName(libraryId: string, parts: NameParts): Promise<NameView> {
      const category = libraryCategories([]).find(({ name }) => name === parts.category)?.name
      const name = parts.keyName || nameFromTitle(parts.name)
      const wrong = problemOf(parts, name, category !== undefined)
      if (wrong || !category) return { ok: false, key: null, taken: false, suggestion: null, ...wrong! }
      const keyOf = (name: string) =>
        promptKey({
          category,
          subcategory: parts.subcategory || DEFAULT_SUBCATEGORY,
          name,
          variant: parts.variant || null,
        })
      const others = Array.from(
        { length: TRIED - 1 },
        (_, at) => `${name.slice(0, 57).replace(/-$/, '')}-${at + 2}`,
      )
      const taken = new Set(await store.takenKeys(db, libraryId, [name, ...others].map(keyOf)))
      const key = keyOf(name)
      if (!taken.has(key)) return { ok: true, key, taken: false, message: null, suggestion: null }
      const suggestion = others.find((other) => !taken.has(keyOf(other))) ?? null
      const message = `The key ${key} is taken, perhaps by a prompt in the archive.`
      return {
        ok: false,
        key,
        taken: true,
        message: suggestion ? `${message} ${suggestion} is free.` : `${message} Choose another name.`,
        suggestion,
      }
    },
  }
}

function problemOf(parts: NameParts, name: string, isCategory: boolean) {
  if (parts.name.trim() === '') return { message: 'The name is missing. Write at least one character.' }
  if (parts.name.length > 200) return { message: 'The name has at most 200 characters.' }
  if (!isCategory) return { message: 'There is no such category.' }
  const wrong = [name, parts.subcategory, parts.variant]
    .filter((part) => part)
    .map((part) => validateName(part!))
    .find((check) => !check.ok)
  return wrong && !wrong.ok ? { message: wrong.message, suggestion: wrong.suggestion } : null
}
