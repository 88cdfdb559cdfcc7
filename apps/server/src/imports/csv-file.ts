import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'

/** Bytes of one record: more than any prompt, few enough that a stray quote does not swallow a file unseen. */
const MOST_RECORD_BYTES = 16_000_000
/** Characters in which the header is looked for what parts the columns. */
const HEADER_CHARACTERS = 10_000
const LINE_BREAKS = /\r\n|\n|\r/g
const DELIMITERS = [',', ';', '\t'] as const

/** One record of the file, the header aside. */
export interface CsvRow {
  /** From 1. */
  readonly row: number
  /** Line of the file in which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface CsvFile {
  /** Names of the columns, each once: empty ones and repetitions are numbered. */
  readonly columns: readonly string[]
  readonly rows: AsyncGenerator<CsvRow, void, void>
}

/** The file cannot be read as CSV; the message says where and what to do. */
export class CsvFileError extends Error {}

/**
 * Opens a CSV file (RFC 4180; comma, semicolon or tab, told by the header) that arrives in pieces.
 *
 * @throws CsvFileError here, or while rows are read, when it is no CSV
 */
export async function openCsv(pieces: AsyncIterable<string>): Promise<CsvFile> {
  const records = readRecords(wellFormed(pieces))
  const header = await records.next()
  if (header.done)
    throw new CsvFileError('The file is empty. Choose a CSV file with a header line and at least one row.')
  return { columns: columnNames(header.value.cells), rows: records }
}

/** Cuts between pieces may part the halves of a character pair; anything else unpaired cannot be stored as it is. */
async function* wellFormed(pieces: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  let rest = ''
  let position = 0
  for await (const piece of pieces) {
    const text = rest + piece
    const parted = /[\uD800-\uDBFF]$/.test(text)
    const whole = parted ? text.slice(0, -1) : text
    rest = parted ? text.slice(-1) : ''
    assertWellFormed(whole, position)
    position += whole.length
    if (whole !== '') yield whole
  }
  assertWellFormed(rest, position)
}

function assertWellFormed(text: string, position: number): void {
  if (text.isWellFormed()) return
  const at = position + text.search(/[\uD800-\uDFFF]/u) + 1
  throw new CsvFileError(
    `The file holds half of a character pair at character ${at}, which is no valid Unicode. Save it as UTF-8.`,
  )
}

async function* readRecords(text: AsyncGenerator<string, void, void>): AsyncGenerator<CsvRow, void, void> {
  const beginning = await beginningOf(text)
  if (beginning === '') return
  let row = 0
  let line = 1
  // Records are numbered as they are parsed, not as they are read: an error overtakes the records before it.
  const numbered = ({ record, raw }: { record: string[]; raw: string }): CsvRow => {
    const next = { row, line: line + breaksIn(/^[\r\n]*/.exec(raw)![0]), cells: record }
    row += 1
    line += breaksIn(raw)
    return next
  }
  const parser = parse({
    delimiter: delimiterOf(beginning),
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_RECORD_BYTES,
    on_record: numbered as never,
  })
  // Errors of the source reach the parser, and those who read the parser.
  pipeline(Readable.from(prepended(beginning, text)), parser, () => {})
  try {
    yield* parser as AsyncIterable<CsvRow>
  } catch (error) {
    throw error instanceof CsvError ? new CsvFileError(explain(error, line)) : error
  }
}

/** Enough of the text to hold a header. */
async function beginningOf(text: AsyncGenerator<string, void, void>): Promise<string> {
  let beginning = ''
  while (beginning.length < HEADER_CHARACTERS) {
    const next = await text.next()
    if (next.done) break
    beginning += next.value
  }
  return beginning
}

async function* prepended(
  first: string,
  rest: AsyncGenerator<string, void, void>,
): AsyncGenerator<string, void, void> {
  yield first
  yield* rest
}

function breaksIn(text: string): number {
  return text.match(LINE_BREAKS)?.length ?? 0
}

/** What parts the columns: the mark most frequent in the header, outside of quotes. */
function delimiterOf(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((mark) => [mark, 0]))
  let quoted = false
  for (const mark of text.slice(0, HEADER_CHARACTERS)) {
    if (mark === '"') quoted = !quoted
    else if (!quoted && (mark === '\n' || mark === '\r')) break
    else if (!quoted && counts.has(mark)) counts.set(mark, counts.get(mark)! + 1)
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

function columnNames(header: readonly string[]): string[] {
  const names: string[] = []
  for (const [index, cell] of header.entries()) {
    const base = cell.trim().replace(/\s+/g, ' ').replaceAll('\0', '') || `column ${index + 1}`
    let name = base
    for (let n = 2; names.includes(name); n++) name = `${base} (${n})`
    names.push(name)
  }
  return names
}

function explain(error: CsvError, line: number): string {
  const place = `the record that begins in line ${line}`
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `A quote in ${place} is never closed. Close it, or double quotes that belong to the text.`
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `In ${place} something follows a closing quote. Double quotes that belong to the text: "".`
    case 'INVALID_OPENING_QUOTE':
      return `In ${place} a quote stands inside a field without quotes. Put the field in quotes and double those inside.`
    case 'CSV_MAX_RECORD_SIZE':
      return `In ${place} there are more than ${MOST_RECORD_BYTES / 1_000_000} MB. Perhaps a quote is not closed.`
    default:
      return `The file cannot be read as CSV at ${place}: ${error.message}.`
  }
}
