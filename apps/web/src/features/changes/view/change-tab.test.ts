import { describe, expect, it } from 'vitest'
import { CHANGE_TABS, parseTab, tabQuery } from './change-tab.ts'

describe('the tab of a change request', () => {
  it('is the conversation where the address names none', () => {
    expect(parseTab(null)).toBe('conversation')
    expect(parseTab('files')).toBe('conversation')
    expect(tabQuery('conversation')).toBe('')
  })

  it.each(CHANGE_TABS)('%s comes back from the address', (tab) => {
    expect(parseTab(new URLSearchParams(tabQuery(tab)).get('tab'))).toBe(tab)
  })
})
