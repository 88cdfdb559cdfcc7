import { type FieldKind, parseFieldValue } from '@incipit/library'
import type { CustomValue } from './metadata-query.ts'

/** What is wrong with what was written in the fields, by their keys: of those that were changed, and of required ones left empty. */
export function fieldProblems(
  values: readonly CustomValue[],
  draft: ReadonlyMap<string, string>,
): Map<string, string> {
  const problems = new Map<string, string>()
  const isTouched = changedValues(values, draft).length > 0
  for (const { field } of values) {
    const text = draft.get(field.key) ?? ''
    if (text === '') {
      if (field.required && isTouched) problems.set(field.key, `${field.label} is required.`)
      continue
    }
    const check = parseFieldValue({ ...field, kind: field.kind.toLowerCase() as FieldKind }, text)
    if (!check.ok) problems.set(field.key, check.message)
  }
  return problems
}

/** What was changed, as the API takes it: `null` takes a value away. */
export function changedValues(
  values: readonly CustomValue[],
  draft: ReadonlyMap<string, string>,
): { key: string; value: string | null }[] {
  return values
    .filter(({ field, value }) => (draft.get(field.key) ?? '') !== (value ?? ''))
    .map(({ field }) => ({ key: field.key, value: draft.get(field.key) || null }))
}
