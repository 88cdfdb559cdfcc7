import { describe, expect, it } from 'vitest'
import { unifiedPatch } from './unified-patch.ts'

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `${n + 1}\n`).join('')

describe('unified patch', () => {
  it('UP1: of equal texts is empty', () => {
    expect(unifiedPatch('a\n', 'a\n')).toBe('')
  })

  it('UP2: names file, ranges and lines', () => {
    expect(unifiedPatch('a\nb\nc\n', 'a\nB\nc\n', { path: 'prompts/triage.md' })).toBe(
      [
        'diff --git a/prompts/triage.md b/prompts/triage.md',
        '--- a/prompts/triage.md',
        '+++ b/prompts/triage.md',
        '@@ -1,3 +1,3 @@',
        ' a',
        '-b',
        '+B',
        ' c',
        '',
      ].join('\n'),
    )
  })

  it('UP3: says where the line break at the end is missing', () => {
    expect(unifiedPatch('a\nb', 'a\nb\n')).toContain('-b\n\\ No newline at end of file\n+b\n')
    expect(unifiedPatch('a\nb', 'A\nb')).toContain(' b\n\\ No newline at end of file\n')
  })

  it('UP4: changes share a hunk when no line stands between their contexts', () => {
    const before = numbered(30)
    const hunks = (at: number, context?: number) =>
      unifiedPatch(before, before.replace('\n10\n', '\nten\n').replace(`\n${at}\n`, '\nother\n'), {
        context,
      }).match(/^@@.*@@$/gm)
    expect(hunks(17)).toEqual(['@@ -7,14 +7,14 @@'])
    expect(hunks(18)).toEqual(['@@ -7,7 +7,7 @@', '@@ -15,7 +15,7 @@'])
    expect(hunks(17, 0)).toEqual(['@@ -10 +10 @@', '@@ -17 +17 @@'])
  })

  it('UP4: an empty range names the line before it', () => {
    expect(unifiedPatch('', 'a\nb\n')).toContain('@@ -0,0 +1,2 @@\n')
    expect(unifiedPatch('a\nb\n', 'a\n', { context: 0 })).toContain('@@ -2 +1,0 @@\n')
  })

  it('UP5: quotes names that need it', () => {
    const head = unifiedPatch('', 'a', { path: 'a "b"\\c\td\u0001.md' })
    expect(head).toContain('+++ "b/a \\"b\\"\\\\c\\td\\001.md"')
    expect(unifiedPatch('', 'a', { path: 'my file.md' })).toContain('+++ b/my file.md\t\n')
  })

  it.each(['', '/etc/passwd', '../up.md', 'a//b', 'a/./b', 'a\0b'])('UP6: refuses the path %j', (path) => {
    expect(() => unifiedPatch('a', 'b', { path })).toThrow(RangeError)
  })

  it.each([-1, 1.5, Number.NaN])('UP6: refuses a context of %d', (context) => {
    expect(() => unifiedPatch('a', 'b', { context })).toThrow(RangeError)
  })
})
