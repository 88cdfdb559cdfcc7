import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANGE_TYPES, type ChangeType } from '../change-type.ts'
import { type ChangelogCommit, changelog, UNRELEASED } from './changelog.ts'

const TYPES = CHANGE_TYPES.map(({ type }) => type)

const commit = (id: string, part: Partial<ChangelogCommit> = {}): ChangelogCommit => ({
  id,
  version: null,
  changeType: 'fix',
  message: `Message of ${id}`,
  authors: ['Ada'],
  createdAt: '2026-01-31T09:30:00.000Z',
  ...part,
})

const commits = fc
  .array(
    fc.record({
      numbered: fc.boolean(),
      changeType: fc.constantFrom(...TYPES),
      day: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 20 },
  )
  .map((parts) =>
    parts.map(({ numbered, changeType, day }, place) =>
      commit(`c${place}`, {
        version: numbered ? `v${parts.length - place}` : null,
        changeType,
        createdAt: `2026-01-0${day}T09:30:00.000Z`,
      }),
    ),
  )

const outline = (commits: readonly ChangelogCommit[], by: 'date' | 'version') =>
  changelog(commits, by).map(({ title, date, entries }) => [
    title,
    date,
    entries.map(({ id }) => id).join(' '),
  ])

describe('the changelog', () => {
  it('CL1: holds every commit once, by type in the order of the table, then as given', () => {
    fc.assert(
      fc.property(commits, fc.constantFrom('date', 'version'), (commits, by) => {
        const sections = changelog(commits, by)
        const ids = sections.flatMap(({ entries }) => entries.map(({ id }) => id))
        expect(ids.toSorted()).toEqual(commits.map(({ id }) => id).toSorted())
        const place = new Map(commits.map(({ id }, place) => [id, place]))
        for (const { entries } of sections) {
          const order = entries.map(
            ({ changeType, id }) => TYPES.indexOf(changeType) * 100 + (place.get(id) ?? 0),
          )
          expect(order).toEqual(order.toSorted((a, b) => a - b))
        }
      }),
    )
  })

  it('CL2: by date has a section for each day, the newest first, wherever its commits stand', () => {
    const late = { createdAt: '2026-02-01T00:00:00.000Z' }
    expect(outline([commit('d', late), commit('c'), commit('b', late), commit('a')], 'date')).toEqual([
      ['2026-02-01', '2026-02-01', 'd b'],
      ['2026-01-31', '2026-01-31', 'c a'],
    ])
    fc.assert(
      fc.property(commits, (commits) => {
        const days = changelog(commits, 'date').map(({ title }) => title)
        expect(days).toEqual([...new Set(days)].sort().reverse())
      }),
    )
  })

  it('CL3: by version, a commit without a number belongs to the next newer one that has one', () => {
    const history = [
      commit('f', { createdAt: '2026-02-03T09:30:00.000Z', changeType: 'docs' }),
      commit('e', { changeType: 'docs' }),
      commit('d', { version: '1.1.0', changeType: 'feature', createdAt: '2026-02-01T23:59:59.999Z' }),
      commit('c', { changeType: 'docs' }),
      commit('b', { changeType: 'breaking' }),
      commit('a', { version: '1.0.0' }),
    ]
    expect(outline(history, 'version')).toEqual([
      [UNRELEASED, '2026-02-03', 'f e'],
      ['1.1.0', '2026-02-01', 'b d c'],
      ['1.0.0', '2026-01-31', 'a'],
    ])
  })

  it('CL3: by version, sections are the numbers in order, after what has none yet', () => {
    fc.assert(
      fc.property(commits, (commits) => {
        const numbers = commits.flatMap(({ version }) => version ?? [])
        const unreleased = commits.length > 0 && commits[0]?.version === null ? [UNRELEASED] : []
        expect(changelog(commits, 'version').map(({ title }) => title)).toEqual([...unreleased, ...numbers])
      }),
    )
  })

  it('CL4: an entry begins with what its type is called, and has the first line of the message', () => {
    const entries = (message: string, changeType: ChangeType = 'breaking') =>
      changelog([commit('a', { message, changeType })], 'date')[0]?.entries
    expect(entries('\n  Drop `tone`  \r\nwith more\n')).toEqual([
      {
        prefix: 'BREAKING:',
        text: 'Drop `tone`',
        id: 'a',
        version: null,
        authors: ['Ada'],
        changeType: 'breaking',
      },
    ])
    expect(entries(' \n')?.[0]?.text).toBe('')
    expect(TYPES.map((type) => entries('x', type)?.[0]?.prefix)).toEqual(
      CHANGE_TYPES.map(({ changelogPrefix }) => changelogPrefix),
    )
  })

  it('CL5: nothing has no sections', () => {
    expect([changelog([], 'date'), changelog([], 'version')]).toEqual([[], []])
  })

  it.each<[string, Partial<ChangelogCommit>]>([
    ['an unknown change type', { changeType: 'other' as ChangeType }],
    ['a time that is none', { createdAt: 'yesterday' }],
    ['a time in another zone', { createdAt: '2026-01-31T00:30:00.000+01:00' }],
  ])('CL5: refuses %s', (_, part) => {
    expect(() => changelog([commit('a', part)], 'date')).toThrow(RangeError)
    expect(() => changelog([commit('a', part)], 'version')).toThrow(RangeError)
  })
})
