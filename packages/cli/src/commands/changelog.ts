import type { Command } from '../command.ts'
import { UsageError } from '../failure.ts'
import {
  isForPrograms,
  LIBRARY_HELP,
  LIBRARY_OPTIONS,
  type OpenLibrary,
  openLibrary,
} from '../open-library.ts'
import { atMost } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { columns, createScreen, firstLine } from '../screen.ts'

const HELP = `incipit changelog [OPTIONS]

Lists what changed on main in all prompts of a library, by day, newest first.

  --days N              the last so many days, 1 to 365; 30 where left out
  -n, --number N        so many changes at most; 1000 where left out
${LIBRARY_HELP}`

const OPTIONS = {
  ...LIBRARY_OPTIONS,
  days: { type: 'string' },
  number: { type: 'string', short: 'n' },
} as const

/** The server's largest page. */
const PAGE = 100
const DEFAULT_DAYS = 30
const MOST_DAYS = 365
const DEFAULT_NUMBER = 1000

interface Change {
  readonly prefix: string
  readonly text: string
  readonly changeType: string
  readonly version: string | null
  readonly at: string
  readonly authors: readonly string[]
  readonly prompt: { readonly key: string; readonly name: string }
  readonly commit: { readonly hash: string }
}
interface Page {
  readonly changelog: {
    readonly edges: readonly { readonly node: Change }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

export const changelogCommand: Command = {
  name: 'changelog',
  summary: 'list what changed in a library',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    atMost(positionals, 0, 'incipit changelog')
    const programs = isForPrograms(values)
    const days = wholeNumber('--days', values.days, DEFAULT_DAYS, MOST_DAYS)
    const number = wholeNumber('-n', values.number, DEFAULT_NUMBER, 1_000_000)
    const changes = await readChanges(await openLibrary(surroundings, values), days, number)
    const { write, tone } = createScreen(surroundings)
    if (programs) write(`${JSON.stringify(changes.map(jsonOf))}\n`)
    else if (changes.length === 0) write(`Nothing changed on main in ${days} days.\n`)
    else {
      const byDay = [...Map.groupBy(changes, ({ at }) => at.slice(0, 10))]
      write(byDay.map(([day, list]) => `${tone('bold', day)}\n${linesOf(list).join('\n')}\n`).join('\n'))
    }
    return 0
  },
}

/** @throws UsageError for anything but a whole number in the bounds */
function wholeNumber(option: string, text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise
  if (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= most) return Number(text)
  throw new UsageError(`${option} takes a number from 1 to ${most}, not "${text}".`)
}

async function readChanges(library: OpenLibrary, days: number, number: number): Promise<Change[]> {
  const changes: Change[] = []
  let after: string | null = null
  do {
    const { changelog }: Page = await library.read<Page>(
      `changelog(days: $days, first: $first, after: $after) {
        edges { node { prefix text changeType version at authors prompt { key name } commit { hash } } }
        pageInfo { hasNextPage endCursor } }`,
      '$days: Int!, $first: Int!, $after: String',
      { days, first: Math.min(PAGE, number - changes.length), after },
    )
    changes.push(...changelog.edges.map(({ node }) => node))
    after = changelog.pageInfo.hasNextPage ? changelog.pageInfo.endCursor : null
  } while (after !== null && changes.length < number)
  return changes
}

function linesOf(changes: readonly Change[]): string[] {
  return columns(
    changes.map(({ prompt, version, prefix, text, authors }) => [
      `  ${prompt.key}`,
      version ?? '-',
      `${prefix} ${firstLine(text)}`,
      authors.map(firstLine).join(', '),
    ]),
  )
}

function jsonOf({ prompt, commit, ...change }: Change) {
  return { ...change, key: prompt.key, name: prompt.name, hash: commit.hash }
}
