import { describe, expect, it } from 'vitest'
import { type Changed, isSoAlready, statusChoices, tagsAfter } from './bulk-change.ts'

const row = (fields: Partial<Changed> = {}): Changed => ({
  key: 'agents-support-triage-short',
  category: 'agents',
  subcategory: 'support',
  owner: 'product-team',
  status: 'DRAFT',
  tags: [{ name: 'support' }, { name: 'legal' }],
  ...fields,
})

describe('a change of many prompts', () => {
  it('takes tags away and adds others, each once and as they are written', () => {
    expect(tagsAfter(row(), ['New One', 'support', ' '], ['Legal'])).toEqual(['support', 'new-one'])
    expect(tagsAfter(row(), ['legal'], ['legal'])).toEqual(['support', 'legal'])
  })

  it('sends nothing where a prompt is so already', () => {
    expect(isSoAlready(row(), { kind: 'tags', add: ['support'], remove: ['gone'] })).toBe(true)
    expect(isSoAlready(row(), { kind: 'tags', add: ['x'], remove: [] })).toBe(false)
    expect(isSoAlready(row(), { kind: 'owner', owner: ' product-team ' })).toBe(true)
    expect(isSoAlready(row(), { kind: 'move', category: 'agents', subcategory: 'general' })).toBe(false)
    expect(isSoAlready(row(), { kind: 'status', to: 'DRAFT', reason: '' })).toBe(true)
    expect(isSoAlready(row({ status: 'ARCHIVED' }), { kind: 'archive' })).toBe(true)
  })

  it('offers the statuses that some may go to, the most frequent first, with whether to explain', () => {
    const rows = [row(), row(), row({ status: 'APPROVED' })]
    expect(statusChoices(rows)).toEqual([
      { to: 'REVIEW', count: 3, reason: true },
      { to: 'DEPLOYED', count: 1, reason: false },
    ])
  })
})
