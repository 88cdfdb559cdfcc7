import type { Surroundings } from './surroundings.ts'

/** A command of the command line. */
export interface Command {
  readonly name: string
  /** In the list of commands. */
  readonly summary: string
  /** Everything `--help` says. */
  readonly help: string
  /** @returns the exit code. @throws UsageError or Failure */
  readonly run: (args: readonly string[], surroundings: Surroundings) => Promise<number>
}
