import { describe, expect, it } from 'vitest'
import { dayText } from '../../../lib/day-text.ts'
import type { ChangelogEntry, ChangelogSection } from './changelog-query.ts'
import { bearerOf, changelogJson, groupsOf, isDay } from './changelog-view.ts'

const entry = (
  text: string,
  version: string | null,
  changeType: ChangelogEntry['changeType'],
): ChangelogEntry => ({
  text,
  version,
  changeType,
  commit: {
    id: `id of ${text}`,
    hash: 'a'.repeat(64),
    shortHash: 'aaaaaaa',
    version,
    createdAt: '2026-03-01T09:00:00.000Z',
    authors: [{ id: 'u1', name: 'Ada', hue: 3 }],
    tags: [{ id: 't1', name: 'launch', note: '' }],
    changeRequest: version === null ? null : { id: 'r1', number: 7, title: 'Say it better' },
  },
})

const released: ChangelogSection = {
  title: '1.1.0',
  date: '2026-03-01T09:00:00.000Z',
  entries: [
    entry('Takes a tone', '1.1.0', 'FEATURE'),
    entry('Say why', null, 'DOCS'),
    entry('Say when', null, 'DOCS'),
  ],
}

describe('the view of a changelog', () => {
  it('groups a section by type, in the order given', () => {
    expect(
      groupsOf(released).map(({ changeType, entries }) => [changeType, entries.map(({ text }) => text)]),
    ).toEqual([
      ['FEATURE', ['Takes a tone']],
      ['DOCS', ['Say why', 'Say when']],
    ])
  })

  it('finds the change that bears the number, and none for a day', () => {
    expect(bearerOf(released)?.text).toBe('Takes a tone')
    expect(bearerOf({ ...released, title: '2026-03-01' })).toBeNull()
    expect(bearerOf({ ...released, title: 'Unreleased' })).toBeNull()
  })

  it('tells days from versions', () => {
    const titles = ['2026-03-01', '2026.03.01', '1.1.0', 'v3', '3f2a9c04b1de', 'Unreleased']
    expect(titles.filter((title) => isDay({ ...released, title }))).toEqual(['2026-03-01'])
  })

  it('says a day of UTC as people write it, wherever the reader is', () => {
    expect(dayText('2026-03-01')).toBe('1 March 2026')
    expect(dayText('2026-12-31T23:59:59.000Z')).toBe('31 December 2026')
  })

  it('is JSON that says all of it', () => {
    const text = changelogJson({
      prompt: { key: 'tasks-general-report', name: 'Report' },
      branch: 'main',
      sections: [{ ...released, entries: released.entries.slice(0, 1) }],
    })
    expect(text.endsWith('}\n')).toBe(true)
    expect(JSON.parse(text)).toEqual({
      prompt: 'tasks-general-report',
      name: 'Report',
      branch: 'main',
      sections: [
        {
          title: '1.1.0',
          date: '2026-03-01T09:00:00.000Z',
          changes: [
            {
              changeType: 'feature',
              text: 'Takes a tone',
              version: '1.1.0',
              commit: 'a'.repeat(64),
              committedAt: '2026-03-01T09:00:00.000Z',
              authors: ['Ada'],
              tags: ['launch'],
              changeRequest: 7,
            },
          ],
        },
      ],
    })
  })
})
