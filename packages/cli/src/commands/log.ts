import type { Command } from '../command.ts'
import { COMMIT_FIELDS, type CommitAnswer, commitJson, commitLines } from '../commit-lines.ts'
import { UsageError } from '../failure.ts'
import { atMost, type OpenPrompt, openPrompt, PROMPT_HELP, PROMPT_OPTIONS } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { createScreen } from '../screen.ts'

const HELP = `incipit log KEY [OPTIONS]

Lists the commits of a prompt, newest first: hash, version, day, change type, authors, message and tags.

  -n, --number N        so many commits at most; 25 where left out
  --branch NAME         the branch; main where left out
  --all                 the commits of all branches
  --first-parent        what was made on the branch itself: merges without the commits they brought
${PROMPT_HELP}`

const OPTIONS = {
  ...PROMPT_OPTIONS,
  number: { type: 'string', short: 'n' },
  branch: { type: 'string' },
  all: { type: 'boolean' },
  'first-parent': { type: 'boolean' },
} as const

/** The server's largest page. */
const PAGE = 100
const DEFAULT_NUMBER = 25

export const logCommand: Command = {
  name: 'log',
  summary: 'list the commits of a prompt',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    atMost(positionals, 1, 'incipit log KEY')
    if (values.all && values.branch !== undefined) throw new UsageError('Give --branch or --all, not both.')
    const number = numberOf(values.number)
    const prompt = await openPrompt(surroundings, positionals[0], values)
    const commits = await readLog(prompt, number, {
      branch: values.branch ?? null,
      all: values.all === true,
      order: values['first-parent'] ? 'FIRST_PARENT' : 'FULL',
    })
    const screen = createScreen(surroundings)
    if (values.json) screen.write(`${JSON.stringify(commits.map(commitJson))}\n`)
    else if (commits.length === 0) screen.write(`${prompt.key} has no commits yet.\n`)
    else {
      for (const line of commitLines(commits)) {
        const [hash = ''] = line.split(' ', 1)
        screen.write(`${screen.tone('yellow', hash)}${line.slice(hash.length)}\n`)
      }
    }
    return 0
  },
}

/** @throws UsageError for anything but a whole number from 1 */
function numberOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_NUMBER
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new UsageError(`-n takes a number of commits from 1, not "${text}".`)
}

async function readLog(
  prompt: OpenPrompt,
  number: number,
  which: { readonly branch: string | null; readonly all: boolean; readonly order: string },
): Promise<CommitAnswer[]> {
  const commits: CommitAnswer[] = []
  let after: string | null = null
  do {
    const { page }: Page = await prompt.read<Page>(
      `page: commits(branch: $branch, all: $all, order: $order, first: $first, after: $after) {
        edges { node { ${COMMIT_FIELDS} } } pageInfo { hasNextPage endCursor } }`,
      '$branch: String, $all: Boolean!, $order: LogOrder!, $first: Int!, $after: String',
      { ...which, first: Math.min(PAGE, number - commits.length), after },
    )
    commits.push(...page.edges.map(({ node }) => node))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null && commits.length < number)
  return commits
}

interface Page {
  readonly page: {
    readonly edges: readonly { readonly node: CommitAnswer }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}
