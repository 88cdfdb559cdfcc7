import type { Contract, ContractInput } from './contract.ts'

/** One difference between two contracts that a caller can notice. */
export interface ContractChange {
  readonly kind:
    | 'added'
    | 'removed'
    | 'made-required'
    | 'made-optional'
    | 'kind-changed'
    | 'values-narrowed'
    | 'values-widened'
  /** Name of the input. */
  readonly input: string
  /** Whether a call that was right before can be wrong now. */
  readonly breaking: boolean
  readonly before: ContractInput | null
  readonly after: ContractInput | null
}

/** What callers notice between two contracts: removed inputs first, then the others in the order in which they are declared. */
export function compareContracts(before: Contract, after: Contract): ContractChange[] {
  const removed = [...before.inputs]
    .filter(([name]) => !after.inputs.has(name))
    .map(([name, input]): ContractChange => change('removed', name, true, input, null))
  const others = [...after.inputs].flatMap(([name, input]) =>
    compareInput(name, before.inputs.get(name) ?? null, input),
  )
  return [...removed, ...others]
}

/** A change as a phrase, such as "input `tone` added, optional". */
export function describeContractChange({ kind, input, before, after }: ContractChange): string {
  const name = `input \`${input}\``
  if (kind === 'added') return `${name} added, ${after?.required ? 'required' : 'optional'}`
  if (kind === 'removed') return `${name} removed`
  if (kind === 'made-required') return `${name} made required`
  if (kind === 'made-optional') return `${name} made optional`
  if (kind === 'kind-changed') return `${name} changed from ${before?.kind} to ${after?.kind}`
  return kind === 'values-narrowed' ? `${name} allows fewer values` : `${name} allows more values`
}

function compareInput(name: string, before: ContractInput | null, after: ContractInput): ContractChange[] {
  if (!before) return [change('added', name, after.required, before, after)]
  const changes: ContractChange[] = []
  if (before.kind !== after.kind && before.kind !== 'any') {
    changes.push(change('kind-changed', name, !widens(before, after), before, after))
  }
  if (before.required !== after.required) {
    changes.push(
      change(after.required ? 'made-required' : 'made-optional', name, after.required, before, after),
    )
  }
  const values = compareValues(before.enumValues, after.enumValues)
  if (values) changes.push(change(values, name, values === 'values-narrowed', before, after))
  return changes
}

/** Every integer is a float, and whatever was right is right where anything is. */
function widens(before: ContractInput, after: ContractInput): boolean {
  return after.kind === 'any' || (before.kind === 'integer' && after.kind === 'float')
}

function compareValues(
  before: readonly string[] | null,
  after: readonly string[] | null,
): 'values-narrowed' | 'values-widened' | null {
  if (after && (!before || before.some((value) => !after.includes(value)))) return 'values-narrowed'
  if (before && (!after || after.some((value) => !before.includes(value)))) return 'values-widened'
  return null
}

function change(
  kind: ContractChange['kind'],
  input: string,
  breaking: boolean,
  before: ContractInput | null,
  after: ContractInput | null,
): ContractChange {
  return { kind, input, breaking, before, after }
}
