import {
  type CategoryName,
  DEFAULT_SUBCATEGORY,
  isCategoryName,
  nameFromTitle,
  normalizeTag,
  promptKey,
  suggestCategory,
  suggestTags,
  templateOf,
  validateName,
} from '@incipit/library'

/** What the dialog for a new prompt holds while somebody fills it in. */
export interface PromptDraft {
  name: string
  description: string
  /** Empty until chosen; then the suggestion no longer follows what is typed. */
  category: CategoryName | ''
  subcategory: string
  variant: string
  tags: string[]
  template: string
}

export const EMPTY_DRAFT: PromptDraft = {
  name: '',
  description: '',
  category: '',
  subcategory: '',
  variant: '',
  tags: [],
  template: 'blank',
}

/** The category chosen, or the one that the words speak for. */
export function categoryOf(draft: PromptDraft): CategoryName {
  return draft.category || suggestCategory(wordsOf(draft))
}

/** Tags that the words speak for and that are not there yet. */
export function suggestedTags(draft: PromptDraft): string[] {
  return suggestTags(wordsOf(draft))
    .map((tag) => tag.name)
    .filter((name) => !draft.tags.includes(name))
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
    category: categoryOf(draft),
    subcategory: draft.subcategory || DEFAULT_SUBCATEGORY,
    name: nameFromTitle(draft.name),
    variant: draft.variant || null,
  })
}

/** The draft as the API takes it. */
export function toCreateInput(draft: PromptDraft, libraryId: string) {
  return {
    libraryId,
    name: draft.name.trim(),
    description: draft.description.trim(),
    category: categoryOf(draft),
    subcategory: draft.subcategory || null,
    variant: draft.variant || null,
    tags: draft.tags.map(normalizeTag).filter(Boolean),
    content: draft.template === 'blank' ? null : (templateOf(draft.template)?.content ?? null),
  }
}

/** The category of a select box; empty when it is none. */
export function toCategory(value: string | null): CategoryName | '' {
  return value !== null && isCategoryName(value) ? value : ''
}

function wordsOf(draft: PromptDraft): string {
  return `${draft.name}\n${draft.description}\n${draft.template === 'blank' ? '' : (templateOf(draft.template)?.content ?? '')}`
}
