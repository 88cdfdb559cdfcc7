import { Scalar, stringify } from 'yaml'
import type { FieldValue } from './custom-fields.ts'

/** What is said about a prompt, beside its text. */
export interface PromptMetadata {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly category: string
  readonly subcategory: string
  readonly status: string
  /** Latest version number; `null` before the first. */
  readonly version: string | null
  readonly owner: string
  readonly author: string
  readonly tags: readonly string[]
  readonly model: string | null
  readonly tokenCount: number | null
  /** Keys of the prompts it includes. */
  readonly dependencies: readonly string[]
  readonly created: Date
  readonly modified: Date
  readonly modifiedBy: string
  readonly stale: boolean
  readonly quality: { readonly score: number; readonly failed: readonly string[] }
  /** Values of the library's own fields by their keys, in the library's order. */
  readonly custom: readonly (readonly [key: string, value: FieldValue])[]
}

/**
 * The metadata as a YAML mapping: always the same keys in the same order, what is absent as `null` or empty. Whatever people wrote stays
 * text, for readers of YAML 1.1 too: a name such as `yes` or `1.0` is quoted. Parsing gives back what went in, dates as ISO texts.
 */
export function metadataYaml(metadata: PromptMetadata): string {
  const { created, modified, custom, quality, ...rest } = metadata
  const document = new Map<string, unknown>([
    ...KEYS.map((key): [string, unknown] => [key, written(rest[key])]),
    ['created', created.toISOString()],
    ['modified', modified.toISOString()],
    ['modifiedBy', written(rest.modifiedBy)],
    ['stale', rest.stale],
    ['quality', new Map<string, unknown>(Object.entries(quality))],
    ['custom', new Map(custom.map(([key, value]) => [key, written(value)]))],
  ])
  return stringify(document, { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false })
}

/** Texts whose blanks or characters a block would not keep are quoted. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written)
  if (typeof value !== 'string' || isBlock(value)) return value
  const scalar = new Scalar(value)
  scalar.type = Scalar.QUOTE_DOUBLE
  return scalar
}

/** Whether a text is made of ordinary lines, none with blanks at its ends. */
function isBlock(text: string): boolean {
  return (
    text.split('\n').every((line) => line.trim() === line && !/[\p{C}\p{Zl}\p{Zp}]/u.test(line)) &&
    text.trim() === text
  )
}

const KEYS = [
  'key',
  'name',
  'description',
  'category',
  'subcategory',
  'status',
  'version',
  'owner',
  'author',
  'tags',
  'model',
  'tokenCount',
  'dependencies',
] as const
