import { dayText } from '../../lib/day-text.ts'

/** The part of a change that is told. */
interface Told {
  readonly prefix: string
  readonly text: string
  readonly version: string | null
  readonly at: string
  readonly commit: { readonly authors: readonly { readonly name: string }[] }
  readonly prompt: { readonly key: string; readonly name: string }
}

/** Changes of one UTC day. */
export interface DayOfChanges<Change> {
  /** Such as 2026-03-01. */
  readonly day: string
  readonly changes: readonly Change[]
}

/** Changes by day, in the order in which they come. */
export function daysOf<Change extends { readonly at: string }>(
  changes: readonly Change[],
): DayOfChanges<Change>[] {
  const days = Map.groupBy(changes, ({ at }) => at.slice(0, 10))
  return [...days].map(([day, changes]) => ({ day, changes }))
}

/** Changes as Markdown, a heading for each day. What people wrote stays text, whatever signs are in it. */
export function changesMarkdown(library: string, changes: readonly Told[]): string {
  const days = daysOf(changes).map(
    ({ day, changes }) => `## ${dayText(day)}\n\n${changes.map(line).join('\n')}\n`,
  )
  return [`# Changes in ${escaped(library)}\n`, ...days].join('\n')
}

function line({ prefix, text, version, commit, prompt }: Told): string {
  const number = version ? ` ${version}` : ''
  const authors = commit.authors.map(({ name }) => name).join(', ')
  return `- **${escaped(prompt.name)}**${escaped(number)} (\`${prompt.key}\`): ${prefix} ${escaped(text)} – ${escaped(authors)}`
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')
}
