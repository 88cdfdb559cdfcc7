import { compareContracts, contractOf, describeContractChange } from '@incipit/document'

/** A difference between what two texts ask of their callers, ready to be shown. */
export interface ContractChangeView {
  readonly kind: string
  readonly input: string
  readonly breaking: boolean
  readonly description: string
}

/** What changed for callers between two texts. */
export function contractChanges(before: string, after: string): ContractChangeView[] {
  return compareContracts(contractOf(before), contractOf(after)).map((change) => ({
    kind: change.kind,
    input: change.input,
    breaking: change.breaking,
    description: describeContractChange(change),
  }))
}
