import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from './categories.ts'
import { NAME_PATTERN } from './name.ts'
import { parsePromptKey, promptKey } from './prompt-key.ts'

const part = fc.stringMatching(/^[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,3}){0,2}$/)
const category = fc.constantFrom(...CATEGORIES.map(({ name }) => name))

describe('prompt keys', () => {
  it('join their parts', () => {
    expect(promptKey({ category: 'agents', subcategory: 'support', name: 'triage', variant: 'short' })).toBe(
      'agents-support-triage-short',
    )
    expect(promptKey({ category: 'tasks', name: 'triage' })).toBe('tasks-general-triage')
    expect(promptKey({ category: 'tasks', name: 'triage', variant: null })).toBe('tasks-general-triage')
  })

  it.each([
    [{ category: 'agents', name: 'Triage' }],
    [{ category: 'agents', subcategory: '', name: 'triage' }],
    [{ category: 'agents', name: 'triage', variant: 'a b' }],
    [{ category: 'other', name: 'triage' }],
  ])('refuse bad parts: %o', (parts) => {
    expect(() => promptKey(parts as Parameters<typeof promptKey>[0])).toThrow(RangeError)
  })

  it('come apart with the library’s own subcategories', () => {
    expect(parsePromptKey('agents-support-triage-short')).toEqual({
      category: 'agents',
      subcategory: 'support',
      name: 'triage-short',
    })
    expect(parsePromptKey('agents-first-line-triage')).toEqual({
      category: 'agents',
      subcategory: 'first',
      name: 'line-triage',
    })
    expect(parsePromptKey('agents-first-line-triage', ['first-line', 'first'])).toEqual({
      category: 'agents',
      subcategory: 'first-line',
      name: 'triage',
    })
  })

  it.each([
    '',
    'agents',
    'agents-support',
    'other-support-triage',
    'Agents-support-triage',
    'agents-support-',
    'agents-support-1st',
  ])('"%s" is not a key', (text) => {
    expect(parsePromptKey(text)).toBeNull()
  })

  it('come apart into what they were joined from', () => {
    fc.assert(
      fc.property(category, part, part, (category, subcategory, name) => {
        const key = promptKey({ category, subcategory, name })
        expect(parsePromptKey(key, [subcategory])).toEqual({ category, subcategory, name })
      }),
    )
  })

  it('join again into the same key, whatever it came apart into', () => {
    fc.assert(
      fc.property(category, part, part, fc.option(part), (category, subcategory, name, variant) => {
        const key = promptKey({ category, subcategory, name, variant })
        const parts = parsePromptKey(key)
        fc.pre(parts !== null)
        expect(key).toMatch(NAME_PATTERN)
        if (parts) expect(promptKey(parts)).toBe(key)
      }),
    )
  })
})
