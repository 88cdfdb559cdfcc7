import { describe, expect, it } from 'vitest'
import { commitHindrance } from './commit-hindrance.ts'

const fine = {
  proposal: { changed: true },
  message: 'Shorter greeting',
  state: { save: { status: 'saved', unsaved: 0 }, closed: null },
} as const

describe('commitHindrance', () => {
  it('is none when the text is saved, changed and described', () => {
    expect(commitHindrance(fine)).toBeNull()
  })

  it('waits until the last edits are saved', () => {
    const state = { save: { status: 'saving', unsaved: 1 }, closed: null } as const
    expect(commitHindrance({ ...fine, state })).toBe('Saving your last edits…')
  })

  it('names what is missing', () => {
    expect(commitHindrance({ ...fine, message: '  ' })).toMatch(/what changed/)
    expect(commitHindrance({ ...fine, proposal: { changed: false } })).toMatch(/Nothing changed/)
    expect(commitHindrance({ ...fine, proposal: null })).toMatch(/Looking/)
  })

  it('lets a merge be finished as it is, with the message it has by itself', () => {
    expect(commitHindrance({ ...fine, message: '', proposal: { changed: false }, merging: true })).toBeNull()
  })

  it('says that an offline or ended connection comes first', () => {
    const offline = { save: { status: 'offline', unsaved: 2 }, closed: null } as const
    expect(commitHindrance({ ...fine, message: '', state: offline })).toMatch(/offline/)
    const closed = { ...offline, closed: { code: 4401, reason: '' } }
    expect(commitHindrance({ ...fine, state: closed })).toMatch(/connection has ended/)
  })
})
