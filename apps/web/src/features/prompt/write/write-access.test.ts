import { describe, expect, it } from 'vitest'
import { writeAccess } from './write-access.ts'

const main = { type: 'MAIN' }
const feature = { type: 'FEATURE' }
const prompt = (status: string, archivedAt: string | null = null) => ({ status, archivedAt })

describe('writeAccess', () => {
  it('lets writers write on main while the prompt is being worked on', () => {
    for (const status of ['DRAFT', 'REVIEW'])
      expect(writeAccess({ prompt: prompt(status), branch: main, mayEdit: true })).toEqual({ mayWrite: true })
  })

  it('leads from main of what is in use to a branch, and lets write there', () => {
    for (const status of ['APPROVED', 'DEPLOYED', 'DEPRECATED']) {
      expect(writeAccess({ prompt: prompt(status), branch: main, mayEdit: true })).toMatchObject({
        mayWrite: false,
        remedy: 'BRANCH',
        reason: expect.stringContaining(status.toLowerCase()),
      })
      expect(writeAccess({ prompt: prompt(status), branch: feature, mayEdit: true }).mayWrite).toBe(true)
    }
  })

  it('lets nobody write in what is archived, on whichever branch', () => {
    for (const branch of [main, feature])
      expect(
        writeAccess({ prompt: prompt('ARCHIVED', '2026-01-01T00:00:00Z'), branch, mayEdit: true }),
      ).toMatchObject({ mayWrite: false, remedy: 'RESTORE' })
  })

  it('tells readers that it is their level, not the prompt', () => {
    expect(writeAccess({ prompt: prompt('APPROVED'), branch: main, mayEdit: false })).toMatchObject({
      mayWrite: false,
      remedy: null,
      reason: expect.stringContaining('level'),
    })
  })
})
