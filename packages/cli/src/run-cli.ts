import type { Command } from './command.ts'
import { blameCommand } from './commands/blame.ts'
import { branchCommand } from './commands/branch.ts'
import { changelogCommand } from './commands/changelog.ts'
import { createCommand } from './commands/create.ts'
import { dashboardCommand } from './commands/dashboard.ts'
import { diffCommand } from './commands/diff.ts'
import { importCommand } from './commands/import.ts'
import { logCommand } from './commands/log.ts'
import { loginCommand } from './commands/login.ts'
import { mergeCommand } from './commands/merge.ts'
import { rollbackCommand } from './commands/rollback.ts'
import { searchCommand } from './commands/search.ts'
import { tagCommand } from './commands/tag.ts'
import { taxonomyCommand } from './commands/taxonomy.ts'
import { updateCommand } from './commands/update.ts'
import { Failure, UsageError } from './failure.ts'
import type { Surroundings } from './surroundings.ts'

const COMMANDS: readonly Command[] = [
  searchCommand,
  dashboardCommand,
  taxonomyCommand,
  changelogCommand,
  createCommand,
  updateCommand,
  logCommand,
  diffCommand,
  blameCommand,
  branchCommand,
  mergeCommand,
  tagCommand,
  rollbackCommand,
  importCommand,
  loginCommand,
]

const width = Math.max(...COMMANDS.map(({ name }) => name.length))
const HELP = `incipit COMMAND [OPTIONS]

Commands
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

  incipit COMMAND --help   says more about one.

Environment
  INCIPIT_URL      the server; else the one of "incipit login", else http://localhost:3000
  INCIPIT_API_KEY  the key; else the one of "incipit login"

Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
`

/**
 * Runs a command line.
 *
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function runCli(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = COMMANDS.find((command) => command.name === rest[0])
    const write = name === undefined ? surroundings.err : surroundings.out
    write(asked?.help ?? HELP)
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.find((entry) => entry.name === name)
  try {
    if (!command) throw new UsageError(`There is no command "${name}".`)
    if (rest.includes('--help') || rest.includes('-h')) {
      surroundings.out(command.help)
      return 0
    }
    return await command.run(rest, surroundings)
  } catch (error) {
    return explain(
      error,
      isJsonAsked(rest),
      `incipit ${command ? `${command.name} ` : ''}--help`,
      surroundings,
    )
  }
}

/** Also where the options could not be read. */
function isJsonAsked(args: readonly string[]): boolean {
  return args.includes('--json') || /(^| )--format[= ]json( |$)/.test(args.join(' '))
}

function explain(error: unknown, json: boolean, help: string, { out, err }: Surroundings): number {
  if (!(error instanceof UsageError || error instanceof Failure)) throw error
  const code = error instanceof Failure ? error.code : 'USAGE'
  if (json) out(`${JSON.stringify({ error: { code, message: error.message } })}\n`)
  err(error instanceof UsageError ? `${error.message}\nSee: ${help}\n` : `${error.message}\n`)
  return error instanceof UsageError ? 2 : 1
}
