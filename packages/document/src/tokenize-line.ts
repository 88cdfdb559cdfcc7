import { ROLE_LINE } from './messages.ts'

/** What a stretch of a line is, for colouring. */
export type LineTokenType =
  | 'frontmatter.delimiter'
  | 'frontmatter.key'
  | 'frontmatter.string'
  | 'frontmatter.comment'
  | 'role'
  | 'tag.delimiter'
  | 'tag.variable'
  | 'tag.section'
  | 'tag.partial'
  | 'tag.comment'
  | 'text'

/** A token begins at `offset` and ends where the next one begins, or with the line. */
export interface LineToken {
  readonly offset: number
  readonly type: LineTokenType
}

type TagType = 'tag.variable' | 'tag.section' | 'tag.partial' | 'tag.comment' | 'tag.delimiter'

/** What one line must know about those before it. Plain fields: two states are equal when all their fields are. */
export interface LineState {
  readonly zone: 'start' | 'frontmatter' | 'body'
  /** The tag that the line begins inside of; `opened` before its kind is known, `null` outside tags. */
  readonly tag: TagType | 'opened' | null
  /** What closes that tag. */
  readonly until: string
  /** What a change of delimiters has said so far. */
  readonly change: string
  /** The delimiters in force. */
  readonly open: string
  readonly close: string
}

/** The state before a document's first line. */
export const INITIAL_LINE_STATE: LineState = {
  zone: 'start',
  tag: null,
  until: '',
  change: '',
  open: '{{',
  close: '}}',
}

/** Tokens of one line (without its line ending) and the state for the next. Any line, any state; never throws. */
export function tokenizeLine(line: string, state: LineState): { tokens: LineToken[]; state: LineState } {
  if (state.zone === 'start' && /^\uFEFF?---[ \t]*\r?$/.test(line)) {
    return {
      tokens: [{ offset: 0, type: 'frontmatter.delimiter' }],
      state: { ...state, zone: 'frontmatter' },
    }
  }
  if (state.zone === 'frontmatter') return frontMatterLine(line, state)
  const body: LineState = { ...state, zone: 'body' }
  if (!body.tag && ROLE_LINE.test(line)) {
    return { tokens: [{ offset: 0, type: 'role' }], state: body }
  }
  return new BodyLine(line, body).read()
}

function frontMatterLine(line: string, state: LineState): { tokens: LineToken[]; state: LineState } {
  if (/^---[ \t]*\r?$/.test(line)) {
    return { tokens: [{ offset: 0, type: 'frontmatter.delimiter' }], state: { ...state, zone: 'body' } }
  }
  const tokens: LineToken[] = []
  const key = /^([ \t]*(?:- +)*)("[^"]*"|'[^']*'|[^\s#:'"[\]{},-][^\s:#]*)[ \t]*:(?=\s|$)/.exec(line)
  const keyStart = key?.[1]?.length ?? 0
  if (keyStart > 0) tokens.push({ offset: 0, type: 'text' })
  if (key) tokens.push({ offset: keyStart, type: 'frontmatter.key' })
  const valueStart = key?.[0].length ?? 0
  const comment = commentStart(line, valueStart)
  if (comment !== valueStart && valueStart < line.length)
    tokens.push({ offset: valueStart, type: 'frontmatter.string' })
  if (comment < line.length) tokens.push({ offset: comment, type: 'frontmatter.comment' })
  return { tokens, state }
}

/** Where a YAML comment begins: a # after a blank and outside quotes; the line's length when there is none. */
function commentStart(line: string, from: number): number {
  let quote = ''
  for (let at = from; at < line.length; at += 1) {
    const char = line[at] ?? ''
    const afterBlank = at === 0 || /\s/.test(line[at - 1] ?? '')
    if (quote) quote = char === quote ? '' : quote
    else if ((char === '"' || char === "'") && (afterBlank || /[[{,:]/.test(line[at - 1] ?? ''))) quote = char
    else if (char === '#' && afterBlank) return at
  }
  return line.length
}

const TAG_TYPES: Readonly<Record<string, TagType>> = {
  '#': 'tag.section',
  '^': 'tag.section',
  '/': 'tag.section',
  '>': 'tag.partial',
  '!': 'tag.comment',
  '=': 'tag.delimiter',
}

/** Reads one line of the body from left to right. */
class BodyLine {
  readonly #line: string
  readonly #tokens: LineToken[] = []
  #state: LineState
  #position = 0

  constructor(line: string, state: LineState) {
    this.#line = line
    this.#state = state
  }

  read(): { tokens: LineToken[]; state: LineState } {
    while (this.#position < this.#line.length) {
      const { tag } = this.#state
      if (tag === 'opened') this.#readSigil()
      else if (tag) this.#readInside(tag)
      else this.#readText()
    }
    return { tokens: this.#tokens, state: this.#state }
  }

  #readText(): void {
    const { open } = this.#state
    const at = this.#line.indexOf(open, this.#position)
    if (at !== this.#position) this.#push('text')
    if (at === -1) {
      this.#position = this.#line.length
      return
    }
    this.#position = at
    this.#push('tag.delimiter')
    this.#position = at + open.length
    this.#state = { ...this.#state, tag: 'opened' }
  }

  /** The sign that tells a tag's kind may follow blanks and line endings. */
  #readSigil(): void {
    const rest = this.#line.slice(this.#position)
    const [blanksAndMark, mark = ''] = /^\s*([#^/>!=&{]?)/.exec(rest) ?? ['']
    if (mark || blanksAndMark === rest) {
      this.#push('tag.delimiter')
      this.#position += blanksAndMark.length
    }
    if (!mark && blanksAndMark === rest) return
    const { close } = this.#state
    const until = mark === '{' ? `}${close}` : mark === '=' ? `=${close}` : close
    this.#state = { ...this.#state, tag: TAG_TYPES[mark] ?? 'tag.variable', until }
  }

  #readInside(tag: TagType): void {
    const { open, until } = this.#state
    const end = this.#line.indexOf(until, this.#position)
    const nested = tag === 'tag.comment' ? -1 : this.#line.indexOf(open, this.#position)
    // A tag that opens inside another shows that the other was never closed.
    const broken = nested !== -1 && (end === -1 || nested < end)
    const stop = broken ? nested : end === -1 ? this.#line.length : end
    if (stop > this.#position) this.#push(tag)
    const content = this.#line.slice(this.#position, stop)
    this.#position = stop
    if (tag === 'tag.delimiter') this.#readChange(content)
    if (broken) this.#leave()
    else if (end !== -1) {
      this.#push('tag.delimiter')
      this.#position = end + until.length
      this.#changeDelimiters()
      this.#leave()
    }
  }

  #leave(): void {
    this.#state = { ...this.#state, tag: null, until: '', change: '' }
  }

  /** Three words are enough to know that they are too many. */
  #readChange(content: string): void {
    const words = `${this.#state.change} ${content}`.trim().split(/\s+/)
    this.#state = { ...this.#state, change: words.slice(0, 3).join(' ') }
  }

  #changeDelimiters(): void {
    const [open, close, ...more] = this.#state.change.split(' ')
    if (open && close && more.length === 0) this.#state = { ...this.#state, open, close }
  }

  #push(type: LineTokenType): void {
    if (this.#tokens.at(-1)?.type !== type) this.#tokens.push({ offset: this.#position, type })
  }
}
