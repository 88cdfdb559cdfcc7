import type { VersionEffect } from './change-type.ts'
import { successor } from './successor.ts'

/** A parsed `MAJOR.MINOR.PATCH[-pre]`. */
export interface Semver {
  readonly major: number
  readonly minor: number
  readonly patch: number
  /** The parts of the pre-release, numeric ones as numbers; empty for a release. */
  readonly prerelease: readonly (number | string)[]
}

const FORM = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/

/** @internal */
export function parseSemver(text: string): Semver | null {
  const match = FORM.exec(text)
  if (!match) return null
  const [major, minor, patch] = match.slice(1, 4).map(Number) as [number, number, number]
  const parts = match[4]?.split('.') ?? []
  // A number with a leading zero has two spellings, so semver allows none of them.
  if (parts.some((part) => /^0\d+$/.test(part))) return null
  const prerelease = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part))
  const exact = [major, minor, patch, ...prerelease].every(
    (n) => typeof n === 'string' || Number.isSafeInteger(n),
  )
  return exact ? { major, minor, patch, prerelease } : null
}

/** @internal Precedence of semver 2.0.0, section 11. */
export function compareSemver(a: Semver, b: Semver): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    comparePrerelease(a.prerelease, b.prerelease)
  )
}

function comparePrerelease(a: Semver['prerelease'], b: Semver['prerelease']): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length
  for (const [index, left] of a.entries()) {
    const right = b[index]
    if (right === undefined) return 1
    if (left === right) continue
    if (typeof left === typeof right) return left < right ? -1 : 1
    return typeof left === 'number' ? -1 : 1
  }
  return a.length - b.length
}

/** @internal A pre-release of the number asked for becomes that number: 2.0.0-rc.1 and a major change give 2.0.0. */
export function nextSemver(previous: Semver, effect: Exclude<VersionEffect, 'none'>): string {
  const { major, minor, patch } = previous
  const pre = previous.prerelease.length > 0
  if (effect === 'major') return `${pre && minor === 0 && patch === 0 ? major : successor(major)}.0.0`
  if (effect === 'minor') return `${major}.${pre && patch === 0 ? minor : successor(minor)}.0`
  return `${major}.${minor}.${pre ? patch : successor(patch)}`
}
