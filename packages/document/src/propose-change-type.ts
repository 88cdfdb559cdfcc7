import { compareContracts, describeContractChange } from './compare-contracts.ts'
import { contractOfDocument } from './contract.ts'
import { effectiveForm } from './effective-form.ts'
import { includeOf } from './includes-of.ts'
import { type PromptDocument, parseDocument } from './parse-document.ts'

/** A change type to offer to the writer, who confirms it or chooses another. */
export interface ChangeProposal {
  readonly changeType: 'breaking' | 'feature' | 'fix' | 'docs'
  /** Why, one phrase each. */
  readonly reasons: readonly string[]
}

/** An output or a tool. */
interface Named {
  readonly name: string
  readonly kind: string
}

/**
 * Propose the change type of a commit from the difference of two texts.
 *
 * @param before the text on main now; `null` for the first commit
 */
export function proposeChangeType(before: string | null, after: string): ChangeProposal {
  if (before === null) return { changeType: 'feature', reasons: ['first version'] }
  const [old, now] = [parseDocument(before), parseDocument(after)]
  const changes = compareContracts(contractOfDocument(old), contractOfDocument(now))
  const breaking = changes.filter((change) => change.breaking)
  if (breaking.length > 0) return { changeType: 'breaking', reasons: breaking.map(describeContractChange) }
  if (changes.length > 0) return { changeType: 'feature', reasons: changes.map(describeContractChange) }
  if (before === after) return { changeType: 'docs', reasons: ['nothing changed'] }
  if (effectiveForm(old) === effectiveForm(now)) {
    return { changeType: 'docs', reasons: ['only comments, descriptions or other metadata changed'] }
  }
  return proposeFromDeclarations(old, now)
}

/** Where inputs are the same: what is new to use is a feature, anything else a fix. */
function proposeFromDeclarations(old: PromptDocument, now: PromptDocument): ChangeProposal {
  const parts = [
    compareNames('output', old.outputs, now.outputs),
    compareNames('tool', old.tools, now.tools),
    compareIncludes(old, now),
  ]
  const reasons = parts.flatMap((part) => [...part.added, ...part.rest])
  const added = parts.slice(0, 2).some((part) => part.added.length > 0)
  if (reasons.length === 0) return { changeType: 'fix', reasons: ['the text changed, the inputs did not'] }
  return { changeType: added ? 'feature' : 'fix', reasons }
}

interface Differences {
  readonly added: readonly string[]
  readonly rest: readonly string[]
}

function compareNames(what: string, before: readonly Named[], after: readonly Named[]): Differences {
  const old = new Map(before.map(({ name, kind }) => [name, kind]))
  const now = new Map(after.map(({ name, kind }) => [name, kind]))
  const removed = [...old.keys()]
    .filter((name) => !now.has(name))
    .map((name) => `${what} \`${name}\` removed`)
  const changed = [...now]
    .filter(([name, kind]) => old.has(name) && old.get(name) !== kind)
    .map(([name, kind]) => `${what} \`${name}\` changed from ${old.get(name)} to ${kind}`)
  const added = [...now.keys()].filter((name) => !old.has(name)).map((name) => `${what} \`${name}\` added`)
  return { added, rest: [...removed, ...changed] }
}

function compareIncludes(before: PromptDocument, after: PromptDocument): Differences {
  const names = ({ tags }: PromptDocument) =>
    new Set(tags.flatMap((tag) => (includeOf(tag) ? [tag.name] : [])))
  const [old, now] = [names(before), names(after)]
  return {
    added: [...now].filter((name) => !old.has(name)).map((name) => `include \`${name}\` added`),
    rest: [...old].filter((name) => !now.has(name)).map((name) => `include \`${name}\` removed`),
  }
}
