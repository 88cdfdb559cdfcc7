import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_LINE, ownersOf, ownersSince, spliceOwners, stretchesOf, UNCOMMITTED } from './blame-owners.ts'

const CONTENT = 'one\ntwo\nthree\n'
const OWNERS = ownersOf(
  [
    { count: 2, owner: 0 },
    { count: 1, owner: 1 },
  ],
  CONTENT,
)

describe('the owners of lines', () => {
  it('are those of the runs, with nobody for the empty line at the end', () => {
    expect(OWNERS).toEqual([0, 0, 1, NO_LINE])
    expect(ownersOf([{ count: 1, owner: 0 }], 'one')).toEqual([0])
    expect(ownersOf([], '')).toEqual([NO_LINE])
  })

  it('are nobody’s where a line was written since', () => {
    expect(ownersSince(CONTENT, OWNERS, CONTENT)).toEqual(OWNERS)
    expect(ownersSince(CONTENT, OWNERS, 'one\nTWO\nthree\n')).toEqual([0, UNCOMMITTED, 1, NO_LINE])
    expect(ownersSince(CONTENT, OWNERS, 'zero\none\ntwo\nthree\n')).toEqual([UNCOMMITTED, 0, 0, 1, NO_LINE])
    expect(ownersSince(CONTENT, OWNERS, 'one\nthree\n')).toEqual([0, 1, NO_LINE])
    expect(ownersSince(CONTENT, OWNERS, 'one\ntwo\nthree\nfour')).toEqual([0, 0, 1, UNCOMMITTED])
    expect(ownersSince(CONTENT, OWNERS, '')).toEqual([NO_LINE])
    expect(ownersSince('', [NO_LINE], 'one\n')).toEqual([UNCOMMITTED, NO_LINE])
  })

  it('are as many as an editor has lines, whatever was written', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (content, live) => {
        const count = (content.match(/[^\n]*\n|[^\n]+/g) ?? []).length
        const owners = ownersOf([{ count, owner: 0 }], content)
        expect(owners).toHaveLength(content.split('\n').length)
        const since = ownersSince(content, owners, live)
        expect(since).toHaveLength(live.split('\n').length)
        expect(since.lastIndexOf(NO_LINE)).toBe(live === '' || live.endsWith('\n') ? since.length - 1 : -1)
      }),
    )
  })

  it('move along with an edit at once', () => {
    const owners = [...OWNERS]
    spliceOwners(owners, { from: 1, to: 1, lines: 1 })
    expect(owners).toEqual(OWNERS)
    spliceOwners(owners, { from: 1, to: 1, lines: 3 })
    expect(owners).toEqual([0, UNCOMMITTED, UNCOMMITTED, 0, 1, NO_LINE])
    spliceOwners(owners, { from: 2, to: 4, lines: 1 })
    expect(owners).toEqual([0, UNCOMMITTED, 1, NO_LINE])
  })
})

it('stretchesOf joins neighbours and leaves out where no line is', () => {
  expect(stretchesOf([0, 0, 1, UNCOMMITTED, 0, NO_LINE])).toEqual([
    { from: 1, count: 2, owner: 0 },
    { from: 3, count: 1, owner: 1 },
    { from: 4, count: 1, owner: UNCOMMITTED },
    { from: 5, count: 1, owner: 0 },
  ])
})
