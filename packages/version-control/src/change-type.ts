/** What a change does to the version number; `none` takes no number. */
export type VersionEffect = 'major' | 'minor' | 'patch' | 'none'

/** What a change type means for numbering, review and the changelog. */
export interface ChangeTypeRule {
  readonly type: string
  readonly effect: VersionEffect
  /** Whether the change needs an approval whatever the prompt's category says. */
  readonly reviewRequired: boolean
  /** What a changelog line of this type begins with. */
  readonly changelogPrefix: string
  /** One sentence for the person choosing. */
  readonly description: string
}

/** The ten change types, in the order in which they are offered. */
export const CHANGE_TYPES = [
  rule(
    'breaking',
    'major',
    true,
    'BREAKING:',
    'Callers must change: an input went away, became required or changed its kind.',
  ),
  rule('feature', 'minor', false, 'Added:', 'Something new that callers may use, such as an optional input.'),
  rule('fix', 'patch', false, 'Fixed:', 'The prompt does better what it was already meant to do.'),
  rule('docs', 'none', false, 'Docs:', 'Only comments, descriptions or other metadata.'),
  rule('refactor', 'patch', false, 'Refactored:', 'Put differently, meant to behave the same.'),
  rule('performance', 'minor', false, 'Perf:', 'Fewer tokens, a faster or a cheaper answer.'),
  rule(
    'deprecation',
    'minor',
    true,
    'Deprecated:',
    'Announces that the prompt or one of its inputs will go away.',
  ),
  rule('security', 'patch', true, 'Security:', 'Closes a weakness, such as an injection or a leak.'),
  rule('rollback', 'patch', false, 'Reverted:', 'Brings an earlier version’s content back.'),
  rule('hotfix', 'patch', false, 'Hotfix:', 'An urgent repair of what is deployed.'),
] as const

/** One of the ten change types. */
export type ChangeType = (typeof CHANGE_TYPES)[number]['type']

/** The rule of a change type named from outside (a column, an argument), or `null` when there is no such type. */
export function changeTypeOf(name: string): (ChangeTypeRule & { readonly type: ChangeType }) | null {
  return CHANGE_TYPES.find((rule) => rule.type === name) ?? null
}

function rule<T extends string>(
  type: T,
  effect: VersionEffect,
  reviewRequired: boolean,
  changelogPrefix: string,
  description: string,
): ChangeTypeRule & { readonly type: T } {
  return { type, effect, reviewRequired, changelogPrefix, description }
}
