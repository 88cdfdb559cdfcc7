import { describe, expect, it } from 'vitest'
import type { BranchTypeName } from './branch-draft.ts'
import { actionsOn, groupBranches } from './branch-groups.ts'

const branch = (name: string, type: BranchTypeName, day: number, headDay: number | null = day) => ({
  name,
  type,
  createdAt: `2026-01-0${day}T00:00:00Z`,
  head: headDay === null ? null : { createdAt: `2026-01-0${headDay}T00:00:00Z` },
})

describe('groupBranches', () => {
  const all = [
    branch('feature/old', 'FEATURE', 1, 2),
    branch('staging', 'STAGING', 5),
    branch('feature/fresh', 'FEATURE', 6, 1),
    branch('main', 'MAIN', 1),
    branch('hotfix/typo', 'HOTFIX', 3),
  ]
  const shape = (search: string) =>
    groupBranches(all, search).map(({ heading, branches }) => [heading, ...branches.map(({ name }) => name)])

  it('stands under headings, main first, then what was touched last', () => {
    expect(shape('')).toEqual([
      ['Main and staging', 'main', 'staging'],
      ['Hotfixes', 'hotfix/typo'],
      ['Features', 'feature/fresh', 'feature/old'],
    ])
  })

  it('leaves out what was not searched, headings too', () => {
    expect(shape('feat OLD')).toEqual([['Features', 'feature/old']])
    expect(shape('nothing')).toEqual([])
  })
})

describe('actionsOn', () => {
  const all = { open: true, merge: true, protect: true, request: true, archived: false }
  const feature = {
    type: 'FEATURE' as BranchTypeName,
    protected: false,
    ahead: 2,
    behind: 1,
    target: {},
    merging: null,
    openChangeRequest: null,
  }
  const none = { compare: false, update: false, request: false, rename: false, protect: false, remove: false }

  it('offers everything on a branch at work', () => {
    expect(actionsOn(feature, all)).toEqual({
      compare: true,
      update: true,
      request: true,
      rename: true,
      protect: true,
      remove: true,
    })
  })

  it('neither renames nor deletes main and what is protected', () => {
    expect(actionsOn({ ...feature, type: 'MAIN', target: null }, all)).toEqual({ ...none, protect: true })
    expect(actionsOn({ ...feature, protected: true }, all)).toMatchObject({ rename: false, remove: false })
  })

  it('opens no second change request, none without commits, none for experiments', () => {
    expect(actionsOn({ ...feature, openChangeRequest: {} }, all).request).toBe(false)
    expect(actionsOn({ ...feature, ahead: 0 }, all).request).toBe(false)
    expect(actionsOn({ ...feature, type: 'EXPERIMENT', target: null }, all).request).toBe(false)
  })

  it('updates only where something is missing, nobody is merging, and direct merges are allowed', () => {
    expect(actionsOn({ ...feature, behind: 0 }, all).update).toBe(false)
    expect(actionsOn({ ...feature, merging: {} }, all).update).toBe(false)
    expect(actionsOn({ ...feature, type: 'RELEASE' }, all).update).toBe(false)
  })

  it('lets readers compare, and nobody change what is archived', () => {
    const nothing = { open: false, merge: false, protect: false, request: false, archived: false }
    expect(actionsOn(feature, nothing)).toEqual({ ...none, compare: true })
    expect(actionsOn(feature, { ...all, archived: true })).toEqual({ ...none, compare: true })
  })
})
