import {
  type CategoryName,
  DEFAULT_SUBCATEGORY,
  isCategoryName,
  nameFromTitle,
  normalizeTag,
  promptKey,
  validateName,
} from '@incipit/library'

/** What the dialog for a new prompt holds while somebody fills it in. */
export interface PromptDraft {
  name: string
  description: string
  category: CategoryName
  subcategory: string
  variant: string
  /** The name inside the key; empty: made from the name. */
  keyName: string
  tags: string[]
  /** A template of the library by its id. */
  template: string
}

/** The template that stands for a text of one's own. */
export const BLANK_TEMPLATE = 'blank'

export const EMPTY_DRAFT: PromptDraft = {
  name: '',
  description: '',
  category: 'tasks',
  subcategory: '',
  variant: '',
  keyName: '',
  tags: [],
  template: BLANK_TEMPLATE,
}

/** What is wrong with the parts of the key, by field; empty when the key can stand. */
export function draftProblems(draft: PromptDraft): Partial<Record<'subcategory' | 'variant', string>> {
  const problems: ReturnType<typeof draftProblems> = {}
  for (const field of ['subcategory', 'variant'] as const) {
    const check = draft[field] === '' ? { ok: true as const } : validateName(draft[field])
    if (!check.ok) problems[field] = check.message
  }
  return problems
}

/** The key the prompt will have; `null` while a part of it is wrong or there is no name. */
export function keyPreview(draft: PromptDraft): string | null {
  if (draft.name.trim() === '' || Object.keys(draftProblems(draft)).length > 0) return null
  return promptKey({
    category: draft.category,
    subcategory: draft.subcategory || DEFAULT_SUBCATEGORY,
    name: draft.keyName || nameFromTitle(draft.name),
    variant: draft.variant || null,
  })
}

/** The draft as the API takes it. */
export function toCreateInput(draft: PromptDraft, libraryId: string) {
  return {
    libraryId,
    name: draft.name.trim(),
    keyName: draft.keyName || null,
    description: draft.description.trim(),
    category: draft.category,
    subcategory: draft.subcategory || null,
    variant: draft.variant || null,
    tags: draft.tags.map(normalizeTag).filter(Boolean),
    templateId: draft.template === BLANK_TEMPLATE ? null : draft.template,
  }
}

/** The category of a select box; that for plain tasks when it is none. */
export function toCategory(value: string | null): CategoryName {
  return value !== null && isCategoryName(value) ? value : EMPTY_DRAFT.category
}
