import { type Problem, quoted } from './problem.ts'
import type { Range } from './text-position.ts'

/**
 * What a Mustache tag does. `raw` is `{{{x}}}` or `{{&x}}`; `close` ends a section;
 * `broken` is a tag that never closes, kept so that its name still counts as used.
 */
export type TagKind =
  | 'variable'
  | 'raw'
  | 'section'
  | 'inverted'
  | 'close'
  | 'comment'
  | 'partial'
  | 'delimiters'
  | 'broken'

/** A Mustache tag. Text between tags is not listed. */
export interface Tag {
  readonly kind: TagKind
  /** What stands between the sigil and the closing delimiter, trimmed; of a comment, its text. */
  readonly name: string
  readonly range: Range
  readonly nameRange: Range
}

const KINDS: Readonly<Record<string, TagKind>> = {
  '&': 'raw',
  '{': 'raw',
  '#': 'section',
  '^': 'inverted',
  '/': 'close',
  '!': 'comment',
  '>': 'partial',
  '=': 'delimiters',
}

/** @internal All tags from `start` on, and what is wrong with them one by one. Linear in the length of the text. */
export function scanTags(text: string, start: number): { tags: Tag[]; problems: Problem[] } {
  const scanner = new TagScanner(text, start)
  scanner.scan()
  return { tags: scanner.tags, problems: scanner.problems }
}

class TagScanner {
  readonly tags: Tag[] = []
  readonly problems: Problem[] = []
  readonly #text: string
  #position: number
  #open = '{{'
  #close = '}}'
  /** Next occurrences already looked up, so that a text full of unclosed tags is not searched to its end for each. */
  readonly #found = new Map<string, number>()

  constructor(text: string, start: number) {
    this.#text = text
    this.#position = start
  }

  scan(): void {
    for (
      let from = this.#next(this.#open, this.#position);
      from !== -1;
      from = this.#next(this.#open, this.#position)
    ) {
      this.#readTag(from)
    }
  }

  #readTag(from: number): void {
    const sigilAt = this.#skipBlanks(from + this.#open.length)
    const sigil = this.#text[sigilAt] ?? ''
    const kind = KINDS[sigil] ?? 'variable'
    const start = kind === 'variable' ? sigilAt : sigilAt + 1
    const closing = sigil === '{' ? `}${this.#close}` : sigil === '=' ? `=${this.#close}` : this.#close

    const end = this.#next(closing, start)
    const nested = kind === 'comment' ? -1 : this.#next(this.#open, start)
    if (end === -1 || (nested !== -1 && nested < end)) {
      this.#readBroken(from, start, kind, closing, nested)
      return
    }
    const tag = this.#add(kind, { from, to: end + closing.length }, { from: start, to: end })
    if (kind === 'delimiters') this.#changeDelimiters(tag)
  }

  /** Recover as early as possible: what follows is text again, and later tags are read as if this one were not there. */
  #readBroken(from: number, start: number, kind: TagKind, closing: string, nested: number): void {
    const shortEnd = this.#next(this.#close, start)
    if (closing !== this.#close && shortEnd !== -1 && (nested === -1 || shortEnd < nested)) {
      const range = { from, to: shortEnd + this.#close.length }
      this.#add(kind === 'raw' ? kind : 'broken', range, { from: start, to: shortEnd })
      this.#reportUnclosed(range, closing, shortEnd, closing.slice(0, 1))
      return
    }
    const lineEnd = lineEndFrom(this.#text, start)
    const stop = nested === -1 ? lineEnd : Math.min(nested, lineEnd)
    const name = kind === 'comment' ? '' : (/^[^\s{}]*/.exec(this.#text.slice(start, stop))?.[0] ?? '')
    const to = start + name.length
    this.#add('broken', { from, to }, { from: start, to })
    this.#reportUnclosed(
      { from, to },
      closing,
      kind === 'comment' ? trimmedEnd(this.#text, start, stop) : to,
      closing,
    )
    this.#position = kind === 'comment' ? stop : to
  }

  #reportUnclosed(range: Range, closing: string, insertAt: number, insert: string): void {
    const opening = quoted(this.#text.slice(range.from, range.to))
    this.problems.push({
      code: 'unclosed-tag',
      severity: 'error',
      message: `The tag "${opening}" is never closed, so it cannot be filled in. Put ${closing} after it.`,
      range,
      fix: { title: `Insert ${insert}`, edits: [{ offset: insertAt, deleteCount: 0, insert }] },
    })
  }

  #add(kind: TagKind, range: Range, content: Range): Tag {
    const raw = this.#text.slice(content.from, content.to)
    const name = raw.trim()
    const nameFrom = content.from + (raw.length - raw.trimStart().length)
    const tag = { kind, name, range, nameRange: { from: nameFrom, to: nameFrom + name.length } }
    this.tags.push(tag)
    this.#position = range.to
    return tag
  }

  #changeDelimiters(tag: Tag): void {
    const [open, close, ...more] = tag.name.split(/\s+/)
    if (!open || !close || more.length > 0 || tag.name.includes('=')) {
      this.problems.push({
        code: 'invalid-tag',
        severity: 'error',
        message: 'A change of delimiters needs two of them, without "=". Write for example {{=<% %>=}}.',
        range: tag.range,
      })
      return
    }
    this.#open = open
    this.#close = close
    this.#found.clear()
  }

  #skipBlanks(from: number): number {
    let at = from
    while (/\s/.test(this.#text[at] ?? '')) at += 1
    return at
  }

  #next(needle: string, from: number): number {
    const known = this.#found.get(needle)
    if (known !== undefined && (known === -1 || known >= from)) return known
    const at = this.#text.indexOf(needle, from)
    this.#found.set(needle, at)
    return at
  }
}

function lineEndFrom(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

function trimmedEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length
}
