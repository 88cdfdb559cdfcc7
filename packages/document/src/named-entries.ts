import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { type ProblemCode, quoted } from './problem.ts'
import type { YamlReader } from './yaml-reader.ts'

/** @internal An entry of a list of named things, or of a mapping by name. */
export interface NamedNode {
  readonly name: string
  readonly nameNode: unknown
  /** What is said about it; in a mapping it may be a bare value. */
  readonly node: Node | null
}

/** @internal What the entries of a list or mapping are called in messages, and the codes of their problems. */
export interface EntryTerms {
  /** `inputs`, the key they stand under. */
  readonly key: string
  /** `input`, what one of them is called. */
  readonly one: string
  readonly invalid: ProblemCode
  readonly duplicate: ProblemCode
  /** What a name must match, and what to say when it does not. */
  readonly pattern: RegExp
  readonly nameRule: string
}

/** @internal The named entries under a key, each name once; what is no entry is reported. */
export function readNamed(reader: YamlReader, value: unknown, terms: EntryTerms): NamedNode[] {
  const { key, one, invalid } = terms
  const node = reader.resolve(value)
  const entries: NamedNode[] = []
  const names = new Set<string>()
  const add = (entry: NamedNode | null) => {
    if (!entry || !isUsable(reader, entry, names, terms)) return
    names.add(entry.name)
    entries.push(entry)
  }
  if (isSeq(node)) for (const item of node.items) add(listItem(reader, item, terms))
  else if (isMap(node)) for (const pair of node.items) add(mapEntry(reader, pair, terms))
  else if (isScalar(node) && node.value !== null) {
    reader.report(node, invalid, `${key} must be a list. Write "- name: …" for each ${one}.`)
  }
  return entries
}

/** `- name: topic` and what follows it. */
function listItem(reader: YamlReader, item: unknown, { one, invalid }: EntryTerms): NamedNode | null {
  const node = reader.resolve(item)
  if (!isMap(node)) {
    reader.report(node, invalid, `${article(one)} ${one} needs at least a name. Write "- name: …".`)
    return null
  }
  const nameNode = reader.member(node, 'name')
  const name = isScalar(nameNode) ? nameNode.value : undefined
  if (typeof name !== 'string') {
    reader.report(
      nameNode ?? node,
      invalid,
      `This ${one} has no name. Write "name: …" with the name it goes by.`,
    )
    return null
  }
  return { name, nameNode, node }
}

/** `topic: { kind: string }`, or `topic: a default value`. */
function mapEntry(reader: YamlReader, pair: Pair, { one, invalid }: EntryTerms): NamedNode | null {
  const name = isScalar(pair.key) ? pair.key.value : undefined
  if (typeof name === 'string') return { name, nameNode: pair.key, node: reader.resolve(pair.value) }
  reader.report(
    pair.key,
    invalid,
    `The name of ${article(one).toLowerCase()} ${one} must be a plain word. Put it in quotes if it is one.`,
  )
  return null
}

function isUsable(
  reader: YamlReader,
  { name, nameNode }: NamedNode,
  names: ReadonlySet<string>,
  { one, invalid, duplicate, pattern, nameRule }: EntryTerms,
): boolean {
  if (!pattern.test(name)) {
    reader.report(
      nameNode,
      invalid,
      `"${quoted(name)}" cannot be the name of ${article(one).toLowerCase()} ${one}. ${nameRule}`,
    )
    return false
  }
  if (!names.has(name)) return true
  reader.report(nameNode, duplicate, `The ${one} "${quoted(name)}" is declared twice. Remove one of them.`)
  return false
}

function article(noun: string): 'A' | 'An' {
  return /^[aeio]/.test(noun) ? 'An' : 'A'
}
