import { expect, it } from 'vitest'
import { movedKey } from './moved-key.ts'

it('a prompt that moves keeps name and variant in its key', () => {
  const prompt = { key: 'agents-support-triage-short', category: 'agents', subcategory: 'support' }
  expect(movedKey(prompt, { category: 'tasks', subcategory: 'general' })).toBe('tasks-general-triage-short')
  const deep = { key: 'agents-first-line-triage', category: 'agents', subcategory: 'first-line' }
  expect(movedKey(deep, { category: 'agents', subcategory: 'sales' })).toBe('agents-sales-triage')
})
