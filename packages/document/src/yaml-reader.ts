import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import type { YamlValue } from './front-matter.ts'
import type { Problem, ProblemCode, Severity } from './problem.ts'
import type { Range } from './text-position.ts'

/** @internal Reads values from a front matter's tree, and collects what is wrong with them at their exact places. */
export class YamlReader {
  readonly problems: Problem[] = []
  readonly #tree: Document.Parsed
  readonly #base: number

  /** @param base where the YAML begins in the document */
  constructor(tree: Document.Parsed, base: number) {
    this.#tree = tree
    this.#base = base
  }

  /** A setting of the front matter with its key. */
  setting(key: string): Pair | null {
    const { contents } = this.#tree
    if (!isMap(contents)) return null
    return contents.items.find((item) => isScalar(item.key) && item.key.value === key) ?? null
  }

  member(map: YAMLMap, key: string): Node | null {
    return this.resolve(map.get(key, true))
  }

  /** A node itself, or what an alias refers to. */
  resolve(node: unknown): Node | null {
    if (isAlias(node)) return node.resolve(this.#tree) ?? null
    return isScalar(node) || isMap(node) || isSeq(node) ? node : null
  }

  /** `undefined` for a node that is not there, `null` for a written null. */
  valueOf(node: Node | null): YamlValue | undefined {
    return node === null ? undefined : (node.toJS(this.#tree, { mapAsMap: true }) as YamlValue)
  }

  memberValue(map: YAMLMap, key: string): YamlValue | undefined {
    return this.valueOf(this.member(map, key))
  }

  memberText(map: YAMLMap, key: string): string | null {
    const value = this.memberValue(map, key)
    return typeof value === 'string' ? value : null
  }

  report(node: unknown, code: ProblemCode, message: string, severity: Severity = 'error'): void {
    this.problems.push({ code, severity, message, range: this.rangeOf(node) })
  }

  rangeOf(node: unknown): Range {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null
    return { from: this.#base + (range?.[0] ?? 0), to: this.#base + (range?.[1] ?? 0) }
  }
}
