import { expect, it } from 'vitest'
import { mergingMessage, mergingTitle, parentsText } from './merge-words.ts'

it('a merge and a pick are called by what came in', () => {
  const merge = { kind: 'MERGE', name: 'main' } as const
  const pick = { kind: 'CHERRY_PICK', name: '1.2.0' } as const
  expect([mergingTitle(merge), mergingTitle(pick)]).toEqual(['Merge of main', 'Cherry-pick of 1.2.0'])
  expect(mergingMessage(merge, 'feature/tone')).toBe('Merge main into feature/tone')
  expect(mergingMessage(pick, 'feature/tone')).toBe('Cherry-pick 1.2.0')
})

it('parentsText names versions by number and others by hash', () => {
  const [a, b] = [
    { version: '1.2.0', shortHash: 'aaaaaaa' },
    { version: null, shortHash: 'bbbbbbb' },
  ]
  expect(parentsText([a, b])).toBe('on 1.2.0 and bbbbbbb')
  expect(parentsText([b])).toBe('on bbbbbbb')
  expect(parentsText([])).toBe('')
})
