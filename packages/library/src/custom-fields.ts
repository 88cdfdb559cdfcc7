/** What a custom field holds. */
export const FIELD_KINDS = ['text', 'number', 'boolean', 'date', 'select', 'url'] as const

/** One of {@link FIELD_KINDS}. */
export type FieldKind = (typeof FIELD_KINDS)[number]

/** A field of metadata that a library defines for its prompts. */
export interface CustomField {
  readonly label: string
  readonly kind: FieldKind
  /** What a select offers; empty for other kinds. */
  readonly options: readonly string[]
}

/** A value as it is kept: of a date its ISO form, of a select one of its options. */
export type FieldValue = string | number | boolean

/** Outcome of {@link parseFieldValue}. */
export type FieldValueCheck =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly message: string }

/** Longest text or address a field holds, in characters. */
export const FIELD_VALUE_MAX_LENGTH = 2000

/** Form of a field's key: kebab-case or camelCase, a small letter first, at most 40 characters. */
const FIELD_KEY_PATTERN = /^(?=.{1,40}$)[a-z][a-zA-Z0-9]*(-[a-z0-9]+)*$/

/** Names that mean something to JavaScript objects, or to the metadata itself. */
const RESERVED: ReadonlySet<string> = new Set([
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'valueOf',
])

/** What is wrong with the key of a field, and what would be right; `null` when nothing is. */
export function fieldKeyProblem(key: string): string | null {
  if (!FIELD_KEY_PATTERN.test(key)) {
    return 'A key is made of letters a to z, digits and single hyphens, begins with a small letter and has at most 40 characters, such as risk-level or riskLevel.'
  }
  return RESERVED.has(key) ? `"${key}" has a meaning of its own. Choose another key.` : null
}

/** The value that a text stands for in a field, or why it stands for none. */
export function parseFieldValue(field: CustomField, text: string): FieldValueCheck {
  const refuse = (what: string): FieldValueCheck => ({ ok: false, message: `${field.label} ${what}` })
  if (text.length > FIELD_VALUE_MAX_LENGTH) return refuse(`has at most ${FIELD_VALUE_MAX_LENGTH} characters.`)
  switch (field.kind) {
    case 'text':
      return text.trim() === '' ? refuse('is empty. Write something, or take the value away.') : done(text)
    case 'number':
      return isNumber(text)
        ? done(Number(text))
        : refuse(`is a number, such as 12 or 0.5; not "${shown(text)}".`)
    case 'boolean':
      return text === 'true' || text === 'false'
        ? done(text === 'true')
        : refuse(`is true or false; not "${shown(text)}".`)
    case 'date':
      return isDay(text) ? done(text) : refuse(`is a day, such as 2026-01-31; not "${shown(text)}".`)
    case 'select':
      return field.options.includes(text)
        ? done(text)
        : refuse(`is one of ${field.options.join(', ')}; not "${shown(text)}".`)
    case 'url':
      return isWebAddress(text)
        ? done(text)
        : refuse(`is an address that begins with https:// or http://; not "${shown(text)}".`)
  }
}

const done = (value: FieldValue): FieldValueCheck => ({ ok: true, value })

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

function isNumber(text: string): boolean {
  return /^-?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text))
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#@"<>\\^`{|}]+([/?#][^\s"<>\\^`{|}]*)?$/i.test(text)
}
