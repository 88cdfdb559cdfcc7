import { expect, test } from 'vitest'
import { type ImportState, summaryOf } from './import-summary.ts'

const done: ImportState = {
  id: 'x',
  state: 'DONE',
  dryRun: false,
  total: 1525,
  processed: 1525,
  createdCount: 1500,
  updatedCount: 1,
  skippedCount: 0,
  failedCount: 0,
  crlfReplaced: 0,
  message: null,
  rowErrors: [],
  alikeCount: 0,
  alikeRows: [],
}

test('an outcome in words', () => {
  expect(summaryOf(done, 'Team')).toBe(
    'Imported 1,525 rows into Team.\n  1,500 prompts created\n  1 prompt got a new version\n  0 rows skipped: already there\n',
  )
})

test('a dry run, line ends and rows that failed', () => {
  const rowErrors = Array.from({ length: 30 }, (_, n) => ({
    row: n,
    line: n + 1,
    name: n === 0 ? 'A' : null,
    message: 'No.',
  }))
  const text = summaryOf({ ...done, dryRun: true, crlfReplaced: 2, failedCount: 30, rowErrors }, 'Team')
  expect(text).toContain('nothing was changed')
  expect(text).toContain('2 line ends CRLF would become LF')
  expect(text).toContain('    line 1 (A): No.\n    line 2: No.\n')
  expect(text).toContain('and 10 more')
})

test('new rows that are nearly like others', () => {
  const like = (line: number, similarity: number) => ({
    line,
    name: 'A',
    alike: { key: 'tasks-a-b', similarity },
  })
  const text = summaryOf({ ...done, alikeCount: 22, alikeRows: [like(2, 1), like(3, 0.876)] }, 'Team')
  expect(text).toContain(
    '  22 new rows nearly like another:\n    line 2 (A): the same words as tasks-a-b\n    line 3 (A): about 87% like tasks-a-b\n    and 20 more\n',
  )
})

test('an import that stopped', () => {
  expect(summaryOf({ ...done, state: 'CANCELLED', processed: 50 }, 'Team')).toMatch(
    /^Cancelled after 50 of 1,525 rows/,
  )
  expect(
    summaryOf({ ...done, state: 'FAILED', processed: 50, message: 'The server stopped.' }, 'Team'),
  ).toMatch(/^Stopped after 50 of 1,525 rows\. The server stopped\.\n/)
})
