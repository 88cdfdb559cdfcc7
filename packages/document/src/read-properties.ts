import { isMap, type Node, type YAMLMap } from 'yaml'
import { fitsKind, INPUT_KINDS, type InputKind, type InputSpec, kindOf } from './input-spec.ts'
import { type EntryTerms, type NamedNode, readNamed } from './named-entries.ts'
import { type ProblemCode, quoted } from './problem.ts'
import type { YamlReader } from './yaml-reader.ts'

/** @internal What can stand in a tag as one name. */
export const INPUT_NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u

/**
 * @internal Read inputs, outputs or the parameters of a tool: a list of mappings with a name, or a mapping by name, whose values
 * may be mere defaults.
 *
 * @param value the node under the key
 * @param one what one of them is called, such as `input`
 */
export function readProperties(
  reader: YamlReader,
  value: unknown,
  key: string,
  one: string,
  invalid: ProblemCode,
  duplicate: ProblemCode,
): InputSpec[] {
  const article = /^[aeio]/.test(one) ? 'An' : 'A'
  const nameRule = `${article} ${one}’s name is one word of letters, digits, _ and -, beginning with a letter.`
  const terms: EntryTerms = { key, one, invalid, duplicate, pattern: INPUT_NAME, nameRule }
  return readNamed(reader, value, terms).map((entry) => readProperty(reader, entry, invalid))
}

function readProperty(reader: YamlReader, { name, nameNode, node }: NamedNode, code: ProblemCode): InputSpec {
  const nameRange = reader.rangeOf(nameNode)
  if (isMap(node)) return { name, nameRange, ...readSpec(reader, name, node, code) }
  const value = reader.valueOf(node) ?? undefined
  return {
    name,
    nameRange,
    kind: kindOf(value),
    description: null,
    required: false,
    default: value,
    example: undefined,
    enumValues: null,
  }
}

type Spec = Omit<InputSpec, 'name' | 'nameRange'>

function readSpec(reader: YamlReader, name: string, node: YAMLMap, code: ProblemCode): Spec {
  const enumValues = reader.memberValue(node, 'enumValues')
  const spec: Spec = {
    kind: readKind(reader, name, node, code),
    description: reader.memberText(node, 'description'),
    required: readRequired(reader, name, node, code),
    default: reader.memberValue(node, 'default'),
    example: reader.memberValue(node, 'example'),
    enumValues: Array.isArray(enumValues) ? enumValues : null,
  }
  checkDefault(reader, name, spec, reader.member(node, 'default'), code)
  return spec
}

function readKind(reader: YamlReader, name: string, node: YAMLMap, code: ProblemCode): InputKind {
  const at = reader.member(node, 'kind')
  const kind = reader.valueOf(at)
  if (kind === undefined) return 'string'
  const known = INPUT_KINDS.find((candidate) => candidate === kind)
  if (known) return known
  const kinds = INPUT_KINDS.join(', ')
  reader.report(at, code, `The kind of "${quoted(name)}" is unknown. Use one of ${kinds}.`)
  return 'string'
}

function readRequired(reader: YamlReader, name: string, node: YAMLMap, code: ProblemCode): boolean {
  const at = reader.member(node, 'required')
  const required = reader.valueOf(at)
  if (required !== undefined && typeof required !== 'boolean') {
    reader.report(at, code, `Whether "${quoted(name)}" is required must be said by true or false.`)
  }
  return required === true
}

function checkDefault(
  reader: YamlReader,
  name: string,
  spec: Spec,
  at: Node | null,
  code: ProblemCode,
): void {
  if (spec.default === undefined || spec.default === null) return
  if (!fitsKind(spec.default, spec.kind)) {
    const message = `The default of "${quoted(name)}" is not of its kind, ${spec.kind}. Change one of them.`
    reader.report(at, code, message)
  } else if (spec.enumValues && !spec.enumValues.includes(spec.default)) {
    const message = `The default of "${quoted(name)}" is not among its enumValues. Add it there or choose another.`
    reader.report(at, code, message)
  }
}
