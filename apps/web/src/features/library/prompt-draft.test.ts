import { describe, expect, test } from 'vitest'
import { draftProblems, EMPTY_DRAFT, keyPreview, toCategory, toCreateInput } from './prompt-draft.ts'

const draft = (fields: Partial<typeof EMPTY_DRAFT>) => ({ ...EMPTY_DRAFT, ...fields })

describe('the key of a draft', () => {
  test('is made from the name as it is typed', () => {
    expect(keyPreview(draft({ name: 'Ticket Triage', category: 'agents', subcategory: 'support' }))).toBe(
      'agents-support-ticket-triage',
    )
  })

  test('takes the usual subcategory and a variant', () => {
    expect(keyPreview(draft({ name: 'Résumé', category: 'tasks', variant: 'short' }))).toBe(
      'tasks-general-resume-short',
    )
  })

  test('takes another name where that of the title was taken', () => {
    expect(keyPreview(draft({ name: 'Triage', keyName: 'triage-2' }))).toBe('tasks-general-triage-2')
  })

  test('is not shown while a part is wrong', () => {
    const wrong = draft({ name: 'Triage', subcategory: 'My Team' })
    expect(keyPreview(wrong)).toBeNull()
    expect(draftProblems(wrong).subcategory).toContain('my-team')
    expect(keyPreview(EMPTY_DRAFT)).toBeNull()
  })
})

test('a template is named by its id, a text of one’s own needs none', () => {
  expect(toCreateInput(draft({ name: 'A', template: 'extractor' }), 'l').templateId).toBe('extractor')
  expect(toCreateInput(draft({ name: 'A' }), 'l').templateId).toBeNull()
})

test('what is no category is a plain task', () => {
  expect(toCategory('agents')).toBe('agents')
  expect(toCategory('constructor')).toBe('tasks')
  expect(toCategory(null)).toBe('tasks')
})
