import { applyEdits } from '@incipit/document'
import { describe, expect, it } from 'vitest'
import { fixesBetween, fixNow } from './quick-fixes.ts'

const TEXT = '---\ninputs:\n  - name: topic\n---\n{{topik}} {{> x}} {{topik}}\n'

describe('quick fixes', () => {
  it('are offered where the problem stands', () => {
    const at = TEXT.indexOf('topik')
    expect(fixesBetween(TEXT, at, at, true)).toMatchObject([
      { code: 'unknown-input', title: 'Change to topic' },
    ])
    expect(fixesBetween(TEXT, 0, 0, false)).toEqual([])
  })

  it('declare the inputs of a text that declares none', () => {
    expect(fixesBetween('{{a}}', 2, 2, true)).toMatchObject([{ code: null, title: 'Declare a' }])
    expect(fixesBetween('a {{a}}', 0, 0, false)).toEqual([])
  })

  it('are worked out again when others have written meanwhile', () => {
    const at = TEXT.lastIndexOf('topik')
    const [wished] = fixesBetween(TEXT, at, at, true)
    if (!wished) throw new Error('no fix')
    const moved = TEXT.replace('{{topik}} ', 'Hello {{topik}} ')
    expect(applyEdits(moved, fixNow(moved, wished)?.edits ?? [])).toBe(
      moved.replace('{{> x}} {{topik}}', '{{> x}} {{topic}}'),
    )
  })

  it('do nothing when the problem is gone', () => {
    expect(fixNow('all well', { code: 'unknown-input', title: 'Change to topic', offset: 3 })).toBeNull()
  })
})
