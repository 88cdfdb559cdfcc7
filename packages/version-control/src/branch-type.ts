/** What a kind of branch is for, where it goes, and how it is named. */
export interface BranchTypeRule {
  readonly type: string
  /** How the names of its branches begin; `null` where there is one branch of the type, named like the type. */
  readonly prefix: string | null
  /** Type of the branch it merges into; `null` for none. A prompt without a staging branch has main in its place. */
  readonly mergesInto: string | null
  /** Whether merging INTO a branch of this type needs approval. */
  readonly approvalRequired: boolean
  /** One sentence for the person choosing. */
  readonly description: string
}

/** The six branch types, main first. */
export const BRANCH_TYPES = [
  rule('main', null, null, true, 'What the prompt is: its commits take version numbers.'),
  rule('staging', null, 'main', true, 'Gathers changes before they go to main together.'),
  rule('feature', 'feature/', 'staging', false, 'A change in the making.'),
  rule('hotfix', 'hotfix/', 'main', false, 'An urgent repair, also of what is deployed.'),
  rule('release', 'release/', 'main', true, 'Gets a version ready while others go on.'),
  rule('experiment', 'experiment/', null, false, 'A trial. It merges into nothing: what wins is promoted.'),
] as const

/** One of the six branch types. */
export type BranchType = (typeof BRANCH_TYPES)[number]['type']

/** Most characters of a branch's name, prefix included. */
export const BRANCH_NAME_LENGTH = 80

const PARTS = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/

/** The type a branch of this name has, by its prefix, or `null` when it begins like none. Takes any text. */
export function branchTypeOf(name: string): BranchType | null {
  const found = BRANCH_TYPES.find(({ type, prefix }) =>
    prefix === null ? name === type : name.startsWith(prefix),
  )
  return found?.type ?? null
}

/** The rule of a branch type named from outside (a column, an argument), or `null` when there is no such type. */
export function branchTypeRule(type: string): (BranchTypeRule & { readonly type: BranchType }) | null {
  return BRANCH_TYPES.find((rule) => rule.type === type) ?? null
}

/** What is wrong with a branch's name and what would be right, as a sentence; `null` for a good name. */
export function checkBranchName(name: string): string | null {
  const rule = branchTypeRule(branchTypeOf(name) ?? '')
  if (!rule) return `The name of a branch is staging or begins with ${prefixes()}. Put one of these in front.`
  if (name.length > BRANCH_NAME_LENGTH) {
    return `The name of a branch has at most ${BRANCH_NAME_LENGTH} characters; this one has ${name.length}. Shorten it.`
  }
  if (rule.prefix !== null && !PARTS.test(name.slice(rule.prefix.length))) {
    return `After ${rule.prefix} a name has lower-case letters and digits, with single hyphens between words and slashes between parts, such as ${rule.prefix}shorter-greeting.`
  }
  return null
}

/**
 * The type of the branch that a branch of this type merges into: main where it would be staging and there is none.
 *
 * @returns `null` for main, experiments, and a text that is no type
 */
export function targetTypeOf(type: string, hasStaging: boolean): BranchType | null {
  const target = branchTypeRule(type)?.mergesInto ?? null
  if (target === null) return null
  return target === 'staging' && !hasStaging ? 'main' : (branchTypeRule(target)?.type ?? null)
}

function prefixes(): string {
  const all = BRANCH_TYPES.flatMap(({ prefix }) => prefix ?? [])
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}

function rule<T extends string>(
  type: T,
  prefix: string | null,
  mergesInto: string | null,
  approvalRequired: boolean,
  description: string,
): BranchTypeRule & { readonly type: T } {
  return { type, prefix, mergesInto, approvalRequired, description }
}
