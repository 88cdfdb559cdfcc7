import { describe, expect, it } from 'vitest'
import { canMove, isStatus, refusedMove, STATUSES } from './statuses.ts'

const names = STATUSES.map(({ status }) => status)

describe('statuses', () => {
  it('are those of the domain', () => {
    const yesNo = (value: boolean) => (value ? 'yes' : 'no')
    expect(
      STATUSES.map(({ status, editable, active }) => [status, yesNo(editable), yesNo(active)].join(' ')),
    ).toEqual([
      'draft yes no',
      'review yes no',
      'approved no yes',
      'deployed no yes',
      'deprecated no no',
      'archived no no',
    ])
  })

  it('allow exactly the moves of the domain', () => {
    const moves = names.flatMap((from) =>
      names.filter((to) => canMove(from, to)).map((to) => `${from} > ${to}`),
    )
    expect(moves).toEqual([
      'draft > review',
      'draft > archived',
      'review > draft',
      'review > approved',
      'approved > review',
      'approved > deployed',
      'deployed > deprecated',
      'deprecated > deployed',
      'deprecated > archived',
    ])
  })

  it('say why a move is refused, naming the allowed ones, and nothing when it is allowed', () => {
    for (const from of names) {
      for (const to of names) expect(refusedMove(from, to) === null).toBe(canMove(from, to))
    }
    expect(refusedMove('draft', 'deployed')).toBe(
      'A prompt that is draft cannot become deployed. It may become review or archived.',
    )
    expect(refusedMove('archived', 'draft')).toContain('an admin can restore it')
  })

  it('know their names', () => {
    expect([isStatus('draft'), isStatus('gone')]).toEqual([true, false])
  })
})
