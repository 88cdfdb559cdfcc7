import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import type { YamlValue } from './front-matter.ts'
import { type InputInsertion, inputInsertion } from './input-insertion.ts'
import { fitsKind, INPUT_KINDS, type InputKind, type InputSpec, kindOf } from './input-spec.ts'
import { type Problem, type ProblemCode, quoted } from './problem.ts'
import type { Range } from './text-position.ts'

/** @internal What the front matter says about inputs. */
export interface InputReading {
  /** Whether there is an `inputs` key at all: only then can an input be unknown. */
  readonly declared: boolean
  readonly inputs: readonly InputSpec[]
  readonly problems: readonly Problem[]
  readonly insertion: InputInsertion | null
}

/** @internal What can stand in a tag as one name. */
export const INPUT_NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u

/** @internal Read `inputs` from a front matter's tree; `base` is where the YAML begins in the document. */
export function readInputs(tree: Document.Parsed | null, raw: string, base: number): InputReading {
  if (!tree || !isMap(tree.contents)) return { declared: false, inputs: [], problems: [], insertion: null }
  const pair = tree.contents.items.find((item) => isScalar(item.key) && item.key.value === 'inputs')
  if (!pair) return { declared: false, inputs: [], problems: [], insertion: null }
  const reader = new InputReader(tree, base)
  reader.readAll(pair)
  return {
    declared: true,
    inputs: reader.inputs,
    problems: reader.problems,
    insertion: inputInsertion(pair, raw, base),
  }
}

/** Collects inputs and problems in one walk over the tree. */
class InputReader {
  readonly inputs: InputSpec[] = []
  readonly problems: Problem[] = []
  readonly #names = new Set<string>()
  readonly #tree: Document.Parsed
  readonly #base: number

  constructor(tree: Document.Parsed, base: number) {
    this.#tree = tree
    this.#base = base
  }

  readAll(pair: Pair): void {
    const node = this.#resolve(pair.value)
    if (isSeq(node)) for (const item of node.items) this.#readItem(item)
    else if (isMap(node)) for (const item of node.items) this.#readEntry(item)
    else if (isScalar(node) && node.value !== null) {
      this.#report(node, 'invalid-input', 'inputs must be a list. Write "- name: …" for each input.')
    }
  }

  /** `- name: topic` and what follows it. */
  #readItem(item: unknown): void {
    const node = this.#resolve(item)
    if (!isMap(node)) {
      this.#report(node, 'invalid-input', 'An input needs at least a name. Write "- name: …".')
      return
    }
    const nameNode = this.#resolve(node.get('name', true))
    const name = isScalar(nameNode) ? nameNode.value : undefined
    if (typeof name !== 'string') {
      this.#report(
        nameNode ?? node,
        'invalid-input',
        'This input has no name. Write "name: …" with the name used in the text.',
      )
      return
    }
    this.#add(name, nameNode, node)
  }

  /** `topic: { kind: string }`, or `topic: a default value`. */
  #readEntry(pair: Pair): void {
    const name = isScalar(pair.key) ? pair.key.value : undefined
    if (typeof name !== 'string') {
      this.#report(
        pair.key,
        'invalid-input',
        'The name of an input must be a plain word. Put it in quotes if it is one.',
      )
      return
    }
    this.#add(name, pair.key, this.#resolve(pair.value))
  }

  #add(name: string, nameNode: unknown, spec: Node | null): void {
    const nameRange = this.#rangeOf(nameNode)
    if (!INPUT_NAME.test(name)) {
      const why = 'An input’s name is one word of letters, digits, _ and -, beginning with a letter.'
      this.#report(nameNode, 'invalid-input', `"${quoted(name)}" cannot be used in a tag. ${why}`)
      return
    }
    if (this.#names.has(name)) {
      this.#report(
        nameNode,
        'duplicate-input',
        `The input "${quoted(name)}" is declared twice. Remove one of them.`,
      )
      return
    }
    this.#names.add(name)
    this.inputs.push({ name, nameRange, ...this.#readSpec(name, spec) })
  }

  #readSpec(name: string, spec: Node | null): Omit<InputSpec, 'name' | 'nameRange'> {
    if (!isMap(spec)) {
      const value = this.#valueOf(spec) ?? undefined
      return {
        kind: kindOf(value),
        description: null,
        required: false,
        default: value,
        example: undefined,
        enumValues: null,
      }
    }
    const kind = this.#readKind(name, spec)
    const enumValues = this.#valueOf(this.#member(spec, 'enumValues'))
    const read = {
      kind,
      description: this.#textOf(spec, 'description'),
      required: this.#readRequired(name, spec),
      default: this.#readMember(spec, 'default'),
      example: this.#readMember(spec, 'example'),
      enumValues: Array.isArray(enumValues) ? enumValues : null,
    }
    this.#checkDefault(name, read, spec)
    return read
  }

  #readKind(name: string, spec: YAMLMap): InputKind {
    const node = this.#member(spec, 'kind')
    const kind = this.#valueOf(node)
    if (kind === undefined) return 'string'
    const known = INPUT_KINDS.find((candidate) => candidate === kind)
    if (known) return known
    const kinds = INPUT_KINDS.join(', ')
    this.#report(node, 'invalid-input', `The kind of "${quoted(name)}" is unknown. Use one of ${kinds}.`)
    return 'string'
  }

  #readRequired(name: string, spec: YAMLMap): boolean {
    const node = this.#member(spec, 'required')
    const required = this.#valueOf(node)
    if (required !== undefined && typeof required !== 'boolean') {
      this.#report(
        node,
        'invalid-input',
        `Whether "${quoted(name)}" is required must be said by true or false.`,
      )
    }
    return required === true
  }

  #checkDefault(name: string, spec: Pick<InputSpec, 'kind' | 'default' | 'enumValues'>, node: YAMLMap): void {
    if (spec.default === undefined || spec.default === null) return
    const at = this.#member(node, 'default')
    if (!fitsKind(spec.default, spec.kind)) {
      this.#report(
        at,
        'invalid-input',
        `The default of "${quoted(name)}" is not of its kind, ${spec.kind}. Change one of them.`,
      )
    } else if (spec.enumValues && !spec.enumValues.includes(spec.default)) {
      this.#report(
        at,
        'invalid-input',
        `The default of "${quoted(name)}" is not among its enumValues. Add it there or choose another.`,
      )
    }
  }

  #readMember(spec: YAMLMap, key: string): YamlValue | undefined {
    return this.#valueOf(this.#member(spec, key))
  }

  #textOf(spec: YAMLMap, key: string): string | null {
    const value = this.#readMember(spec, key)
    return typeof value === 'string' ? value : null
  }

  #member(spec: YAMLMap, key: string): Node | null {
    return this.#resolve(spec.get(key, true))
  }

  /** `undefined` for a node that is not there, `null` for a written null. */
  #valueOf(node: Node | null): YamlValue | undefined {
    return node === null ? undefined : (node.toJS(this.#tree, { mapAsMap: true }) as YamlValue)
  }

  #resolve(node: unknown): Node | null {
    if (isAlias(node)) return node.resolve(this.#tree) ?? null
    return isScalar(node) || isMap(node) || isSeq(node) ? node : null
  }

  #report(node: unknown, code: ProblemCode, message: string): void {
    this.problems.push({ code, severity: 'error', message, range: this.#rangeOf(node) })
  }

  #rangeOf(node: unknown): Range {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null
    return { from: this.#base + (range?.[0] ?? 0), to: this.#base + (range?.[1] ?? 0) }
  }
}
