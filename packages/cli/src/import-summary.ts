/** An import as the server tells it. */
export interface ImportState {
  readonly id: string
  readonly state: 'UPLOADING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
  readonly dryRun: boolean
  readonly total: number
  readonly processed: number
  readonly createdCount: number
  readonly updatedCount: number
  readonly skippedCount: number
  readonly failedCount: number
  readonly crlfReplaced: number
  readonly alikeCount: number
  readonly alikeRows: readonly {
    readonly line: number
    readonly name: string
    readonly alike: { readonly key: string; readonly similarity: number }
  }[]
  readonly message: string | null
  readonly rowErrors: readonly {
    readonly row: number
    readonly line: number
    readonly name: string | null
    readonly message: string
  }[]
}

/** Problems listed for a person; --json lists all the server kept. */
const MOST_LISTED = 20

/** The outcome of an import for a person. */
export function summaryOf(outcome: ImportState, library: string): string {
  const {
    dryRun,
    createdCount,
    updatedCount,
    skippedCount,
    failedCount,
    crlfReplaced,
    rowErrors,
    alikeCount,
    alikeRows,
  } = outcome
  const lines = [
    headline(outcome, library),
    `  ${count(createdCount, 'prompt')} ${dryRun ? 'would be created' : 'created'}`,
    `  ${count(updatedCount, 'prompt')} ${dryRun ? 'would get' : 'got'} a new version`,
    `  ${count(skippedCount, 'row')} ${dryRun ? 'would be skipped' : 'skipped'}: already there`,
    ...(crlfReplaced > 0
      ? [`  ${count(crlfReplaced, 'line end')} CRLF ${dryRun ? 'would become' : 'became'} LF`]
      : []),
    ...(alikeCount > 0
      ? [`  ${count(alikeCount, 'new row')} nearly like another:`, ...alikeLines(alikeRows, alikeCount)]
      : []),
    ...(failedCount > 0 ? [`  ${count(failedCount, 'row')} not possible:`] : []),
    ...rowErrors
      .slice(0, MOST_LISTED)
      .map(({ line, name, message }) => `    line ${line}${name ? ` (${name})` : ''}: ${message}`),
    ...(failedCount > MOST_LISTED
      ? [`    and ${failedCount - Math.min(MOST_LISTED, rowErrors.length)} more`]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

function alikeLines(rows: ImportState['alikeRows'], total: number): string[] {
  const listed = rows.slice(0, MOST_LISTED)
  const lines = listed.map(
    ({ line, name, alike: { key, similarity } }) =>
      `    line ${line} (${name}): ${similarity === 1 ? 'the same words as' : `about ${Math.floor(similarity * 100)}% like`} ${key}`,
  )
  return total > listed.length ? [...lines, `    and ${total - listed.length} more`] : lines
}

function headline({ state, dryRun, total, processed, message }: ImportState, library: string): string {
  const rows = count(total, 'row')
  if (state === 'DONE')
    return dryRun
      ? `Tried ${rows} against ${library}; nothing was changed.`
      : `Imported ${rows} into ${library}.`
  const stopped = `${processed} of ${rows}`
  if (state === 'CANCELLED') return `Cancelled after ${stopped}. ${message ?? 'What was imported stays.'}`
  return `Stopped after ${stopped}. ${message ?? ''}`.trimEnd()
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`
}
