import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closest } from './closest.ts'

describe('the closest word', () => {
  it.each([
    ['topik', ['tone', 'topic'], 'topic'],
    ['tpic', ['topic'], 'topic'],
    ['TOPIC', ['topic'], 'topic'],
    ['tasks-general-stile', ['tasks-general-style', 'tasks-general-still'], 'tasks-general-style'],
    ['abcd', ['wxyz'], null],
    ['ab', ['xy'], null],
    ['', ['a'], null],
    ['abc', [], null],
  ])('to %s among %s is %s', (word, candidates, expected) => {
    expect(closest(word, candidates)).toBe(expected)
  })

  it('undoes up to two slips in a long word, wherever they are', () => {
    const word = 'tasks-general-customer-reply'
    const slip = fc.record({ at: fc.nat(word.length - 1), letter: fc.constantFrom('', 'q', 'qq') })
    fc.assert(
      fc.property(slip, ({ at, letter }) => {
        const wrong = word.slice(0, at) + letter + word.slice(at + 1)
        expect(closest(wrong, ['agents-support-triage', word])).toBe(word)
      }),
    )
  })

  it('is found among ten thousand alike, and of words without an end not looked for', () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => `tasks-general-prompt-${index}`)
    expect(closest('tasks-generl-prompt-9999', keys)).toBe(keys.at(-1))
    expect(closest('x'.repeat(100_000), ['x'.repeat(100_001)])).toBeNull()
  })
})
