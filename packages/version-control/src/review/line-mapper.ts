import { diffLines } from '../diff/diff-lines.ts'
import { splitLines } from '../split-lines.ts'

/**
 * Finds the lines of one text in another: a function from a line number of `before` to that of the same line in `after`, or to `null`
 * where the line was changed or removed, or is beyond the end. Line numbers count from 1. The difference is computed once.
 *
 * Whether the last line ends in a line break makes no difference here: a remark on it stays when a line follows.
 *
 * @returns a function that throws RangeError for what is no line number
 */
export function lineMapper(before: string, after: string): (line: number) => number | null {
  const [from, to] = [endedByLf(before), endedByLf(after)]
  const count = splitLines(from).length
  const changes = diffLines(from, to)
  return (line) => {
    if (!Number.isSafeInteger(line) || line < 1)
      throw new RangeError(`Lines count from 1, so ${line} is none`)
    if (line > count) return null
    let shift = 0
    for (const change of changes) {
      if (line < change.beforeStart) break
      if (line < change.beforeStart + change.beforeCount) return null
      shift += change.afterCount - change.beforeCount
    }
    return line + shift
  }
}

function endedByLf(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}
