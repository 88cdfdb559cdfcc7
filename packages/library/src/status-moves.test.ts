import { describe, expect, it } from 'vitest'
import { movesFrom, STATUS_MOVES, statusMove } from './status-moves.ts'
import { canMove, STATUSES } from './statuses.ts'

const names = STATUSES.map(({ status }) => status)

describe('status moves', () => {
  it('are exactly the moves that statuses allow, each once', () => {
    for (const from of names) {
      for (const to of names) {
        const found = STATUS_MOVES.filter((move) => move.from === from && move.to === to)
        expect(found).toHaveLength(canMove(from, to) ? 1 : 0)
        expect(statusMove(from, to)).toBe(found[0] ?? null)
      }
    }
  })

  it('are approved by reviewers, deployed by releasers, archived and submitted by writers', () => {
    expect(STATUS_MOVES.map(({ from, to, action }) => `${from} > ${to}: ${action}`)).toEqual([
      'draft > review: prompt.submit',
      'draft > archived: prompt.archive',
      'review > draft: prompt.return',
      'review > approved: review.approve',
      'approved > deployed: release.deploy',
      'approved > review: prompt.return',
      'deployed > deprecated: release.deploy',
      'deprecated > deployed: release.deploy',
      'deprecated > archived: prompt.archive',
    ])
  })

  it('are explained where they take back what others rely on', () => {
    expect(
      STATUS_MOVES.filter(({ reasonRequired }) => reasonRequired).map(({ from, to }) => `${from} > ${to}`),
    ).toEqual(['approved > review', 'deployed > deprecated', 'deprecated > deployed'])
  })

  it('are offered in the order of a prompt’s life', () => {
    expect(movesFrom('review').map(({ to }) => to)).toEqual(['draft', 'approved'])
    expect(movesFrom('deprecated').map(({ to }) => to)).toEqual(['deployed', 'archived'])
    expect(movesFrom('archived')).toEqual([])
  })
})
