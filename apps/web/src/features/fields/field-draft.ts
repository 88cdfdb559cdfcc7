import { fieldKeyProblem, nameFromTitle } from '@incipit/library'
import type { StateValue } from '../../ui/index.ts'
import { STATES } from '../../ui/states.ts'
import type { Field } from './hooks/use-fields.ts'

/** A field while somebody makes or changes it. */
export interface FieldDraft {
  label: string
  /** Empty until written; then it no longer follows the label. */
  key: string
  kind: StateValue<'fieldKind'>
  options: string[]
  required: boolean
  description: string
}

/** What a field can hold. */
export const FIELD_KINDS = Object.keys(STATES.fieldKind).filter(isFieldKind)

/** Whether a text names what a field can hold. */
export function isFieldKind(text: string): text is StateValue<'fieldKind'> {
  return Object.hasOwn(STATES.fieldKind, text)
}

/** The draft a dialog begins with: of a field that is changed, or empty. */
export function draftOf(field: Field | null): FieldDraft {
  if (!field) return { label: '', key: '', kind: 'TEXT', options: [], required: false, description: '' }
  const { label, key, kind, options, required, description } = field
  return { label, key, kind, options: [...options], required, description }
}

/** The key the field will have: the one written, or one made from the label. */
export function keyOf({ key, label }: FieldDraft): string {
  return key !== '' || label.trim() === '' ? key : nameFromTitle(label).slice(0, 40).replace(/-+$/, '')
}

/** What is wrong with the draft before it is sent, by field. */
export function draftProblems(draft: FieldDraft): { key?: string; options?: string } {
  const key = keyOf(draft)
  const problem = key === '' ? null : fieldKeyProblem(key)
  return {
    ...(problem && { key: problem }),
    ...(draft.kind === 'SELECT' && draft.options.length === 0 && { options: 'Give at least one option.' }),
  }
}

/** The draft as the API takes it. */
export function toFieldInput(draft: FieldDraft) {
  const { label, kind, options, required, description } = draft
  return {
    key: keyOf(draft),
    label: label.trim(),
    kind,
    options: kind === 'SELECT' ? options : [],
    required,
    description: description.trim(),
  }
}
