import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTagName } from './tag-name.ts'
import { nextVersion, parseVersion, VERSION_SCHEMES } from './version.ts'

describe('tag names', () => {
  it.each([
    'launch',
    'customer-beta',
    'Q3_2026',
    'acme/pilot.2',
    'x',
    '7',
    '2026',
    'v',
    'a'.repeat(80),
    'mainline',
  ])('TG1: %s is one', (name) => expect(checkTagName(name)).toBeNull())

  it.each([
    '',
    ' ',
    'two words',
    '-x',
    'x-',
    'a..b',
    'a//b',
    '/a',
    'a/',
    'größe',
    'a\n',
    'a\u0000',
    '{{x}}',
    '@',
    'b'.repeat(81),
  ])('TG1: %j is none', (name) => expect(checkTagName(name)).toMatch(/ .*\.$/))

  it.each(['1.0.0', 'v1.0.0', 'V2', 'v12', '10.20.30-rc.1', '2026.03.01', '2026.03.01.2', 'v2026.03.01'])(
    'TG2: %s looks like a version',
    (name) => expect(checkTagName(name)).toContain('version'),
  )

  it.each(['abcdef0', 'ABCDEF0', '0123456', '0'.repeat(64)])('TG2: %s looks like a hash', (name) =>
    expect(checkTagName(name)).toContain('hash'),
  )

  it('TG2: a number that a scheme gives is never the name of a tag', () => {
    const step = fc.record({
      scheme: fc.constantFrom(...VERSION_SCHEMES),
      previous: fc.string(),
      changeType: fc.constantFrom('breaking' as const, 'feature' as const, 'fix' as const),
      date: fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      commitId: fc.stringMatching(/^[0-9a-f]{64}$/),
    })
    fc.assert(
      fc.property(step, ({ scheme, previous, date, ...rest }) => {
        const number = nextVersion(scheme, {
          ...rest,
          previous: parseVersion(scheme, previous) === null ? null : previous,
          date: date.toISOString().slice(0, 10),
        })
        expect(checkTagName(String(number))).not.toBeNull()
      }),
    )
  })

  it.each([
    'main',
    'Main',
    'staging',
    'feature/x',
    'hotfix/1',
    'release/2026',
    'experiment/tone',
    'Feature/x',
  ])('TG3: %s is or may be a branch', (name) => expect(checkTagName(name)).toContain('branch'))

  it('TG1: takes any text and answers with a sentence or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const problem = checkTagName(name)
        expect(problem === null || problem.endsWith('.')).toBe(true)
        if (problem === null) expect(name).not.toContain('..')
      }),
    )
  })
})
