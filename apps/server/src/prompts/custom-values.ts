import { type FieldKind, type FieldValue, parseFieldValue } from '@incipit/library'
import { ValidationError, type ValidationIssue } from '../platform/errors.ts'
import type { FieldRow } from '../taxonomy/index.ts'
import type { CustomValues } from './tables.ts'

/** A value as it is given: by the field's key, as text; null takes it away. */
export interface GivenValue {
  readonly key: string
  readonly value?: string | null
}

/** A value that changed, by the field's key. */
export interface ValueChange {
  readonly field: string
  readonly before: FieldValue | null
  readonly after: FieldValue | null
}

/**
 * The values of a prompt after some are given. Values of removed fields stay; whoever gives values has to fill in what is required.
 *
 * @throws ValidationError for unknown fields, values that do not fit, and required ones that are missing
 */
export function withValues(
  fields: readonly FieldRow[],
  before: CustomValues,
  given: readonly GivenValue[],
): { readonly values: CustomValues; readonly changes: readonly ValueChange[] } {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const values = new Map<string, FieldValue>(Object.entries(before))
  const issues: ValidationIssue[] = []
  for (const [at, { key, value }] of given.entries()) {
    const field = byKey.get(key)
    if (!field) issues.push({ path: `customValues.${at}.key`, message: unknownField(key, fields) })
    else if (value == null) values.delete(field.id)
    else {
      const check = parseFieldValue({ ...field, kind: field.kind as FieldKind }, value)
      if (check.ok) values.set(field.id, check.value)
      else issues.push({ path: `customValues.${at}.value`, message: check.message })
    }
  }
  for (const field of fields) {
    if (!field.required || values.has(field.id) || issues.length > 0) continue
    issues.push({ path: 'customValues', message: `${field.label} is required. Give it a value.` })
  }
  if (issues.length > 0) throw new ValidationError(issues)
  const changes = fields.flatMap(({ id, key }) => {
    const [was, is] = [before[id] ?? null, values.get(id) ?? null]
    return was === is ? [] : [{ field: key, before: was, after: is }]
  })
  return { values: Object.fromEntries(values), changes }
}

function unknownField(key: string, fields: readonly FieldRow[]): string {
  const known = fields.map((field) => field.key).join(', ')
  return `This library has no field "${key.slice(0, 40)}". ${known ? `There are: ${known}.` : 'It has none.'}`
}
