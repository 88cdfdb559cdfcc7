import { describe, expect, it } from 'vitest'
import { merge } from './merge.ts'
import { mergedText } from './merged-text.ts'

const byLines = (base: string, ours: string, theirs: string) => merge(base, ours, theirs, { prose: false })

describe('merge by lines', () => {
  it('MG1: takes both changes where a kept line stands between them', () => {
    expect(byLines('a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n')).toEqual({
      clean: true,
      regions: [{ kind: 'merged', text: 'A\nb\nC\n' }],
    })
    expect(byLines('a\nb\nc\n', 'a\nx\nb\nc\n', 'a\nc\n').clean).toBe(false)
  })

  it('MG1: changes that touch conflict', () => {
    expect(byLines('a\nb\n', 'A\nb\n', 'a\nB\n').clean).toBe(false)
    expect(byLines('a\nb\n', 'a\nx\nb\n', 'a\nB\n').clean).toBe(false)
  })

  it('MG2: the same change on both sides is no conflict', () => {
    expect(byLines('a\nb\nc\n', 'a\nx\nc\n', 'a\nx\nc\nd\n')).toEqual({
      clean: true,
      regions: [{ kind: 'merged', text: 'a\nx\nc\nd\n' }],
    })
    expect(byLines('', 'a\n', 'a\n')).toEqual({ clean: true, regions: [{ kind: 'merged', text: 'a\n' }] })
    expect(byLines('a\n', '', '')).toEqual({ clean: true, regions: [] })
  })

  it('MG4: what cannot be settled is a value with all three versions', () => {
    const result = byLines('one\ntwo\nthree\n', 'one\n2\nthree\n', 'one\nzwei\nthree\n')
    expect(result).toEqual({
      clean: false,
      regions: [
        { kind: 'merged', text: 'one\n' },
        { kind: 'conflict', base: 'two\n', ours: '2\n', theirs: 'zwei\n' },
        { kind: 'merged', text: 'three\n' },
      ],
    })
    expect((['base', 'ours', 'theirs'] as const).map((side) => mergedText(result, side))).toEqual([
      'one\ntwo\nthree\n',
      'one\n2\nthree\n',
      'one\nzwei\nthree\n',
    ])
  })

  it('MG5: lines on which both sides agree do not belong to the conflict', () => {
    const result = byLines('a\nm\nz\n', 'a\nsame\nours\nz\n', 'a\nsame\ntheirs\nz\n')
    expect(result.regions).toEqual([
      { kind: 'merged', text: 'a\nsame\n' },
      { kind: 'conflict', base: 'm\n', ours: 'ours\n', theirs: 'theirs\n' },
      { kind: 'merged', text: 'z\n' },
    ])
  })

  it('MG4: text that looks like the markers of a conflict is text', () => {
    const text = '<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n'
    expect(mergedText(merge(text, `${text}c\n`, text), 'base')).toBe(`${text}c\n`)
  })
})
