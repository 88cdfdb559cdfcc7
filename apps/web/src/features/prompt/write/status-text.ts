const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** Small numbers as words, others as digits. */
const inWords = (count: number): string => WORDS[count] ?? String(count)

/** "3 uncommitted changes by two people"; empty when there are none. */
export function uncommittedText(
  uncommitted: {
    changed: boolean
    changes: number
    contributors: readonly unknown[]
  } | null,
): string {
  if (!uncommitted?.changed) return ''
  const { changes, contributors } = uncommitted
  const what = changes === 1 ? '1 uncommitted change' : `${changes || 'Some'} uncommitted changes`
  if (contributors.length === 0) return what
  return `${what} by ${inWords(contributors.length)} ${contributors.length === 1 ? 'person' : 'people'}`
}

/** "2 errors, 1 warning"; "No problems". */
export function problemsText(problems: readonly { severity: 'error' | 'warning' }[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const parts = [
    errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}` : '',
    warnings > 0 ? `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : '',
  ].filter((part) => part !== '')
  return parts.join(', ') || 'No problems'
}
