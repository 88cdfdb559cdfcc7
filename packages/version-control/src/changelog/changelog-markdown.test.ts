import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChangelogCommit, changelog } from './changelog.ts'
import { changelogMarkdown } from './changelog-markdown.ts'
import { escapeMarkdown } from './escape-markdown.ts'

const history: ChangelogCommit[] = [
  {
    id: 'c'.repeat(64),
    version: null,
    changeType: 'docs',
    message: 'Say what *urgent* means',
    authors: ['Ada', 'Mei'],
    createdAt: '2026-02-02T09:30:00.000Z',
  },
  {
    id: 'b'.repeat(64),
    version: '1.1.0',
    changeType: 'feature',
    message: 'Add tone\n\nLong story.',
    authors: ['Ada'],
    createdAt: '2026-02-01T09:30:00.000Z',
  },
  {
    id: 'a'.repeat(64),
    version: '1.0.0',
    changeType: 'feature',
    message: '',
    authors: [],
    createdAt: '2026-01-31T09:30:00.000Z',
  },
]

const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '*',
          '_',
          '`',
          '\\',
          '[',
          ']',
          '(',
          ')',
          '<',
          '>',
          '&',
          'amp;',
          '#',
          '|',
          '~~',
          '$',
          '!',
          '\n',
          '\r',
          ' ',
        ],
        ...[
          'https://x.y',
          'www.x.y',
          'a@b.c',
          '- ',
          '1. ',
          '<b>',
          '<!--',
          '&#42;',
          'word',
          '---',
          '\t',
          '\\*',
          ':',
        ],
      ),
      fc.string(),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('the changelog as Markdown', () => {
  it('CL6: is headings and lists', () => {
    expect(changelogMarkdown('Triage', changelog(history, 'version'))).toBe(
      [
        '# Triage',
        '',
        '## Unreleased (2026-02-02)',
        '',
        '- **Docs:** Say what \\*urgent\\* means (ccccccc, Ada, Mei)',
        '',
        '## 1.1.0 (2026-02-01)',
        '',
        '- **Added:** Add tone (bbbbbbb, Ada)',
        '',
        '## 1.0.0 (2026-01-31)',
        '',
        '- **Added:** (aaaaaaa)',
        '',
      ].join('\n'),
    )
    expect(changelogMarkdown('Triage', changelog(history, 'date').slice(1, 2))).toBe(
      '# Triage\n\n## 2026-02-01\n\n- **Added:** Add tone (1.1.0, bbbbbbb, Ada)\n',
    )
    expect(changelogMarkdown('Triage', [])).toBe('# Triage\n')
  })

  it('CL7: taking the backslashes away gives the text, its blanks as one', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const plain = escapeMarkdown(text).replace(/\\([!-/:-@[-`{-~])/g, '$1')
        expect(plain).toBe(text.replace(/\s+/g, ' ').trim())
      }),
      { numRuns: 1000 },
    )
  })

  it('CL7: nothing that opens Markdown, HTML or a link is left', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const rest = escapeMarkdown(text).replace(/\\[!-/:-@[-`{-~]/g, '')
        expect(rest).not.toMatch(/[\\`*_~[\]<>&|#$\n\r]|:\/\/|www\.|@/i)
      }),
      { numRuns: 1000 },
    )
  })

  it('CL7: people’s texts add no lines, wherever they stand', () => {
    fc.assert(
      fc.property(tricky, tricky, tricky, (title, author, version) => {
        const [entry] = history
        if (!entry) return
        const sections = changelog([{ ...entry, message: title, authors: [author], version }], 'version')
        const lines = changelogMarkdown(title, sections).split('\n')
        expect(lines.map((line) => /^(# |## |- \*\*Docs:\*\* |#$|##$|$)/.exec(line)?.[0])).not.toContain(
          undefined,
        )
        expect(lines).toHaveLength(6)
      }),
    )
  })
})
