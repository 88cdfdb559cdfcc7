import { CLOSE } from '@incipit/collaboration'
import { describe, expect, it } from 'vitest'
import { closedText } from './closed-text.ts'

describe('closedText', () => {
  it('offers what helps for each reason', () => {
    expect(closedText(CLOSE.signedOut, 0).next).toBe('sign-in')
    expect(closedText(CLOSE.notFound, 0).next).toBe('none')
    expect(closedText(CLOSE.tooLarge, 1).next).toBe('reopen')
    expect(closedText(CLOSE.badMessage, 1).next).toBe('reopen')
  })

  it('connects again after a change of access, but never sends refused changes again', () => {
    expect(closedText(CLOSE.forbidden, 0).next).toBe('reconnect')
    expect(closedText(CLOSE.forbidden, 2).next).toBe('reopen')
  })

  it('says how many changes were not saved', () => {
    expect(closedText(CLOSE.forbidden, 1).text).toContain('1 change was not saved.')
    expect(closedText(CLOSE.forbidden, 2).text).toContain('2 changes were not saved.')
    expect(closedText(CLOSE.forbidden, 0).text).not.toContain('saved')
  })
})
