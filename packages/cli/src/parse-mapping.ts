import { UsageError } from './failure.ts'

const FIELDS = ['name', 'content', 'category', 'subcategory', 'tags', 'description'] as const

/** Columns by the fields they fill. */
export type FieldMapping = { readonly [field in (typeof FIELDS)[number]]?: string | null }

/** A mapping written as `name=act,content=prompt`; later entries win. @throws UsageError for fields there are not */
export function parseMapping(texts: readonly string[]): FieldMapping {
  const mapping: Record<string, string> = {}
  for (const entry of texts.flatMap((text) => text.split(','))) {
    const [, field, column] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(entry) ?? []
    if (!field || !column)
      throw new UsageError(`"${entry}" says no column. Write FIELD=COLUMN, such as name=title.`)
    if (!FIELDS.some((known) => known === field)) {
      throw new UsageError(`There is no field "${field}". Choose from ${FIELDS.join(', ')}.`)
    }
    mapping[field] = column
  }
  return mapping
}
