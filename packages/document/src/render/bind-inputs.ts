import { closest } from '../closest.ts'
import { fitsKind, type InputKind, type InputSpec } from '../input-spec.ts'
import { quoted } from '../problem.ts'
import { MISSING, member } from './context.ts'
import type { Findings } from './findings.ts'
import type { Budget } from './limits.ts'
import { jsonText } from './value-text.ts'

/** @internal Values by the names of inputs, as a caller passes them: data as JSON has it, or Maps. */
export type GivenInputs = ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>

/** @internal What the front matter says about inputs. */
export interface Declared {
  readonly inputs: readonly InputSpec[]
  /** Whether it says anything at all: only then can a name be unknown. */
  readonly inputsDeclared: boolean
}

const KINDS: Readonly<Record<InputKind, string>> = {
  string: 'a text',
  integer: 'a whole number',
  float: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/** Inputs compared with an unknown name. */
const MAX_CANDIDATES = 100

/** @internal The values a template is rendered with: those given, and defaults for those that are not. A null counts as not given. */
export function bindInputs(
  { inputs, inputsDeclared }: Declared,
  given: GivenInputs,
  budget: Budget,
  findings: Findings,
): ReadonlyMap<string, unknown> {
  const values = new Map(entriesOf(given))
  budget.step(values.size + inputs.length)
  for (const input of inputs) {
    const value = values.get(input.name) ?? null
    if (value !== null) checkValue(input, value, budget, findings)
    else if (input.default !== undefined) values.set(input.name, input.default)
    else if (input.required) findings.add('missing-input', missing(input), input.name)
  }
  if (inputsDeclared) reportUnknown(values, inputs, findings)
  return values
}

function* entriesOf(given: GivenInputs): Generator<readonly [string, unknown]> {
  const names = given instanceof Map ? given.keys() : Object.keys(given)
  for (const name of names) {
    const value = member(given, name)
    if (value !== MISSING && value !== null) yield [name, value]
  }
}

function missing({ name, kind }: InputSpec): string {
  return `The input "${quoted(name)}" is required and was not given. Pass ${KINDS[kind]}.`
}

function checkValue(
  { name, kind, enumValues }: InputSpec,
  value: unknown,
  budget: Budget,
  findings: Findings,
) {
  if (!fitsKind(value, kind)) {
    const message = `The input "${quoted(name)}" must be ${KINDS[kind]}, and ${described(value)} was given. Pass ${KINDS[kind]}.`
    findings.add('wrong-kind', message, name)
  } else if (enumValues && !enumValues.some((allowed) => isSame(allowed, value, budget))) {
    const list = quoted(enumValues.map((allowed) => jsonText(allowed, budget)).join(', '))
    findings.add(
      'not-allowed',
      `The input "${quoted(name)}" does not allow this value. Pass one of ${list}.`,
      name,
    )
  }
}

function isSame(allowed: unknown, value: unknown, budget: Budget): boolean {
  if (allowed === value) return true
  return (
    typeof allowed === 'object' &&
    typeof value === 'object' &&
    jsonText(allowed, budget) === jsonText(value, budget)
  )
}

function described(value: unknown): string {
  if (typeof value === 'string') return KINDS.string
  if (typeof value === 'number') return KINDS.float
  if (typeof value === 'boolean') return `${value}`
  return Array.isArray(value) ? KINDS.array : KINDS.object
}

function reportUnknown(
  values: ReadonlyMap<string, unknown>,
  inputs: readonly InputSpec[],
  findings: Findings,
): void {
  const known = new Set(inputs.map(({ name }) => name))
  const candidates = inputs.slice(0, MAX_CANDIDATES).map(({ name }) => name)
  for (const name of values.keys()) {
    if (known.has(name) || findings.full) continue
    const similar = closest(name, candidates)
    const advice = similar
      ? `Did you mean "${quoted(similar)}"?`
      : 'Leave it out, or declare it under inputs in the front matter.'
    findings.add('unknown-input', `The prompt has no input "${quoted(name)}". ${advice}`, name)
  }
}
