import { type ChangeType, changeTypeOf, type VersionEffect } from './change-type.ts'
import { successor } from './successor.ts'
import { type Calver, compareCalver, isCalendarDay, nextCalver, parseCalver } from './version-calver.ts'
import { compareSemver, nextSemver, parseSemver, type Semver } from './version-semver.ts'

/** The ways of numbering versions; a library chooses one. */
export const VERSION_SCHEMES = ['semver', 'calver', 'sequential', 'hash'] as const

/** One of {@link VERSION_SCHEMES}. */
export type VersionScheme = (typeof VERSION_SCHEMES)[number]

/** What a version of each scheme parses to. */
export interface VersionValues {
  readonly semver: Semver
  readonly calver: Calver
  /** The N of `vN`. */
  readonly sequential: number
  /** The digits themselves. */
  readonly hash: string
}

/** What {@link nextVersion} needs to know. */
export interface NextVersionSpec {
  /** The last version given on the prompt's main branch, in this scheme; `null` when there is none yet. */
  readonly previous: string | null
  readonly changeType: ChangeType
  /** Today as a UTC calendar day, `YYYY-MM-DD`. */
  readonly date: string
  /** Id of the commit that is to be numbered. */
  readonly commitId: string
}

/** Shortest form of a commit id that serves as a version; longer ones are read too. */
const HASH_LENGTH = 12

type Step = Omit<NextVersionSpec, 'previous' | 'changeType'> & {
  readonly effect: Exclude<VersionEffect, 'none'>
}

interface SchemeRules<T> {
  parse(text: string): T | null
  compare(a: T, b: T): number
  first(step: Step): string
  next(previous: T, step: Step): string
}

const schemes: { readonly [S in VersionScheme]: SchemeRules<VersionValues[S]> } = {
  semver: {
    parse: parseSemver,
    compare: compareSemver,
    first: () => '1.0.0',
    next: (previous, { effect }) => nextSemver(previous, effect),
  },
  calver: {
    parse: parseCalver,
    compare: compareCalver,
    first: ({ date }) => nextCalver(null, date),
    next: (previous, { date }) => nextCalver(previous, date),
  },
  sequential: {
    parse: parseSequential,
    compare: (a, b) => a - b,
    first: () => 'v1',
    next: (previous) => `v${successor(previous)}`,
  },
  hash: {
    parse: (text) => (/^[0-9a-f]{7,64}$/.test(text) ? text : null),
    compare: () => 0,
    first: ({ commitId }) => commitId.slice(0, HASH_LENGTH),
    next: (previous, { commitId }) => shortestUnlike(commitId, previous),
  },
}

/** Whether a text from outside (a column, an argument) names a version scheme. */
export function isVersionScheme(text: string): text is VersionScheme {
  return (VERSION_SCHEMES as readonly string[]).includes(text)
}

/** The value of a version text, or `null` when it is not a version of the scheme. */
export function parseVersion<S extends VersionScheme>(scheme: S, text: string): VersionValues[S] | null {
  return schemes[scheme].parse(text)
}

/**
 * Compare two versions of one scheme: -1 when `a` comes first, 1 when `b` does, 0 when neither does.
 * Hash versions have no order, so that they always give 0: order them by their commits.
 *
 * @throws RangeError when either text is not a version of the scheme.
 */
export function compareVersions(scheme: VersionScheme, a: string, b: string): -1 | 0 | 1 {
  return compareWith(schemes[scheme] as SchemeRules<unknown>, scheme, a, b)
}

/**
 * The number for a new commit on main, or `null` when its change type takes none.
 * The first commit always takes the first number, whatever its type, so that main always has a version.
 * The result is greater than `previous` (for hash: different from it).
 *
 * @throws RangeError when `previous` is not of this scheme, `date` is not a calendar day, or `commitId` is not a commit id.
 * After a library changed its scheme, pass the last version of the new scheme, or `null`.
 */
export function nextVersion(scheme: VersionScheme, spec: NextVersionSpec): string | null {
  const { previous, date, commitId } = spec
  if (!isCalendarDay(date))
    throw new RangeError(`The date must be a day such as 2026-01-31, but is "${date}"`)
  if (!/^[0-9a-f]{64}$/.test(commitId)) throw new RangeError('The commit id must be 64 lower-case hex digits')
  const effect = changeTypeOf(spec.changeType)?.effect
  if (effect === undefined) throw new RangeError(`"${spec.changeType}" is not a change type`)

  const rules = schemes[scheme] as SchemeRules<unknown>
  if (previous === null) return rules.first({ effect: 'patch', date, commitId })
  const value = required(rules, scheme, previous)
  return effect === 'none' ? null : rules.next(value, { effect, date, commitId })
}

function compareWith<T>(rules: SchemeRules<T>, scheme: VersionScheme, a: string, b: string): -1 | 0 | 1 {
  return Math.sign(rules.compare(required(rules, scheme, a), required(rules, scheme, b))) as -1 | 0 | 1
}

function required<T>(rules: SchemeRules<T>, scheme: VersionScheme, text: string): T {
  const value = rules.parse(text)
  if (value === null) throw new RangeError(`"${text}" is not a ${scheme} version`)
  return value
}

function parseSequential(text: string): number | null {
  const n = /^v[1-9]\d*$/.test(text) ? Number(text.slice(1)) : Number.NaN
  return Number.isSafeInteger(n) ? n : null
}

function shortestUnlike(commitId: string, previous: string): string {
  let length = HASH_LENGTH
  while (commitId.slice(0, length) === previous && length < commitId.length) length += 1
  return commitId.slice(0, length)
}
