import { expect, it } from 'vitest'
import { COMMIT_VIEWS, formatCommitView, parseCommitView, splitMessage } from './commit-view.ts'

it('the view of a commit is what the address says', () => {
  for (const view of COMMIT_VIEWS) {
    const address = formatCommitView(new URLSearchParams('branch=feature/x&view=content'), view)
    expect(parseCommitView(new URLSearchParams(address).get('view'))).toBe(view)
    expect(address.startsWith('?branch=feature/x')).toBe(true)
  }
  expect(formatCommitView(new URLSearchParams('view=blame'), 'difference')).toBe('')
  expect(parseCommitView('nonsense')).toBe('difference')
  expect(parseCommitView(null)).toBe('difference')
})

it('splitMessage takes the first line as the title', () => {
  expect(splitMessage('One line')).toEqual({ title: 'One line', rest: '' })
  expect(splitMessage('A title\n\nWhy it was done\nin two lines\n')).toEqual({
    title: 'A title',
    rest: 'Why it was done\nin two lines',
  })
})
