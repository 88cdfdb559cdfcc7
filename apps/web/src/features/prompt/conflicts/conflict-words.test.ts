import { describe, expect, it } from 'vitest'
import { choiceWords, chosenText, conflictProgress, conflictTitle, nextConflict } from './conflict-words.ts'

const place = (id: string, choice: 'OURS' | null = null) => ({ id, choice, theirsName: 'main' })

describe('the words of conflicts', () => {
  it('say what is merged into what', () => {
    expect(conflictTitle('feature/tone', { kind: 'MERGE', name: 'main' }, [])).toBe(
      'Merging main into feature/tone',
    )
    expect(conflictTitle('main', { kind: 'CHERRY_PICK', name: '1.2.0' }, [])).toBe('Bringing 1.2.0 into main')
    expect(conflictTitle('main', null, [place('a'), place('b')])).toBe('main met your text')
  })

  it('say how far it is', () => {
    expect(conflictProgress([])).toBe('Nothing to resolve')
    expect(conflictProgress([place('a'), place('b', 'OURS'), place('c')])).toBe('2 of 3 places to resolve')
    expect(conflictProgress([place('a')])).toBe('1 of 1 place to resolve')
    expect(conflictProgress([place('a', 'OURS')])).toBe('Resolved')
    expect(conflictProgress([place('a', 'OURS'), place('b', 'OURS')])).toBe('All 2 places are resolved')
  })

  it('say what somebody chose', () => {
    expect(choiceWords('THEIRS', 'main')).toBe('took main')
    expect(choiceWords('BOTH', 'main')).toMatch(/mine before main/)
  })
})

describe('chosenText', () => {
  const sides = { ours: 'mine\n', theirs: 'theirs\n' }

  it('is one side or both; what was written by hand stays', () => {
    expect(chosenText(sides, 'OURS')).toBe('mine\n')
    expect(chosenText(sides, 'THEIRS')).toBe('theirs\n')
    expect(chosenText(sides, 'BOTH')).toBe('mine\ntheirs\n')
    expect(chosenText(sides, 'WRITTEN')).toBeNull()
  })

  it('puts both on lines of their own, also where the text ends without a break', () => {
    expect(chosenText({ ours: 'mine', theirs: 'theirs' }, 'BOTH')).toBe('mine\ntheirs')
    expect(chosenText({ ours: '', theirs: 'theirs' }, 'BOTH')).toBe('theirs')
  })
})

describe('nextConflict', () => {
  const conflicts = [place('a'), place('b', 'OURS'), place('c')]

  it('goes from one open place to the next and around', () => {
    expect(nextConflict(conflicts, null, 1)).toBe('a')
    expect(nextConflict(conflicts, 'a', 1)).toBe('c')
    expect(nextConflict(conflicts, 'c', 1)).toBe('a')
    expect(nextConflict(conflicts, 'a', -1)).toBe('c')
    expect(nextConflict(conflicts, null, -1)).toBe('c')
  })

  it('goes through all of them once all are resolved', () => {
    const resolved = [place('a', 'OURS'), place('b', 'OURS')]
    expect(nextConflict(resolved, 'a', 1)).toBe('b')
    expect(nextConflict(resolved, 'b', 1)).toBe('a')
  })

  it('is nowhere without conflicts, and stays where there is one only', () => {
    expect(nextConflict([], null, 1)).toBeNull()
    expect(nextConflict([place('a')], 'a', 1)).toBe('a')
  })
})
