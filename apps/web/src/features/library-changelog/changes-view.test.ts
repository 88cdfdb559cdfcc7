import { describe, expect, it } from 'vitest'
import { changesMarkdown, daysOf } from './changes-view.ts'

const change = (at: string, text = 'Shorter', version: string | null = '1.0.1') => ({
  prefix: 'Fixed:',
  text,
  version,
  at,
  commit: { authors: [{ name: 'Ada' }, { name: 'Dev' }] },
  prompt: { key: 'tasks-general-triage', name: 'Triage' },
})

describe('changes of a library', () => {
  it('stand by UTC day, in the order in which they come', () => {
    const changes = [
      change('2026-03-02T00:10:00.000Z'),
      change('2026-03-01T23:50:00.000Z'),
      change('2026-03-01T08:00:00.000Z'),
    ]
    expect(daysOf(changes).map(({ day, changes }) => [day, changes.length])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-01', 2],
    ])
  })

  it('are Markdown that says what and by whom, and takes no markup from people', () => {
    const markdown = changesMarkdown('My [team]', [change('2026-03-01T08:00:00.000Z', 'Say *why* <b>')])
    expect(markdown).toBe(
      '# Changes in My \\[team\\]\n\n## 1 March 2026\n\n- **Triage** 1.0.1 (`tasks-general-triage`): Fixed: Say \\*why\\* \\<b\\> – Ada, Dev\n',
    )
    expect(changesMarkdown('L', [change('2026-03-01T08:00:00.000Z', 'x', null)])).toContain('**Triage** (`')
  })
})
