import { describe, expect, test } from 'vitest'
import {
  categoryOf,
  draftProblems,
  EMPTY_DRAFT,
  keyPreview,
  suggestedTags,
  toCreateInput,
} from './prompt-draft.ts'

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

  test('is not shown while a part is wrong', () => {
    const wrong = draft({ name: 'Triage', subcategory: 'My Team' })
    expect(keyPreview(wrong)).toBeNull()
    expect(draftProblems(wrong).subcategory).toContain('my-team')
    expect(keyPreview(EMPTY_DRAFT)).toBeNull()
  })
})

test('the category follows the words until somebody chooses', () => {
  expect(categoryOf(draft({ name: 'Extract invoice totals' }))).toBe('extractors')
  expect(categoryOf(draft({ name: 'Extract invoice totals', category: 'tasks' }))).toBe('tasks')
})

test('tags are suggested once', () => {
  const words = draft({ description: 'Summarize support tickets' })
  expect(suggestedTags(words)).toEqual(['support', 'summarize'])
  expect(suggestedTags({ ...words, tags: ['support'] })).toEqual(['summarize'])
})

test('a template brings its text, the small example none', () => {
  expect(toCreateInput(draft({ name: 'A', template: 'extractor' }), 'l').content).toContain('inputs:')
  expect(toCreateInput(draft({ name: 'A' }), 'l').content).toBeNull()
})
