import { isMap, type YAMLMap } from 'yaml'
import type { InputSpec } from './input-spec.ts'
import { type EntryTerms, type NamedNode, readNamed } from './named-entries.ts'
import { quoted } from './problem.ts'
import { readProperties } from './read-properties.ts'
import type { Range } from './text-position.ts'
import type { YamlReader } from './yaml-reader.ts'

/** A tool that the model may call, as the front matter declares it. */
export interface ToolSpec {
  readonly name: string
  /** `function`, `mcp`, `openapi`, or whatever else is written: further kinds are a runtime's own. */
  readonly kind: string
  readonly description: string | null
  /** What a function takes; empty for other kinds, and where they are written as a JSON Schema, which is kept but not read. */
  readonly parameters: readonly InputSpec[]
  readonly nameRange: Range
}

const TERMS: EntryTerms = {
  key: 'tools',
  one: 'tool',
  invalid: 'invalid-tool',
  duplicate: 'duplicate-tool',
  pattern: /^[\p{L}\p{N}_][\p{L}\p{N}_.:/-]*$/u,
  nameRule: 'A tool’s name is one word of letters, digits, _, -, . and :.',
}

/** @internal Read `tools`: a list of mappings with name and kind, or a mapping by name. */
export function readTools(reader: YamlReader | null): readonly ToolSpec[] {
  const pair = reader?.setting('tools')
  if (!reader || !pair) return []
  return readNamed(reader, pair.value, TERMS).flatMap((entry) => readTool(reader, entry) ?? [])
}

function readTool(reader: YamlReader, { name, nameNode, node }: NamedNode): ToolSpec | null {
  if (!isMap(node)) {
    const message = `Nothing is said about the tool "${quoted(name)}". Write at least "kind: function" below it.`
    reader.report(node ?? nameNode, 'invalid-tool', message)
    return null
  }
  const kind = readKind(reader, name, nameNode, node)
  return {
    name,
    kind,
    description: reader.memberText(node, 'description'),
    parameters: kind === 'function' ? readParameters(reader, node) : [],
    nameRange: reader.rangeOf(nameNode),
  }
}

function readKind(reader: YamlReader, name: string, nameNode: unknown, node: YAMLMap): string {
  const at = reader.member(node, 'kind')
  const kind = reader.valueOf(at)
  if (typeof kind === 'string' && kind !== '') return kind
  const message = `The tool "${quoted(name)}" has no kind. Write "kind: function", or mcp or openapi.`
  reader.report(at ?? nameNode, 'invalid-tool', message)
  return 'function'
}

function readParameters(reader: YamlReader, node: YAMLMap): readonly InputSpec[] {
  const parameters = reader.member(node, 'parameters')
  if (!parameters || (isMap(parameters) && isMap(reader.member(parameters, 'properties')))) return []
  return readProperties(reader, parameters, 'parameters', 'parameter', 'invalid-tool', 'invalid-tool')
}
