import { CHANGE_TYPES, type ChangeType, changeTypeOf } from '../change-type.ts'

/** A commit as a changelog needs it. */
export interface ChangelogCommit {
  readonly id: string
  /** The number it was given; `null`: none. */
  readonly version: string | null
  readonly changeType: ChangeType
  readonly message: string
  /** Names of everybody who contributed, for people to read. */
  readonly authors: readonly string[]
  /** ISO instant in UTC. */
  readonly createdAt: string
}

/** One line of a changelog. */
export interface ChangelogEntry {
  /** What the change type is called in a changelog, such as `Added:`. */
  readonly prefix: string
  /** The first line of the message that is not blank; empty when there is none. */
  readonly text: string
  readonly id: string
  readonly version: string | null
  readonly authors: readonly string[]
  readonly changeType: ChangeType
}

/** What happened on a day or came with a version. */
export interface ChangelogSection {
  /** The version, `Unreleased`, or the day as YYYY-MM-DD. */
  readonly title: string
  /** UTC day of the section's newest commit, YYYY-MM-DD: for a version that of the commit which bears it. */
  readonly date: string
  /** The change types in the order of their table, breaking first; among equals the newest first. */
  readonly entries: readonly ChangelogEntry[]
}

/** Title of the section with commits newer than the last number. */
export const UNRELEASED = 'Unreleased'

const RANK = new Map<string, number>(CHANGE_TYPES.map(({ type }, place) => [type, place]))

/**
 * What changed, in sections, the newest first.
 *
 * - `date`: a section for each UTC day.
 * - `version`: a section for each number. A commit without one belongs to the next newer commit that has one, with which it was
 *   published; those that are newer than all numbers come first, under {@link UNRELEASED}.
 *
 * @param commits newest first
 * @throws RangeError for an unknown change type or a time that is no ISO instant
 */
export function changelog(commits: readonly ChangelogCommit[], by: 'date' | 'version'): ChangelogSection[] {
  return by === 'date' ? byDate(commits) : byVersion(commits)
}

function byDate(commits: readonly ChangelogCommit[]): ChangelogSection[] {
  const days = Map.groupBy(commits, dayOf)
  return [...days]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, commits]) => ({ title: day, date: day, entries: entriesOf(commits) }))
}

function byVersion(commits: readonly ChangelogCommit[]): ChangelogSection[] {
  const groups: ChangelogCommit[][] = []
  for (const commit of commits) {
    if (commit.version !== null || groups.length === 0) groups.push([commit])
    else groups.at(-1)?.push(commit)
  }
  return groups.map((group) => ({
    title: group[0]?.version ?? UNRELEASED,
    date: group[0] ? dayOf(group[0]) : '',
    entries: entriesOf(group),
  }))
}

function entriesOf(commits: readonly ChangelogCommit[]): ChangelogEntry[] {
  return commits.map(entryOf).sort((a, b) => (RANK.get(a.changeType) ?? 0) - (RANK.get(b.changeType) ?? 0))
}

function entryOf({ id, version, authors, changeType, message }: ChangelogCommit): ChangelogEntry {
  const rule = changeTypeOf(changeType)
  if (!rule) throw new RangeError(`"${changeType}" is not a change type`)
  const text = message.trim().split('\n')[0]?.trim() ?? ''
  return { prefix: rule.changelogPrefix, text, id, version, authors, changeType }
}

function dayOf({ createdAt }: ChangelogCommit): string {
  const day = /^(\d{4}-\d{2}-\d{2})T[\d:.]+Z$/.exec(createdAt)?.[1]
  if (day === undefined) {
    throw new RangeError(`A commit’s time must look like 2026-01-31T09:30:00.000Z, but is "${createdAt}"`)
  }
  return day
}
