import { describe, expect, it } from 'vitest'
import { newChangeHindrance } from './new-change-hindrance.ts'

const source = { name: 'feature/tone', type: 'FEATURE', head: { id: 'h', hash: 'h' } } as const
const target = { id: 't', name: 'main' }
const commit = (hash: string) => ({ id: hash, hash, shortHash: hash, version: null, content: '' })
const compare = (base: string, head: string) => ({
  added: 0,
  removed: 0,
  base: commit(base),
  head: commit(head),
  structure: [],
})
const branch = (openTo: string | null) => ({
  id: 's',
  forkedFrom: null,
  openChangeRequest: openTo ? { id: 'cr', number: 12, target: { id: openTo, name: openTo } } : null,
})

describe('newChangeHindrance', () => {
  it('is none where the source has something new', () => {
    const preview = { branch: branch(null), compare: compare('a', 'b') }
    expect(newChangeHindrance({ source, target, preview })).toBeNull()
  })

  it('is none while it is not known', () => {
    expect(newChangeHindrance({ source, target, preview: null })).toBeNull()
  })

  it('names the one that is open already, but only for the same target', () => {
    const open = { branch: branch('t'), compare: compare('a', 'b') }
    expect(newChangeHindrance({ source, target, preview: open })?.other).toBe(12)
    const elsewhere = { branch: branch('staging'), compare: compare('a', 'b') }
    expect(newChangeHindrance({ source, target, preview: elsewhere })).toBeNull()
  })

  it('asks for commits where there are none to bring', () => {
    const preview = { branch: branch(null), compare: compare('a', 'a') }
    expect(newChangeHindrance({ source, target, preview })?.text).toMatch(/no commits that main lacks/)
    const empty = { ...source, head: null }
    expect(newChangeHindrance({ source: empty, target, preview: null })?.text).toMatch(/no commits yet/)
  })

  it('asks for branches, and says that experiments merge into nothing', () => {
    expect(newChangeHindrance({ source: null, target, preview: null })?.text).toMatch(/Choose/)
    const experiment = { ...source, type: 'EXPERIMENT' } as const
    expect(newChangeHindrance({ source: experiment, target: null, preview: null })?.text).toMatch(
      /merges into nothing/,
    )
  })
})
