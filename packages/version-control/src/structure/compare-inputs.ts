import { compareContracts, contractOf, describeContractChange } from '@incipit/document'
import type { Items } from './compare-items.ts'
import { differingKeys } from './setting-text.ts'
import type { StructureChange } from './structure-change.ts'

/** What the contract of an input is made of. */
const CONTRACT_KEYS = new Set(['kind', 'required', 'enumValues'])

/** @internal One document, as far as inputs go. */
export interface InputSide {
  readonly text: string
  /** The inputs as the front matter declares them. */
  readonly items: Items
}

/** @internal First what callers notice, as the contracts say, then what else is said about inputs. */
export function compareInputs(before: InputSide, after: InputSide): StructureChange[] {
  const [old, now] = [contractOf(before.text), contractOf(after.text)]
  const noticed = compareContracts(old, now).map(
    (change): StructureChange => ({
      part: 'input',
      kind: change.kind === 'added' || change.kind === 'removed' ? change.kind : 'changed',
      name: change.input,
      description: describeContractChange(change),
      breaking: change.breaking,
    }),
  )
  const names = new Set([...before.items.keys(), ...after.items.keys()])
  const rest = [...names].flatMap((name): StructureChange[] => {
    const known = noticed.filter((change) => change.name === name)
    if (known.some(({ kind }) => kind !== 'changed')) return []
    const what = difference(before.items.get(name), after.items.get(name), known.length > 0)
    const description = `input \`${name}\` ${what}`
    return what ? [{ part: 'input', kind: 'changed', name, description, breaking: false }] : []
  })
  return [...noticed, ...rest]
}

/** What is said differently, leaving out what callers noticed; empty when nothing is. */
function difference(
  before: ReturnType<Items['get']>,
  after: ReturnType<Items['get']>,
  noticed: boolean,
): string {
  if (!before) return 'declared'
  if (!after) return 'no longer declared'
  const keys = differingKeys(before, after).filter((key) => !(noticed && CONTRACT_KEYS.has(key)))
  return keys.length > 0 ? `changed: ${keys.join(', ')}` : ''
}
