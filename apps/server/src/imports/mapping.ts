import { CATEGORIES, isCategoryName } from '@incipit/library'
import { ValidationError, type ValidationIssue } from '../platform/errors.ts'

/** Fields of a prompt a column can fill. */
export const MAPPED_FIELDS = ['name', 'content', 'category', 'subcategory', 'tags', 'description'] as const
export type MappedField = (typeof MAPPED_FIELDS)[number]

/** Which column fills which field, as far as it can be told by the names of the columns. */
export type SuggestedMapping = { readonly [field in MappedField]: string | null }

/** Which column fills which field, by place. */
export interface Mapping {
  readonly columns: { readonly [field in MappedField]: number | null }
  /** Category of rows without one; null for a suggestion by the content of each row. */
  readonly defaultCategory: string | null
}

export interface MappingInput {
  readonly name: string
  readonly content: string
  readonly category?: string | null
  readonly subcategory?: string | null
  readonly tags?: string | null
  readonly description?: string | null
  readonly defaultCategory?: string | null
}

const USUAL_NAMES: Record<MappedField, readonly string[]> = {
  name: ['name', 'title', 'act', 'prompt name', 'prompt title', 'role'],
  content: ['content', 'prompt', 'text', 'template', 'body', 'prompt text', 'message', 'instructions'],
  category: ['category'],
  subcategory: ['subcategory', 'sub category'],
  tags: ['tags', 'tag', 'labels', 'keywords'],
  description: ['description', 'summary', 'about'],
}

/** A mapping by usual names of columns; no column fills two fields. */
export function suggestMapping(columns: readonly string[]): SuggestedMapping {
  const plain = columns.map((column) => column.toLowerCase().replace(/[\s_-]+/g, ' '))
  const taken = new Set<number>()
  const pick = (field: MappedField): string | null => {
    const found = USUAL_NAMES[field]
      .map((usual) => plain.indexOf(usual))
      .find((index) => index !== -1 && !taken.has(index))
    if (found === undefined) return null
    taken.add(found)
    return columns[found]!
  }
  return Object.fromEntries(MAPPED_FIELDS.map((field) => [field, pick(field)])) as SuggestedMapping
}

/** @throws ValidationError naming every column that is not in the file */
export function checkedMapping(columns: readonly string[], input: MappingInput): Mapping {
  const issues: ValidationIssue[] = []
  const places = MAPPED_FIELDS.map((field): [MappedField, number | null] => {
    const column = input[field] || null
    if (column === null && field !== 'name' && field !== 'content') return [field, null]
    const place = column === null ? -1 : columns.indexOf(column)
    if (place !== -1) return [field, place]
    const problem =
      column === null ? `No column is chosen for the ${field}.` : `The file has no column "${column}".`
    issues.push({ path: `mapping.${field}`, message: `${problem} Choose one of ${columns.join(', ')}.` })
    return [field, null]
  })
  const defaultCategory = input.defaultCategory || null
  if (defaultCategory !== null && !isCategoryName(defaultCategory)) {
    issues.push({ path: 'mapping.defaultCategory', message: unknownCategory(defaultCategory) })
  }
  if (issues.length > 0) throw new ValidationError(issues)
  return { columns: Object.fromEntries(places) as Mapping['columns'], defaultCategory }
}

export function unknownCategory(name: string): string {
  return `There is no category "${name}". Choose one of ${CATEGORIES.map((entry) => entry.name).join(', ')}.`
}
