import {
  type Document,
  isAlias,
  isScalar,
  parseDocument as parseYaml,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml'
import { type Problem, quoted } from './problem.ts'
import type { Range } from './text-position.ts'

/** A YAML value. Mappings are Maps, so that a key such as `__proto__` is a key like any other. */
export type YamlValue =
  | null
  | boolean
  | number
  | string
  | readonly YamlValue[]
  | ReadonlyMap<unknown, YamlValue>

/** The block between the `---` lines. */
export interface FrontMatter {
  /** The YAML text, without the `---` lines. */
  readonly raw: string
  /** From the first `---` to the end of the closing line, its line ending included. */
  readonly range: Range
  /** Where `raw` stands. */
  readonly contentRange: Range
  /** What the YAML says; `null` when it is broken or not a mapping. An empty block is an empty mapping. */
  readonly value: ReadonlyMap<unknown, YamlValue> | null
}

/** @internal */
export interface FrontMatterReading {
  readonly frontMatter: FrontMatter | null
  /** The YAML tree, for exact positions; `null` whenever `value` is. */
  readonly tree: Document.Parsed | null
  readonly problems: readonly Problem[]
}

const OPENING = /^\uFEFF?---[ \t]*(\r?\n|$)/

/** More aliases than anybody writes by hand, fewer than an expansion attack needs. */
const MAX_ALIASES = 32

/** @internal */
export function readFrontMatter(text: string): FrontMatterReading {
  const opening = OPENING.exec(text)
  if (!opening) return { frontMatter: null, tree: null, problems: [] }
  const place = locateFrontMatter(text)
  if (!place) return { frontMatter: null, tree: null, problems: [unclosed(opening[0].length)] }

  const { from, to } = place.contentRange
  const raw = text.slice(from, to)
  const { tree, value, problems } = readYaml(raw, from)
  return { frontMatter: { raw, ...place, value }, tree, problems }
}

/** Where the front matter of a text stands, whether its YAML is readable or not; `null` without one. */
export function locateFrontMatter(text: string): Pick<FrontMatter, 'range' | 'contentRange'> | null {
  const opening = OPENING.exec(text)
  const closing = opening && closingLine(text, opening[0].length)
  if (!closing) return null
  return {
    range: { from: 0, to: closing.to },
    contentRange: { from: opening[0].length, to: closing.from },
  }
}

function closingLine(text: string, start: number): Range | null {
  const pattern = /(^|\n)---[ \t]*(?:\r?\n|$)/g
  // One unit back, so that the line directly after the opening one counts as a line start.
  pattern.lastIndex = start - 1
  const match = pattern.exec(text)
  if (!match) return null
  return { from: match.index + (match[1] ?? '').length, to: match.index + match[0].length }
}

function unclosed(end: number): Problem {
  return {
    code: 'unclosed-front-matter',
    severity: 'error',
    message:
      'The front matter never ends, so all of it counts as prompt text. Put a line --- after the settings.',
    range: { from: 0, to: end },
  }
}

function readYaml(
  raw: string,
  base: number,
): Pick<FrontMatterReading, 'tree' | 'problems'> & Pick<FrontMatter, 'value'> {
  try {
    const tree = parseYaml(raw, {
      prettyErrors: false,
      logLevel: 'silent',
      schema: 'core',
      merge: false,
      uniqueKeys: false,
    })
    const problems = [
      ...tree.errors.map((error) => yamlProblem(error, raw, base)),
      ...repeatedKeys(tree, base),
    ]
    if (problems.length > 0) return { tree: null, value: null, problems }
    if (containsItself(tree)) {
      return notReadable('A part of it refers to itself. Write it out plainly.', raw, base)
    }
    const value: unknown = tree.toJS({ mapAsMap: true, maxAliasCount: MAX_ALIASES }) ?? new Map()
    if (value instanceof Map) return { tree, value, problems: [] }
    return notReadable('It is not a list of settings. Write one "name: value" a line.', raw, base)
  } catch (error) {
    // The parser throws for expansions beyond its limits and for nesting deeper than the stack.
    if (!(error instanceof Error)) throw error
    return notReadable(
      'It refers to itself too often or is nested too deeply. Write it out plainly.',
      raw,
      base,
    )
  }
}

function notReadable(reason: string, raw: string, base: number) {
  const message = `The front matter cannot be read. ${reason}`
  const problem: Problem = {
    code: 'yaml',
    severity: 'error',
    message,
    range: { from: base, to: base + raw.length },
  }
  return { tree: null, value: null, problems: [problem] }
}

function yamlProblem(error: YAMLError, raw: string, base: number): Problem {
  const from = Math.min(error.pos[0], raw.length)
  const to = Math.min(Math.max(error.pos[1], from), raw.length)
  const message = `The front matter is not valid YAML: ${reasonOf(error)}`
  return { code: 'yaml', severity: 'error', message, range: { from: base + from, to: base + to } }
}

const REASONS: Partial<Record<YAMLError['code'], string>> = {
  BAD_SCALAR_START: 'a value that begins with this character needs quotes.',
  TAB_AS_INDENT: 'a tab indents this line. Use spaces.',
  BAD_INDENT: 'this line is indented differently from the lines it belongs to. Line it up.',
  MISSING_CHAR: 'something is missing here, such as a closing quote or bracket, or a colon after the key.',
  MULTILINE_IMPLICIT_KEY: 'this line has no colon after its key. Write "name: value".',
  BLOCK_AS_IMPLICIT_KEY: 'a value with a colon in it needs quotes.',
  BAD_ALIAS: 'a value that begins with * needs quotes.',
}

function reasonOf(error: YAMLError): string {
  if (error.code === 'BAD_INDENT' && error.message.startsWith('Flow'))
    return 'a bracket is opened but never closed. Close it.'
  return REASONS[error.code] ?? `${error.message}.`
}

/** Whether an alias stands inside what it refers to: a value without an end, which nothing that walks through values expects. */
function containsItself(tree: Document.Parsed): boolean {
  const anchors = new Map<string, unknown>()
  let found = false
  visit(tree, {
    Node(_, node, path) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node)
      } else if (path.some((outer) => outer === anchors.get(node.source))) {
        found = true
        return visit.BREAK
      }
    },
  })
  return found
}

/** The parser's own check compares every key with every other, which a long block makes felt. */
function repeatedKeys(tree: Document.Parsed, base: number): Problem[] {
  const problems: Problem[] = []
  visit(tree, {
    Map(_, map) {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) problems.push(repeatedKey(key, base))
        seen.add(key.value)
      }
    },
  })
  return problems
}

function repeatedKey({ value, range }: Scalar, base: number): Problem {
  return {
    code: 'yaml',
    severity: 'error',
    message: `The key "${quoted(String(value))}" stands here a second time. Keep one of them.`,
    range: { from: base + (range?.[0] ?? 0), to: base + (range?.[1] ?? 0) },
  }
}
