import { describe, expect, it } from 'vitest'
import { sourcesOf, targetsOf } from './branch-choices.ts'
import type { ChangeBranch } from './new-change-query.ts'

const branch = (
  name: string,
  type: ChangeBranch['type'],
  more: Partial<ChangeBranch> = {},
): ChangeBranch => ({ id: name, name, type, ahead: 0, head: { id: 'h', hash: 'h' }, target: null, ...more })

const main = branch('main', 'MAIN')
const staging = branch('staging', 'STAGING', { target: { id: 'main', name: 'main' } })
const tone = branch('feature/tone', 'FEATURE', { target: { id: 'staging', name: 'staging' }, ahead: 2 })
const idle = branch('feature/idle', 'FEATURE')
const fire = branch('hotfix/fire', 'HOTFIX')
const trial = branch('experiment/trial', 'EXPERIMENT')
const all = [main, staging, idle, fire, tone, trial]
const names = (branches: readonly ChangeBranch[]) => branches.map(({ name }) => name)

describe('the branches of a new change request', () => {
  it('comes from all that merge into something, those with something new first', () => {
    expect(names(sourcesOf(all))).toEqual(['feature/tone', 'feature/idle', 'hotfix/fire', 'staging'])
  })

  it('goes where its type belongs first', () => {
    expect(names(targetsOf(all, tone))).toEqual(['staging', 'main'])
    expect(names(targetsOf(all, fire))).toEqual(['main'])
    expect(names(targetsOf(all, staging))).toEqual(['main'])
  })

  it('goes nowhere from an experiment or from nothing', () => {
    expect(targetsOf(all, trial)).toEqual([])
    expect(targetsOf(all, null)).toEqual([])
  })
})
