import { describe, expect, it } from 'vitest'
import type { Change } from '../view/change-query.ts'
import { defaultMessage } from './default-message.ts'
import { mergeView, updateHindrance } from './merge-view.ts'

type State = Change['mergeability']['state']

const view = (state: State, { behind = 0, conflicts = 0, merging = false } = {}) =>
  mergeView({
    mergeability: { state, behind, conflicts, reasons: [], changeType: 'FIX', nextVersions: [] },
    target: { id: 't', name: 'main', type: 'MAIN' },
    source: {
      id: 's',
      name: 'feature/tone',
      type: 'FEATURE',
      protected: false,
      approvalRequired: false,
      deletedAt: null,
      merging: merging ? { kind: 'MERGE', name: 'main', startedBy: { id: 'a', name: 'Ada', hue: 1 } } : null,
      document: { id: 'd', uncommitted: { changed: false } },
    },
  })

describe('mergeView', () => {
  it('lets a ready one be, and offers what the target has beyond it', () => {
    expect(view('READY')).toEqual({
      headline: 'Ready: it merges into main without conflicts',
      update: 'none',
    })
    expect(view('READY', { behind: 2 }).update).toBe('update')
    expect(view('BLOCKED', { behind: 1 }).update).toBe('update')
  })

  it('leads from conflicts to their resolution', () => {
    expect(view('CONFLICTS', { conflicts: 1 })).toEqual({
      headline: '1 place to resolve first',
      update: 'resolve',
    })
    expect(view('CONFLICTS', { conflicts: 3 }).headline).toContain('3 places')
  })

  it('goes on with a merge that was begun, whatever the state', () => {
    for (const state of ['READY', 'CONFLICTS', 'BLOCKED'] as const)
      expect(view(state, { merging: true })).toMatchObject({ update: 'resume' })
  })

  it('offers nothing where nothing is to do', () => {
    expect(view('UP_TO_DATE', { behind: 3 }).update).toBe('none')
    expect(view('ENDED').update).toBe('none')
  })
})

describe('updateHindrance', () => {
  const target = { name: 'main' }

  it('says what to do where the source takes in changes by review only', () => {
    expect(updateHindrance({ source: { name: 'staging', approvalRequired: true }, target })).toBe(
      'staging takes in changes by change request only. Open a branch from staging, bring main into it there, and have that merged into staging.',
    )
  })

  it('says who may elsewhere', () => {
    const source = { name: 'feature/tone', approvalRequired: false }
    expect(updateHindrance({ source, target })).toMatch(/level developer or admin/)
  })
})

describe('defaultMessage', () => {
  const change = {
    title: 'Warmer tone',
    number: 12,
    source: { name: 'feature/tone' },
    target: { name: 'main' },
  }

  it('names both branches, or says what one commit of all does', () => {
    expect(defaultMessage(change, 'MERGE')).toBe('Merge feature/tone into main (#12)')
    expect(defaultMessage(change, 'SQUASH')).toBe('Warmer tone (#12)')
  })
})
