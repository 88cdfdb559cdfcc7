import { diagnose, parseDocument, proposeChangeType } from '@incipit/document'
import { CATEGORIES } from '@incipit/library'
import { describe, expect, it } from 'vitest'
import { textsOf } from '../demo-prompt.ts'
import { DEMO_PROMPTS } from './index.ts'

describe('the prompts of the demo', () => {
  it('cover every category', () => {
    const covered = new Set<string>(DEMO_PROMPTS.map(({ category }) => category))
    expect(CATEGORIES.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([])
  })

  it.each(DEMO_PROMPTS.map((prompt) => [prompt.name, prompt] as const))(
    '%s has nothing to complain about in any version',
    (_, prompt) => {
      for (const text of textsOf(prompt)) {
        expect(diagnose(text), text).toEqual([])
        expect(parseDocument(text).frontMatter?.value?.get('name')).toBe(prompt.name)
        expect(text.endsWith('\n') && !text.includes('\r')).toBe(true)
      }
    },
  )

  it.each(DEMO_PROMPTS.map((prompt) => [prompt.name, prompt] as const))(
    '%s goes forward in time, with honest change types',
    (_, prompt) => {
      const texts = textsOf(prompt)
      const days = [prompt.daysAgo, ...prompt.steps.map(({ daysAgo }) => daysAgo)]
      expect(days).toEqual(days.toSorted((a, b) => b - a))
      for (const [index, { commit }] of prompt.steps.entries()) {
        if (!commit) {
          expect(index).toBe(prompt.steps.length - 1)
          continue
        }
        const proposed = proposeChangeType(texts[index]!, texts[index + 1]!).changeType
        if (proposed !== 'fix')
          expect([prompt.name, commit.message, commit.changeType]).toEqual([
            prompt.name,
            commit.message,
            proposed,
          ])
      }
    },
  )
})
