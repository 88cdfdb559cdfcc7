import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANGE_TYPES, type ChangeType } from './change-type.ts'
import { contentHash } from './content-hash.ts'
import {
  compareVersions,
  isVersionScheme,
  nextVersion,
  parseVersion,
  VERSION_SCHEMES,
  type VersionScheme,
} from './version.ts'

const id = contentHash('a commit')
const changeType = fc.constantFrom(...CHANGE_TYPES.map(({ type }) => type))
const scheme = fc.constantFrom(...VERSION_SCHEMES)
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const small = fc.nat({ max: 12 })
const semver = fc
  .tuple(
    small,
    small,
    small,
    fc.option(fc.constantFrom('alpha', 'alpha.1', 'rc.1', 'rc.2', 'rc.10', '1', 'x-y')),
  )
  .map(([a, b, c, pre]) => `${a}.${b}.${c}${pre ? `-${pre}` : ''}`)

function next(scheme: VersionScheme, previous: string | null, changeType: ChangeType, date = '2026-01-31') {
  return nextVersion(scheme, { previous, changeType, date, commitId: id })
}

describe('versions', () => {
  it('knows its schemes', () => {
    expect(['semver', 'calver', 'sequential', 'hash', 'SemVer'].map(isVersionScheme)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it.each<[VersionScheme, string[]]>([
    [
      'semver',
      [
        '1.0',
        '01.0.0',
        '1.0.0-',
        '1.0.0-01',
        '1.0.0-a..b',
        'v1.0.0',
        ' 1.0.0',
        '1.0.0\n',
        '1.0.0+build',
        '9007199254740992.0.0',
      ],
    ],
    [
      'calver',
      ['2026-01-31', '2026.1.31', '2026.02.30', '2026.13.01', '2026.01.31.0', '2026.01.31.01', '2026.01.31.'],
    ],
    ['sequential', ['1', 'v0', 'v01', 'v1.0', 'V1', 'v-1', 'v9007199254740992']],
    ['hash', ['abcdef', 'ABCDEF0', 'xyz1234', 'a'.repeat(65)]],
  ])('VS1: %s refuses what is not one of its spellings', (scheme, texts) => {
    expect(texts.filter((text) => parseVersion(scheme, text) !== null)).toEqual([])
  })

  it('VS1: reads each scheme', () => {
    expect(parseVersion('semver', '1.10.0-rc.2')).toEqual({
      major: 1,
      minor: 10,
      patch: 0,
      prerelease: ['rc', 2],
    })
    expect(parseVersion('calver', '2026.01.31.4')).toEqual({ date: '2026-01-31', n: 4 })
    expect(parseVersion('sequential', 'v12')).toBe(12)
    expect(parseVersion('hash', 'abcdef0')).toBe('abcdef0')
  })

  it('VS2: orders semver by precedence', () => {
    const ordered = [
      '1.0.0-1',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
    ]
    const rest = ['1.0.0-rc.1', '1.0.0', '1.9.0', '1.10.0', '2.0.0']
    const all = [...ordered, ...rest]
    expect([...all].reverse().sort((a, b) => compareVersions('semver', a, b))).toEqual(all)
  })

  it('VS2: semver comparison is an order', () => {
    fc.assert(
      fc.property(semver, semver, semver, (a, b, c) => {
        const compare = (x: string, y: string) => compareVersions('semver', x, y)
        expect(compare(a, b) + compare(b, a)).toBe(0)
        expect(compare(a, b) === 0).toBe(a === b)
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('VS3: orders calver by day, then number', () => {
    const all = ['2025.12.31.10', '2026.01.31', '2026.01.31.2', '2026.01.31.10', '2026.02.01']
    expect([...all].reverse().sort((a, b) => compareVersions('calver', a, b))).toEqual(all)
  })

  it('VS4: hash versions have no order', () => {
    expect(compareVersions('hash', 'abcdef0', 'abcdef1')).toBe(0)
  })

  it('refuses to compare what is not of the scheme', () => {
    expect(() => compareVersions('semver', '1.0.0', 'v1')).toThrow(RangeError)
  })

  it('VS5: the first commit takes the first number, also for docs', () => {
    for (const type of ['feature', 'docs'] as const) {
      expect(VERSION_SCHEMES.map((scheme) => next(scheme, null, type))).toEqual([
        '1.0.0',
        '2026.01.31',
        'v1',
        id.slice(0, 12),
      ])
    }
  })

  it('VS6: docs takes no number, in every scheme', () => {
    expect(next('semver', '1.2.3', 'docs')).toBeNull()
    expect(next('calver', '2026.01.30', 'docs')).toBeNull()
    expect(next('sequential', 'v3', 'docs')).toBeNull()
    expect(next('hash', 'abcdef0', 'docs')).toBeNull()
  })

  it('VS7: counts on by the effect of the change', () => {
    expect(next('semver', '1.2.3', 'breaking')).toBe('2.0.0')
    expect(next('semver', '1.9.3', 'feature')).toBe('1.10.0')
    expect(next('semver', '1.2.3', 'hotfix')).toBe('1.2.4')
    expect(next('calver', '2026.01.30.7', 'fix')).toBe('2026.01.31')
    expect(next('calver', '2026.01.31', 'fix')).toBe('2026.01.31.1')
    expect(next('calver', '2026.01.31.9', 'fix')).toBe('2026.01.31.10')
    expect(next('sequential', 'v9', 'breaking')).toBe('v10')
  })

  it('VS7: calver goes on from the later day when the clock stepped back', () => {
    expect(next('calver', '2026.02.01', 'fix')).toBe('2026.02.01.1')
  })

  it('VS7: every number is greater than the one before, over any sequence of commits', () => {
    fc.assert(
      fc.property(
        scheme,
        fc.array(fc.tuple(changeType, day), { minLength: 2, maxLength: 30 }),
        (scheme, commits) => {
          const given: string[] = []
          for (const [index, [changeType, date]] of commits.entries()) {
            const spec = {
              previous: given.at(-1) ?? null,
              changeType,
              date,
              commitId: contentHash(String(index)),
            }
            const version = nextVersion(scheme, spec)
            if (version === null) continue
            const previous = given.at(-1)
            if (previous !== undefined && scheme !== 'hash')
              expect(compareVersions(scheme, version, previous)).toBe(1)
            given.push(version)
          }
          expect(new Set(given).size).toBe(given.length)
        },
      ),
    )
  })

  it('VS7: also from a pre-release', () => {
    fc.assert(
      fc.property(semver, changeType, (previous, changeType) => {
        const version = next('semver', previous, changeType)
        if (version !== null) expect(compareVersions('semver', version, previous)).toBe(1)
      }),
    )
  })

  it('VS7: refuses rather than repeats where numbers end', () => {
    expect(() => next('sequential', 'v9007199254740991', 'fix')).toThrow(RangeError)
  })

  it('VS8: a pre-release of the number asked for becomes it', () => {
    expect(next('semver', '2.0.0-rc.1', 'breaking')).toBe('2.0.0')
    expect(next('semver', '1.3.0-rc.1', 'feature')).toBe('1.3.0')
    expect(next('semver', '1.3.0-rc.1', 'breaking')).toBe('2.0.0')
    expect(next('semver', '1.3.1-rc.1', 'feature')).toBe('1.4.0')
    expect(next('semver', '1.3.1-rc.1', 'fix')).toBe('1.3.1')
  })

  it('VS9: a hash version is never the one before', () => {
    expect(next('hash', id.slice(0, 12), 'fix')).toBe(id.slice(0, 13))
    expect(next('hash', 'abcdef0', 'fix')).toBe(id.slice(0, 12))
  })

  it('VS10: refuses a previous version of another scheme, a day and an id that are none', () => {
    expect(() => next('calver', '1.2.3', 'fix')).toThrow('"1.2.3" is not a calver version')
    expect(() => next('semver', null, 'fix', '2026-02-30')).toThrow(RangeError)
    expect(() =>
      nextVersion('hash', { previous: null, changeType: 'fix', date: '2026-01-31', commitId: 'abc' }),
    ).toThrow(RangeError)
  })
})
