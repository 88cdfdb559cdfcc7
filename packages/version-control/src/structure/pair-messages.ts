import type { Message } from '@incipit/document'
import { align } from '../diff/align.ts'
import { isWord, splitWords } from '../diff/split-words.ts'

/** @internal Which message became which; places count from 0, `null`: none. */
export interface MessagePair {
  readonly before: number | null
  readonly after: number | null
}

/** Share of common words from which two messages are versions of each other. */
const ALIKE = 0.25
/** The same where they are said by different roles. */
const ALIKE_ACROSS_ROLES = 0.5
/** Most pairs compared in one place: beyond, messages are paired in order. */
const MOST_PAIRS = 400
/** Letters of a message that are looked at. */
const MOST_LETTERS = 20_000

/**
 * @internal Pairs the messages of two documents: equal ones in order, then equal ones that moved, then in each place between equal ones
 * the most alike of one role, the rest of one role in order where they are equally many, and very alike ones of different roles.
 */
export function pairMessages(before: readonly Message[], after: readonly Message[]): MessagePair[] {
  const [old, now] = [before.map(keyOf), after.map(keyOf)]
  const changes = align(old, now)
  const pairs = keptPairs(changes, before.length)
  const gaps = changes.map((change) => ({
    before: places(change.before, change.removed),
    after: places(change.after, change.added),
  }))
  const moved = movedPairs(
    gaps.flatMap((gap) => gap.before),
    gaps.flatMap((gap) => gap.after),
    old,
    now,
  )
  const done = {
    before: new Set(moved.map((pair) => pair.before)),
    after: new Set(moved.map((pair) => pair.after)),
  }
  for (const gap of gaps) {
    const pairer = new GapPairer(before, after, {
      before: gap.before.filter((place) => !done.before.has(place)),
      after: gap.after.filter((place) => !done.after.has(place)),
    })
    pairs.push(...pairer.pairs())
  }
  return [...pairs, ...moved]
}

interface Gap {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

function keyOf({ role, text }: Message): string {
  return `${role}:${text}`
}

function places(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, step) => from + step)
}

function keptPairs(changes: ReturnType<typeof align>, length: number): MessagePair[] {
  const pairs: MessagePair[] = []
  let [before, after] = [0, 0]
  const keep = (count: number) => {
    for (let step = 0; step < count; step += 1) pairs.push({ before: before + step, after: after + step })
  }
  for (const change of changes) {
    keep(change.before - before)
    before = change.before + change.removed
    after = change.after + change.added
  }
  keep(length - before)
  return pairs
}

function movedPairs(
  before: readonly number[],
  after: readonly number[],
  old: readonly string[],
  now: readonly string[],
): MessagePair[] {
  const waiting = Map.groupBy(before, (place) => old[place] ?? '')
  return after.flatMap((place) => {
    const from = waiting.get(now[place] ?? '')?.shift()
    return from === undefined ? [] : [{ before: from, after: place }]
  })
}

/** Pairs what stands between two equal messages. */
class GapPairer {
  readonly #before: readonly Message[]
  readonly #after: readonly Message[]
  /** What is not paired yet, in order. */
  readonly #left: { readonly before: Set<number>; readonly after: Set<number> }
  readonly #pairs: MessagePair[] = []

  constructor(before: readonly Message[], after: readonly Message[], gap: Gap) {
    this.#before = before
    this.#after = after
    this.#left = { before: new Set(gap.before), after: new Set(gap.after) }
  }

  pairs(): MessagePair[] {
    const { before, after } = this.#left
    if (before.size * after.size <= MOST_PAIRS) {
      const scores = this.#scores()
      this.#pairAlike(scores.filter(({ sameRole, score }) => sameRole && score >= ALIKE))
      this.#pairInOrder()
      this.#pairAlike(scores.filter(({ sameRole, score }) => !sameRole && score >= ALIKE_ACROSS_ROLES))
    } else this.#pairInOrder()
    return [
      ...this.#pairs,
      ...[...before].map((before) => ({ before, after: null })),
      ...[...after].map((after) => ({ before: null, after })),
    ]
  }

  /** How alike the messages are, the most alike first. */
  #scores() {
    const words = (messages: readonly Message[], places: Iterable<number>) =>
      [...places].map((place) => ({ place, words: wordsOf(messages[place]?.text ?? '') }))
    const now = words(this.#after, this.#left.after)
    const scores = words(this.#before, this.#left.before).flatMap((old) =>
      now.map((other) => ({
        before: old.place,
        after: other.place,
        sameRole: this.#before[old.place]?.role === this.#after[other.place]?.role,
        score: likeness(old.words, other.words),
      })),
    )
    return scores.sort((a, b) => b.score - a.score || a.before - b.before || a.after - b.after)
  }

  #pairAlike(scores: readonly { before: number; after: number }[]): void {
    for (const { before, after } of scores) this.#pair(before, after)
  }

  /** Roles that both sides have equally often here. */
  #pairInOrder(): void {
    const now = Map.groupBy(this.#left.after, (place) => this.#after[place]?.role)
    for (const [role, places] of Map.groupBy(this.#left.before, (place) => this.#before[place]?.role)) {
      const others = now.get(role) ?? []
      if (places.length !== others.length) continue
      for (const [at, before] of places.entries()) this.#pair(before, others[at] ?? -1)
    }
  }

  #pair(before: number, after: number): void {
    const { before: old, after: now } = this.#left
    if (!old.has(before) || !now.has(after)) return
    this.#pairs.push({ before, after })
    old.delete(before)
    now.delete(after)
  }
}

function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of splitWords(text.slice(0, MOST_LETTERS))) {
    if (isWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** Twice the common words by all words: 0 when there are none, 1 when the words are the same. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0)
  const all = [...a.values(), ...b.values()].reduce((sum, count) => sum + count, 0)
  return all === 0 ? 0 : (2 * common) / all
}
