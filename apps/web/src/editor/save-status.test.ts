import { describe, expect, it } from 'vitest'
import type { SessionState } from './document-session.ts'
import { saveStatus } from './save-status.ts'

const session = (
  status: 'saved' | 'saving' | 'offline',
  unsaved = 0,
  more: Partial<SessionState> = {},
): SessionState => ({ ready: true, save: { status, unsaved }, kept: 0, copy: 'kept', closed: null, ...more })

describe('saveStatus', () => {
  it('says saved only when the server said so', () => {
    expect(saveStatus(session('saved')).text).toBe('Saved')
    expect(saveStatus(session('saving', 2)).text).toBe('Saving…')
  })

  it('counts what is kept while offline, also from an earlier visit', () => {
    expect(saveStatus(session('offline', 1)).text).toBe('Offline, 1 change kept')
    expect(saveStatus(session('offline', 2, { kept: 3 })).text).toBe('Offline, 5 changes kept')
    expect(saveStatus(session('offline')).text).toBe('Offline')
  })

  it('says kept only of what stands in the copy', () => {
    expect(saveStatus(session('offline', 2, { copy: 'keeping' })).text).toBe('Offline, keeping 2 changes…')
    expect(saveStatus(session('offline', 1, { copy: 'failed' })).text).toBe(
      'Offline, 1 change in this window only',
    )
    expect(saveStatus(session('offline', 0, { copy: 'failed' })).text).toBe('Offline')
  })

  it('does not call the first connection offline', () => {
    expect(saveStatus(session('offline', 0, { ready: false })).text).toBe('Connecting…')
  })

  it('never says saved after a final close', () => {
    const closed = { code: 4403, reason: '' }
    expect(saveStatus(session('offline', 2, { closed })).text).toBe('Not connected, 2 changes not saved')
    expect(saveStatus(session('saved', 0, { closed })).text).toBe('Not connected')
  })
})
