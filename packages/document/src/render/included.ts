import { includeReference } from '../includes-of.ts'
import { type PromptDocument, parseDocument } from '../parse-document.ts'
import { quoted } from '../problem.ts'
import { scanTags } from '../scan-tags.ts'
import { positionsIn } from '../text-position.ts'
import type { Findings } from './findings.ts'
import type { Budget } from './limits.ts'
import { type PartialNode, parseTemplate, type TemplateNode } from './parse-template.ts'
import type { Partial } from './render-template.ts'

/** The text of a prompt: of the version asked for, or of the current one for `null`. `null` says that there is none. */
export type ResolveInclude = (key: string, version: string | null) => string | null

/** @internal Finds, reads and keeps the prompts that a rendering includes. */
export class Included {
  /** By what the tag says. */
  readonly used = new Map<string, { readonly key: string; readonly version: string | null }>()
  readonly #documents = new Map<string, PromptDocument | null>()
  readonly #templates = new Map<string, readonly TemplateNode[]>()
  readonly #resolve: ResolveInclude
  readonly #budget: Budget
  readonly #findings: Findings

  constructor(resolve: ResolveInclude, budget: Budget, findings: Findings) {
    this.#resolve = resolve
    this.#budget = budget
    this.#findings = findings
  }

  /** What a tag includes; `null` with a report when it cannot be. */
  partial(node: PartialNode, at: Partial, has: (name: string) => boolean): Partial | null {
    const reference = includeReference(node.name)
    if (!reference) return this.#refuse(node.name, notAKey(node.name))
    const { key } = reference
    if (at.trail.includes(key)) {
      const path = [...at.trail.slice(at.trail.indexOf(key)), key].join(' → ')
      const message = `The prompts include each other in a circle: ${path}. Remove one of these includes.`
      this.#findings.add('include-cycle', message, key)
      return null
    }
    const document = this.#document(node.name, key, reference.version)
    if (!document) return this.#refuse(node.name, notFound(node.name))
    this.used.set(node.name, reference)
    for (const input of document.inputs) {
      if (!input.required || input.default !== undefined || has(input.name)) continue
      const message = `The included prompt ${node.name} requires the input "${quoted(input.name)}", which was not given. Pass it.`
      this.#findings.add('missing-input', message, input.name)
    }
    return {
      nodes: this.#template(node.name, document, node.indent ?? ''),
      fallback: this.#defaults(document, at.fallback),
      // Only where its text begins at a line of its own can its role lines be lines of this prompt.
      roles: at.roles && node.indent === '',
      trail: [...at.trail, key],
    }
  }

  #refuse(name: string, message: string): null {
    this.#findings.add('unknown-include', message, name)
    return null
  }

  #document(name: string, key: string, version: string | null): PromptDocument | null {
    const known = this.#documents.get(name)
    if (known !== undefined) return known
    const text = this.#resolve(key, version)
    if (text !== null) this.#budget.read(text.length)
    const document = text === null ? null : parseDocument(text)
    if (document) reportForm(document, this.#findings, name)
    this.#documents.set(name, document)
    return document
  }

  /** The prompt's body, each line of it after the blanks before the tag. */
  #template(name: string, document: PromptDocument, indent: string): readonly TemplateNode[] {
    const id = `${name} ${indent}`
    const known = this.#templates.get(id)
    if (known) return known
    const body = indented(document.text.slice(document.bodyRange.from), indent, this.#budget)
    this.#budget.read(body.length)
    const nodes = parseTemplate(body, 0, scanTags(body, 0).tags)
    this.#templates.set(id, nodes)
    return nodes
  }

  /** Its own defaults count last: a prompt that includes it decides over it, as it does over its own inputs. */
  #defaults({ inputs }: PromptDocument, outer: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
    const own = inputs.filter((input) => input.default !== undefined && !outer.has(input.name))
    this.#budget.step(inputs.length)
    if (own.length === 0) return outer
    this.#budget.step(outer.size)
    return new Map([...own.map((input) => [input.name, input.default] as const), ...outer])
  }
}

/** @internal `text` with `indent` before each line that is not empty. */
export function indented(text: string, indent: string, budget: Budget): string {
  if (indent === '') return text
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  budget.holds(lines * indent.length)
  return text.replace(/(^|\n)(?=[^\r\n])/g, (lineStart) => lineStart + indent)
}

/** @internal Say what keeps a document from being read as it is meant. */
export function reportForm(
  { problems, text }: PromptDocument,
  findings: Findings,
  include: string | null,
): void {
  // Another template language is no mistake of the document, but it cannot be rendered.
  const errors = problems.filter(({ severity, code }) => severity === 'error' || code === 'other-template')
  if (errors.length === 0) return
  const positionAt = positionsIn(text)
  for (const { message, range } of errors) {
    const at = positionAt(range.from)
    const place = include ? `In the included prompt ${include}, line ${at.line}` : `Line ${at.line}`
    findings.add('invalid-document', `${place}: ${message}`, include, include ? null : at)
  }
}

function notAKey(name: string): string {
  return `"${quoted(name)}" is not the key of a prompt. Write {{> prompt-key}} or {{> prompt-key@1.2.0}}.`
}

function notFound(name: string): string {
  return `There is no prompt ${quoted(name)} to include. Correct its key or version, or remove the tag.`
}
