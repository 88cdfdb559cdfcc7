import type { TextEdit } from './normalize-text.ts'

/** One step of a change to a text, in UTF-16 units, as in a Yjs text event. */
export type TextDeltaStep = { retain: number } | { insert: string } | { delete: number }

/** A change to a text: steps from its start; what is not mentioned at the end stays. */
export type TextDelta = readonly TextDeltaStep[]

/** What Yjs reports of a text event: formats and embedded objects are possible there, but not used here. */
export type ForeignDelta = readonly { retain?: number; insert?: unknown; delete?: number }[]

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const lengthOf = (step: TextDeltaStep): number =>
  'insert' in step ? step.insert.length : 'delete' in step ? step.delete : step.retain

/** Builds a delta step by step, merging neighbours and keeping an insertion before a deletion. */
class DeltaBuilder {
  readonly steps: TextDeltaStep[] = []

  retain(count: number): void {
    const last = this.steps.at(-1)
    if (count === 0) return
    if (last && 'retain' in last) last.retain += count
    else this.steps.push({ retain: count })
  }

  insert(text: string): void {
    if (text === '') return
    const last = this.steps.at(-1)
    if (last && 'delete' in last) {
      this.steps.pop()
      this.insert(text)
      this.steps.push(last)
    } else if (last && 'insert' in last) last.insert += text
    else this.steps.push({ insert: text })
  }

  delete(count: number): void {
    const last = this.steps.at(-1)
    if (count === 0) return
    if (last && 'delete' in last) last.delete += count
    else this.steps.push({ delete: count })
  }

  add(step: TextDeltaStep): void {
    if ('insert' in step) this.insert(step.insert)
    else if ('delete' in step) this.delete(step.delete)
    else this.retain(step.retain)
  }

  done(): TextDeltaStep[] {
    const last = this.steps.at(-1)
    if (last && 'retain' in last) this.steps.pop()
    return this.steps
  }
}

/** Reads a delta in pieces; after its end comes an endless retain. */
class DeltaReader {
  readonly #steps: TextDelta
  #index = 0
  #offset = 0

  constructor(steps: TextDelta) {
    this.#steps = steps
  }

  get ended(): boolean {
    return this.#index >= this.#steps.length
  }

  get kind(): 'retain' | 'insert' | 'delete' {
    const step = this.#steps[this.#index]
    if (!step) return 'retain'
    return 'insert' in step ? 'insert' : 'delete' in step ? 'delete' : 'retain'
  }

  get left(): number {
    const step = this.#steps[this.#index]
    return step ? lengthOf(step) - this.#offset : Number.POSITIVE_INFINITY
  }

  take(count: number = this.left): TextDeltaStep {
    const step = this.#steps[this.#index]
    if (!step) return { retain: count }
    const from = this.#offset
    const size = Math.min(count, this.left)
    this.#offset += size
    if (this.#offset === lengthOf(step)) {
      this.#index += 1
      this.#offset = 0
    }
    if ('insert' in step) return { insert: step.insert.slice(from, from + size) }
    return 'delete' in step ? { delete: size } : { retain: size }
  }
}

/** The one change that does what `first` and then `second` do. */
export function composeDeltas(first: TextDelta, second: TextDelta): TextDelta {
  const a = new DeltaReader(first)
  const b = new DeltaReader(second)
  const out = new DeltaBuilder()
  while (!a.ended || !b.ended) {
    if (b.kind === 'insert') out.add(b.take())
    else if (a.kind === 'delete') out.add(a.take())
    else {
      const size = Math.min(a.left, b.left)
      const before = a.take(size)
      const after = b.take(size)
      if ('retain' in after) out.add(before)
      else if ('retain' in before) out.add(after)
    }
  }
  return out.done()
}

/**
 * `delta` as it must be applied to a text to which `over` was applied first; both speak of the same text.
 * Where both insert at one place, the text of `over` comes first when `overFirst`.
 * Law: compose(over, rebase(delta, over, x)) = compose(delta, rebase(over, delta, !x)).
 */
export function rebaseDelta(delta: TextDelta, over: TextDelta, overFirst: boolean): TextDelta {
  const a = new DeltaReader(over)
  const b = new DeltaReader(delta)
  const out = new DeltaBuilder()
  while (!a.ended || !b.ended) {
    if (a.kind === 'insert' && (overFirst || b.kind !== 'insert')) out.retain(lengthOf(a.take()))
    else if (b.kind === 'insert') out.add(b.take())
    else {
      const size = Math.min(a.left, b.left)
      const before = a.take(size)
      const after = b.take(size)
      if (!('delete' in before)) out.add(after)
    }
  }
  return out.done()
}

/** The text after `delta`. */
export function applyDelta(text: string, delta: TextDelta): string {
  let at = 0
  let out = ''
  for (const step of delta) {
    if ('insert' in step) out += step.insert
    else if ('delete' in step) at += step.delete
    else {
      out += text.slice(at, at + step.retain)
      at += step.retain
    }
  }
  return out + text.slice(at)
}

/** The edits of `delta`, ascending, not overlapping, all in offsets of the text before it. */
export function editsOf(delta: TextDelta): TextEdit[] {
  const edits: Mutable<TextEdit>[] = []
  let offset = 0
  let edit: Mutable<TextEdit> | undefined
  for (const step of delta) {
    if ('retain' in step) {
      offset += step.retain
      edit = undefined
      continue
    }
    if (!edit) {
      edit = { offset, deleteCount: 0, insert: '' }
      edits.push(edit)
    }
    if ('insert' in step) edit.insert += step.insert
    else {
      edit.deleteCount += step.delete
      offset += step.delete
    }
  }
  return edits
}

/** The change made by edits applied one after the other, each in offsets of the text it finds. */
export function deltaOf(edits: readonly TextEdit[]): TextDelta {
  const descending = edits.every((edit, i) => {
    const previous = edits[i - 1]
    return !previous || edit.offset + edit.deleteCount <= previous.offset
  })
  if (!descending) {
    return edits.reduce<TextDelta>((delta, edit) => composeDeltas(delta, deltaOf([edit])), [])
  }
  const out = new DeltaBuilder()
  let at = 0
  for (const edit of edits.toReversed()) {
    out.retain(edit.offset - at)
    out.insert(edit.insert)
    out.delete(edit.deleteCount)
    at = edit.offset + edit.deleteCount
  }
  return out.done()
}

/** A Yjs text event as a delta. Throws TypeError when it holds anything but plain text. */
export function deltaOfEvent(steps: ForeignDelta): TextDelta {
  const out = new DeltaBuilder()
  for (const step of steps) {
    if (typeof step.insert === 'string') out.insert(step.insert)
    else if (step.insert !== undefined)
      throw new TypeError('The shared text holds something that is not text.')
    else if (step.delete !== undefined) out.delete(step.delete)
    else if (step.retain !== undefined) out.retain(step.retain)
  }
  return out.done()
}

const isLowSurrogate = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff
}

/**
 * The smallest single replacement that turns `before` into `after` (none when they are equal).
 * Never cuts a surrogate pair in two: half a pair cannot be stored in a shared text.
 */
export function replacementBetween(before: string, after: string): TextDelta {
  if (before === after) return []
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  if (start > 0 && (isLowSurrogate(before, start) || isLowSurrogate(after, start))) start -= 1
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end += 1
  }
  if (end > 0 && (isLowSurrogate(before, before.length - end) || isLowSurrogate(after, after.length - end)))
    end -= 1
  const insert = after.slice(start, after.length - end)
  return deltaOf([{ offset: start, deleteCount: before.length - end - start, insert }])
}
