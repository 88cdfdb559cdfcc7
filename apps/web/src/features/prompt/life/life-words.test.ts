import { movesFrom, STATUS_MOVES, STATUSES } from '@incipit/library'
import { describe, expect, it } from 'vitest'
import {
  areMovesOf,
  changePhrase,
  consequenceOf,
  mainMoveFirst,
  type StatusName,
  turnOf,
} from './life-words.ts'

const named = (status: string) => status.toUpperCase() as StatusName
const moves = STATUS_MOVES.map(({ from, to }) => ({ from: named(from), to: named(to) }))

describe('mainMoveFirst', () => {
  it.each([
    ['draft', ['REVIEW', 'ARCHIVED']],
    ['review', ['APPROVED', 'DRAFT']],
    ['approved', ['DEPLOYED', 'REVIEW']],
    ['deployed', ['DEPRECATED']],
    ['deprecated', ['ARCHIVED', 'DEPLOYED']],
    ['archived', []],
  ] as const)('from %s onward before back', (from, order) => {
    const offered = movesFrom(from).map(({ to }) => ({ to: named(to) }))
    expect(mainMoveFirst(named(from), offered).map(({ to }) => to)).toEqual(order)
    expect(mainMoveFirst(named(from), offered.toReversed()).map(({ to }) => to)).toEqual(order)
  })
})

describe('consequenceOf', () => {
  it('says of every move, and of restoring, what follows', () => {
    for (const { from, to } of [...moves, { from: 'ARCHIVED', to: 'DRAFT' } as const])
      expect(consequenceOf(from, to)).toMatch(/^[A-Z].*\.$/)
  })

  it('speaks of locking exactly where a move locks main', () => {
    for (const { from, to } of moves)
      if (turnOf(from, to) === 'locked') expect(consequenceOf(from, to)).toContain('no longer be')
      else expect(consequenceOf(from, to)).not.toContain('no longer be edited')
  })
})

describe('turnOf', () => {
  it('follows the table of statuses', () => {
    const editable = new Map(STATUSES.map((rule) => [named(rule.status), rule.editable]))
    for (const { from, to } of moves) {
      const turn = turnOf(from, to)
      expect(turn).toBe(
        editable.get(from) === editable.get(to) ? null : editable.get(to) ? 'opened' : 'locked',
      )
    }
  })
})

it('changePhrase names who did it, and tells the ways to a status apart', () => {
  const by = { name: 'Vera' }
  const phrases = [...moves, { from: 'ARCHIVED', to: 'DRAFT' } as const].map((move) =>
    changePhrase({ ...move, by }),
  )
  expect(phrases).toContain('Approved by Vera')
  expect(phrases).toContain('Restored by Vera')
  for (const phrase of phrases) expect(phrase).toMatch(/ by Vera$/)
  // A draft and a deprecated prompt are archived alike; everything else is said differently.
  expect(new Set(phrases).size).toBe(phrases.length - 1)
})

it('areMovesOf tells the moves of a status from those of every other', () => {
  for (const { status } of STATUSES)
    for (const other of STATUSES) {
      const offered = movesFrom(other.status).map(({ to }) => ({ to: named(to) }))
      expect(areMovesOf(named(status), offered)).toBe(status === other.status)
    }
})
