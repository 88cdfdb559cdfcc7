import { describe, expect, it } from 'vitest'
import { problemsText, uncommittedText } from './status-text.ts'

describe('uncommittedText', () => {
  it('says how many changes by how many people', () => {
    const people = ['a', 'b']
    expect(uncommittedText({ changed: true, changes: 3, contributors: people })).toBe(
      '3 uncommitted changes by two people',
    )
    expect(uncommittedText({ changed: true, changes: 1, contributors: ['a'] })).toBe(
      '1 uncommitted change by one person',
    )
    expect(uncommittedText({ changed: true, changes: 40, contributors: Array(13).fill('a') })).toBe(
      '40 uncommitted changes by 13 people',
    )
  })

  it('says nothing when the text is that of the last commit', () => {
    expect(uncommittedText({ changed: false, changes: 5, contributors: ['a'] })).toBe('')
    expect(uncommittedText(null)).toBe('')
  })

  it('does not invent a number or an author', () => {
    expect(uncommittedText({ changed: true, changes: 0, contributors: [] })).toBe('Some uncommitted changes')
  })
})

describe('problemsText', () => {
  it('counts errors and warnings apart', () => {
    expect(problemsText([])).toBe('No problems')
    expect(problemsText([{ severity: 'error' }])).toBe('1 error')
    expect(problemsText([{ severity: 'error' }, { severity: 'warning' }, { severity: 'warning' }])).toBe(
      '1 error, 2 warnings',
    )
  })
})
