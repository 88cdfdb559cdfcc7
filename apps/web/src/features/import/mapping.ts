import type { ImportRecord } from './import-fragment.ts'

/** Which column of the file fills which field; empty where none does. */
export interface Mapping {
  name: string
  content: string
  category: string
  subcategory: string
  description: string
  tags: string
  /** Category of rows that name none. */
  defaultCategory: string
}

/** The fields a column can fill, in the order people think of them. */
export const MAPPED_FIELDS = [
  {
    field: 'name',
    label: 'Name',
    hint: 'What the prompt is called; its key is made from it',
    required: true,
  },
  { field: 'content', label: 'Text', hint: 'The prompt itself, kept as it is', required: true },
  { field: 'description', label: 'Description', hint: 'What it does', required: false },
  { field: 'category', label: 'Category', hint: 'One of the ten categories', required: false },
  { field: 'subcategory', label: 'Subcategory', hint: 'Kebab-case; general where empty', required: false },
  { field: 'tags', label: 'Tags', hint: 'Separated by commas', required: false },
] as const

/** The mapping to begin with: as the server guessed it. */
export function initialMapping(suggested: ImportRecord['suggestedMapping']): Mapping {
  return {
    name: suggested.name ?? '',
    content: suggested.content ?? '',
    category: suggested.category ?? '',
    subcategory: suggested.subcategory ?? '',
    description: suggested.description ?? '',
    tags: suggested.tags ?? '',
    defaultCategory: '',
  }
}

/** The mapping as the API takes it; `null` while a required field has no column. */
export function toMappingInput(mapping: Mapping) {
  if (!mapping.name || !mapping.content) return null
  return {
    name: mapping.name,
    content: mapping.content,
    category: mapping.category || null,
    subcategory: mapping.subcategory || null,
    description: mapping.description || null,
    tags: mapping.tags || null,
    defaultCategory: mapping.defaultCategory || null,
  }
}
