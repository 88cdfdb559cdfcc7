import { type Role, type RoleLine, roleLines } from '../messages.ts'
import type { Tag } from '../scan-tags.ts'

/** @internal What a rendering goes through. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly path: Path }
  | SectionNode
  | PartialNode
  /** A line that opens a message; `text` is the line as it stands there. */
  | { readonly kind: 'role'; readonly role: Role; readonly text: string }

/** @internal A dotted name, taken apart; empty for the implicit iterator `.`. */
export type Path = readonly string[]

/** @internal */
export interface SectionNode {
  readonly kind: 'section'
  readonly inverted: boolean
  readonly path: Path
  readonly children: readonly TemplateNode[]
}

/** @internal */
export interface PartialNode {
  readonly kind: 'partial'
  readonly name: string
  /** The blanks before a tag that stands alone on its line, for each line of what it includes; `null`: it stands within a line. */
  readonly indent: string | null
}

/**
 * @internal The tree of a template: `text` from `start` on, with the tags found there.
 * Sections that never close reach to the end, tags that close nothing and broken tags are left out or stay text:
 * whoever wants to refuse them asks for the problems of the tags first. Linear in the length of the text.
 */
export function parseTemplate(text: string, start: number, tags: readonly Tag[]): readonly TemplateNode[] {
  const builder = new TreeBuilder(text, start, roleLines(text, start, tags))
  for (const tag of tags) builder.add(tag)
  return builder.finish()
}

/** A section that is not closed yet. */
interface OpenSection {
  readonly name: string
  readonly outer: TemplateNode[]
}

class TreeBuilder {
  readonly #text: string
  readonly #start: number
  readonly #roles: readonly RoleLine[]
  readonly #root: TemplateNode[] = []
  readonly #open: OpenSection[] = []
  /** How many sections of each name are open, so that a close without an opening is told without a search. */
  readonly #names = new Map<string, number>()
  #nodes = this.#root
  #position: number
  #nextRole = 0

  constructor(text: string, start: number, roles: readonly RoleLine[]) {
    this.#text = text
    this.#start = start
    this.#position = start
    this.#roles = roles
  }

  add(tag: Tag): void {
    if (tag.kind === 'broken') return
    const line = tag.kind === 'variable' || tag.kind === 'raw' ? null : this.#ownLine(tag)
    this.#addText(line?.from ?? tag.range.from)
    this.#position = line?.to ?? tag.range.to
    if (tag.kind === 'variable' || tag.kind === 'raw') {
      this.#nodes.push({ kind: 'value', path: pathOf(tag.name) })
    } else if (tag.kind === 'partial') {
      const indent = line ? this.#text.slice(line.from, tag.range.from) : null
      this.#nodes.push({ kind: 'partial', name: tag.name, indent })
    } else if (tag.kind === 'section' || tag.kind === 'inverted') this.#openSection(tag)
    else if (tag.kind === 'close') this.#closeSection(tag.name)
  }

  finish(): readonly TemplateNode[] {
    this.#addText(this.#text.length)
    return this.#root
  }

  #openSection({ kind, name }: Tag): void {
    const children: TemplateNode[] = []
    this.#nodes.push({ kind: 'section', inverted: kind === 'inverted', path: pathOf(name), children })
    this.#open.push({ name, outer: this.#nodes })
    this.#names.set(name, (this.#names.get(name) ?? 0) + 1)
    this.#nodes = children
  }

  /** Sections inside that were never closed end with it. */
  #closeSection(name: string): void {
    if (!this.#names.get(name)) return
    for (let section = this.#open.pop(); section; section = this.#open.pop()) {
      this.#names.set(section.name, (this.#names.get(section.name) ?? 0) - 1)
      this.#nodes = section.outer
      if (section.name === name) return
    }
  }

  /** Text up to `to`, role lines as nodes of their own. */
  #addText(to: number): void {
    for (let role = this.#roles[this.#nextRole]; role && role.range.from < to; ) {
      this.#pushText(role.range.from)
      this.#nodes.push({
        kind: 'role',
        role: role.role,
        text: this.#text.slice(role.range.from, role.range.to),
      })
      this.#position = role.range.to
      this.#nextRole += 1
      role = this.#roles[this.#nextRole]
    }
    this.#pushText(to)
  }

  #pushText(to: number): void {
    if (to > this.#position) this.#nodes.push({ kind: 'text', text: this.#text.slice(this.#position, to) })
  }

  /** The line of a tag that stands alone on it, its ending included. Such a line leaves nothing behind. */
  #ownLine({ range }: Tag): { from: number; to: number } | null {
    let from = range.from
    while (from > this.#start && isBlank(this.#text[from - 1])) from -= 1
    if (from > this.#start && this.#text[from - 1] !== '\n') return null
    let to = range.to
    while (isBlank(this.#text[to])) to += 1
    if (to === this.#text.length) return { from, to }
    if (this.#text[to] === '\n') return { from, to: to + 1 }
    return this.#text.startsWith('\r\n', to) ? { from, to: to + 2 } : null
  }
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

function pathOf(name: string): Path {
  return name === '.' ? [] : name.split('.')
}
