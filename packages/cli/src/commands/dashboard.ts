import type { Command } from '../command.ts'
import { isForPrograms, LIBRARY_HELP, LIBRARY_OPTIONS, openLibrary } from '../open-library.ts'
import { atMost } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { columns, createScreen, type Screen } from '../screen.ts'

const HELP = `incipit dashboard [OPTIONS]

Tells the numbers of a library: prompts by status and category, what is stale or has errors, changes of the last 30 days.

${LIBRARY_HELP}`

interface Count {
  readonly value: string
  readonly count: number
}
interface Statistics {
  readonly promptCount: number
  readonly archivedCount: number
  readonly staleCount: number
  readonly withErrorsCount: number
  readonly pendingDeprecations: number
  readonly totalChanges: number
  readonly openChangeRequests: number
  readonly contributors: number
  readonly byStatus: readonly Count[]
  readonly byCategory: readonly Count[]
  readonly activity: readonly { readonly day: string; readonly count: number }[]
}
const FIELDS = `statistics { promptCount archivedCount staleCount withErrorsCount pendingDeprecations totalChanges
  openChangeRequests contributors byStatus { value count } byCategory { value count } activity { day count } }`

export const dashboardCommand: Command = {
  name: 'dashboard',
  summary: 'tell the numbers of a library',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, LIBRARY_OPTIONS)
    atMost(positionals, 0, 'incipit dashboard')
    const programs = isForPrograms(values)
    const library = await openLibrary(surroundings, values)
    const { statistics } = await library.read<{ statistics: Statistics }>(FIELDS)
    const screen = createScreen(surroundings)
    screen.write(
      programs
        ? `${JSON.stringify({ library: library.slug, ...statistics })}\n`
        : textOf(library.name, statistics, screen),
    )
    return 0
  },
}

function textOf(name: string, numbers: Statistics, screen: Screen): string {
  const whole = (count: number) => count.toLocaleString('en')
  const rows = (counts: readonly Count[]) =>
    aligned(
      counts.filter(({ count }) => count > 0).map(({ value, count }) => [value, whole(count)]),
      'none',
    )
  const recent = numbers.activity.reduce((sum, { count }) => sum + count, 0)
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [
      screen.plain(name),
      aligned([
        ['prompts', whole(numbers.promptCount)],
        ['archived', whole(numbers.archivedCount)],
        ['stale', whole(numbers.staleCount)],
        ['with errors', whole(numbers.withErrorsCount)],
        ['pending deprecations', whole(numbers.pendingDeprecations)],
        ['open change requests', whole(numbers.openChangeRequests)],
        ['total changes', whole(numbers.totalChanges)],
        [`changes in ${numbers.activity.length} days`, whole(recent)],
        ['contributors in 30 days', whole(numbers.contributors)],
      ]),
    ],
    ['By status', rows(numbers.byStatus)],
    ['By category', rows(numbers.byCategory)],
  ]
  return parts
    .map(([title, lines]) => `${screen.tone('bold', title)}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n')
}

/** Names on the left, numbers under each other on the right. */
function aligned(rows: readonly (readonly [string, string])[] | string[][], nothing = ''): string[] {
  if (rows.length === 0) return [nothing]
  const width = Math.max(...rows.map(([, number]) => number!.length))
  return columns(rows.map(([name, number]) => [name!, number!.padStart(width)]))
}
