import { compareContracts, describeContractChange } from './compare-contracts.ts'
import { contractOfDocument } from './contract.ts'
import { effectiveForm } from './effective-form.ts'
import { parseDocument } from './parse-document.ts'

/** A change type to offer to the writer, who confirms it or chooses another. */
export interface ChangeProposal {
  readonly changeType: 'breaking' | 'feature' | 'fix' | 'docs'
  /** Why, one phrase each. */
  readonly reasons: readonly string[]
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
  return { changeType: 'fix', reasons: ['the text changed, the inputs did not'] }
}
