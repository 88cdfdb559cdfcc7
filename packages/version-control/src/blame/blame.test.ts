import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../diff/align.ts'
import type { GraphCommit } from '../graph/commit-graph.ts'
import { generatedHistory } from '../graph/generated-history.ts'
import { splitLines } from '../split-lines.ts'
import { type Blame, blame } from './blame.ts'
import { matchPieces } from './match-pieces.ts'

/** Few different pieces, so that texts resemble each other and lines repeat; pairs that share a half, lone halves, no last LF. */
const piece = fc.constantFrom(
  ...['Be ', 'brief ', 'and ', 'kind', '. ', '\n', '\n', '\n\n', '  ', '}\n', 'line\n', 'don’t ', '漢字'],
  ...['😀', '😁', '\ud83d', '\ude00'],
)
const text = fc.array(piece, { maxLength: 50 }).map((parts) => parts.join(''))
/** An edit: what stands in place of some units somewhere. */
const edit = fc.record({ at: fc.nat({ max: 500 }), drop: fc.nat({ max: 12 }), insert: text })
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

interface Version extends GraphCommit {
  readonly content: string
}

/** A history with texts: each commit edits its first parent's text, and takes the second half of its second parent's. */
const versions: fc.Arbitrary<Version[]> = generatedHistory({ maxLength: 15 }).chain((commits) =>
  fc.tuple(...commits.map(() => fc.array(edit, { maxLength: 3 }))).map((edits) => withTexts(commits, edits)),
)

function withTexts(commits: readonly GraphCommit[], edits: readonly (readonly Edit[])[]): Version[] {
  const texts = new Map<string, string>()
  return commits.map((commit, place) => {
    const [first = '', second] = commit.parents.map((id) => texts.get(id) ?? '')
    const half = first.slice(0, first.length / 2)
    const base = second === undefined ? first : half + second.slice(second.length / 2)
    const content = (edits[place] ?? []).reduce((before, { at, drop, insert }) => {
      const offset = at % (before.length + 1)
      return before.slice(0, offset) + insert + before.slice(offset + drop)
    }, base)
    texts.set(commit.id, content)
    return { ...commit, content }
  })
}

/** Blames of a whole history, each from its parents'. */
function blames(versions: readonly Version[]): Map<string, Blame> {
  const all = new Map<string, { content: string; blame: Blame }>()
  for (const { id, seq, parents, content } of versions) {
    const given = parents.flatMap((parent) => all.get(parent) ?? [])
    all.set(id, { content, blame: blame(content, seq, given) })
  }
  return new Map([...all].map(([id, { blame }]) => [id, blame]))
}

/** A blame with an entry for every line and every unit. */
interface PlainBlame {
  readonly lines: readonly number[]
  readonly units: readonly number[]
}

const spread = (runs: readonly (readonly [number, number])[]) =>
  runs.flatMap(([count, seq]) => new Array<number>(count).fill(seq))
const plain = ({ lines, words }: Blame): PlainBlame => ({ lines: spread(lines), units: spread(words) })

/** The same by definition: entry by entry, without run lengths, asking the parents anew for every commit. */
function plainBlame(version: Version, history: ReadonlyMap<string, Version>): PlainBlame {
  const lines = splitLines(version.content).map(() => version.seq)
  const units = Array.from({ length: version.content.length }, () => version.seq)
  for (const id of [...version.parents].reverse()) {
    const parent = history.get(id)
    if (!parent) continue
    const { lines: parentLines, units: parentUnits } = plainBlame(parent, history)
    for (const [from, to] of keptLines(parent.content, version.content)) lines[to] = parentLines[from] ?? 0
    for (const [from, to] of keptUnits(parent.content, version.content)) units[to] = parentUnits[from] ?? 0
  }
  return { lines, units }
}

function keptLines(before: string, after: string): [number, number][] {
  const [old, now] = [splitLines(before), splitLines(after)]
  const changes = align(old, now)
  const removed = new Set(changes.flatMap((c) => Array.from({ length: c.removed }, (_, n) => c.before + n)))
  const added = new Set(changes.flatMap((c) => Array.from({ length: c.added }, (_, n) => c.after + n)))
  const left = [...now.keys()].filter((line) => !added.has(line))
  return [...old.keys()].filter((line) => !removed.has(line)).map((line, n) => [line, left[n] ?? -1])
}

function keptUnits(before: string, after: string): [number, number][] {
  const [old, now] = [splitLines(before), splitLines(after)]
  const startOf = (lines: readonly string[], line: number) => lines.slice(0, line).join('').length
  const whole = keptLines(before, after).flatMap(([from, to]) =>
    Array.from({ length: old[from]?.length ?? 0 }, (_, n): [number, number] => [
      startOf(old, from) + n,
      startOf(now, to) + n,
    ]),
  )
  const parts = align(old, now).flatMap((c) => {
    const [removed, added] = [
      old.slice(c.before, c.before + c.removed).join(''),
      now.slice(c.after, c.after + c.added).join(''),
    ]
    return matchPieces(removed, added, { steps: 1e9 }).flatMap((kept) =>
      Array.from({ length: kept.length }, (_, n): [number, number] => [
        startOf(old, c.before) + kept.before + n,
        startOf(now, c.after) + kept.after + n,
      ]),
    )
  })
  return [...whole, ...parts]
}

/** A text and its blame, each word with its commit, for reading: `Be(1) kind(2)`. */
function byWord(content: string, { words }: Blame): string {
  let offset = 0
  return words
    .map(([length, seq]) => {
      const part = content.slice(offset, offset + length)
      offset += length
      return `${seq}:${JSON.stringify(part)}`
    })
    .join(' ')
}

/** Blames along a line of texts; the first is commit 1. */
function along(...texts: readonly string[]): Blame {
  const versions = texts.map((content, place) => ({
    id: String(place),
    seq: place + 1,
    parents: place === 0 ? [] : [String(place - 1)],
    content,
  }))
  return blames(versions).get(String(texts.length - 1)) ?? { lines: [], words: [] }
}

describe('blame', () => {
  it('BL1: covers all lines and all units, in runs that differ from their neighbours', () => {
    fc.assert(
      fc.property(versions, (versions) => {
        const all = blames(versions)
        for (const { id, content } of versions) {
          const { lines, words } = all.get(id) ?? { lines: [], words: [] }
          expect(spread(lines)).toHaveLength(splitLines(content).length)
          expect(spread(words)).toHaveLength(content.length)
          for (const runs of [lines, words]) {
            expect(runs.every(([count], at) => count > 0 && runs[at - 1]?.[1] !== runs[at]?.[1])).toBe(true)
          }
        }
      }),
    )
  })

  it('BL1: is plain JSON, and empty for an empty text', () => {
    const given = along('Be kind.\n', 'Be very kind.\n')
    expect(JSON.parse(JSON.stringify(given))).toEqual(given)
    expect(along('')).toEqual({ lines: [], words: [] })
  })

  it('BL2: no run begins or ends inside a surrogate pair', () => {
    fc.assert(
      fc.property(versions, (versions) => {
        const all = blames(versions)
        for (const { id, content } of versions) {
          let offset = 0
          for (const [length] of all.get(id)?.words ?? []) {
            expect(content.slice(offset - 1, offset + 1)).not.toMatch(/^[\ud800-\udbff][\udc00-\udfff]$/)
            offset += length
          }
        }
      }),
    )
  })

  it('BL3: an unchanged text keeps its blame', () => {
    fc.assert(
      fc.property(versions, (versions) => {
        const all = blames(versions)
        for (const { id, content } of versions) {
          const given = all.get(id) ?? { lines: [], words: [] }
          expect(blame(content, 10_000, [{ content, blame: given }])).toEqual(given)
          expect(
            blame(content, 10_000, [
              { content, blame: given },
              { content, blame: given },
            ]),
          ).toEqual(given)
        }
      }),
    )
  })

  it('BL3: the first commit wrote everything', () => {
    expect(blame('a\nb', 7, [])).toEqual({ lines: [[2, 7]], words: [[3, 7]] })
  })

  it('BL4: a line belongs to the newest commit that changed it, also by deleting a word', () => {
    const texts = ['a\nBe very kind.\nc\n', 'a\nBe kind.\nc\n', 'new\na\nBe kind.\nc\n']
    expect(spread(along(...texts).lines)).toEqual([3, 1, 2, 1])
  })

  it('BL4: a missing line break at the end is part of the last line', () => {
    expect(spread(along('a\nb', 'a\nb\n').lines)).toEqual([1, 2])
  })

  it('BL5: a word belongs to the commit that wrote it, although its line was changed later', () => {
    const texts = ['You are calm.\n', 'You are very calm.\n', 'You are very calm and kind.\n']
    expect(byWord(texts[2] ?? '', along(...texts))).toBe(
      '1:"You are " 2:"very " 1:"calm" 3:" and kind" 1:".\\n"',
    )
  })

  it('BL5: words are kept when a line is split or two are joined', () => {
    const [one, two] = ['Sort tickets by urgency and by age.\n', 'Sort tickets by urgency\nand by age.\n']
    expect(byWord(two, along(one, two))).toBe('1:"Sort tickets by urgency" 2:"\\n" 1:"and by age.\\n"')
    expect(byWord(one, along(two, one))).toBe('1:"Sort tickets by urgency" 2:" " 1:"and by age.\\n"')
  })

  it('BL5: characters of scripts without blanks are words', () => {
    expect(byWord('友達に親切に。', along('人に親切に。', '友達に親切に。'))).toBe('2:"友達" 1:"に親切に。"')
  })

  it('BL6: unlike lines share no words, whatever small words they have in common', () => {
    const [one, two] = [
      'Answer in the language of the customer.\n',
      'Keep to the facts in the file of the day, and cite them.\n',
    ]
    expect(byWord(two, along(one, two))).toBe(`2:${JSON.stringify(two)}`)
  })

  it('BL6: a line that grew keeps its words', () => {
    const [one, two] = ['Be kind.\n', 'Whatever they say and however often they say it: Be kind. Always.\n']
    expect(byWord(two, along(one, two))).toContain('1:"Be kind."')
  })

  it('BL7: in a merge the first parent comes before the second, and both before the merge', () => {
    const parents = [
      { content: 'both\nfirst\n', blame: blame('both\nfirst\n', 1, []) },
      { content: 'both\nsecond\n', blame: blame('both\nsecond\n', 2, []) },
    ]
    const merged = blame('both\nfirst\nsecond\nmerge\n', 3, parents)
    expect(spread(merged.lines)).toEqual([1, 1, 2, 3])
    expect(merged.words).toEqual([
      [11, 1],
      [7, 2],
      [6, 3],
    ])
  })

  it('BL7: words that two branches wrote into one line keep their commits', () => {
    const [base, ours, theirs] = [
      'Sort the tickets.\n',
      'Sort all the tickets.\n',
      'Sort the tickets twice.\n',
    ]
    const start = { content: base, blame: blame(base, 1, []) }
    const parents = [
      { content: ours, blame: blame(ours, 2, [start]) },
      { content: theirs, blame: blame(theirs, 3, [start]) },
    ]
    const content = 'Sort all the tickets twice.\n'
    const merged = blame(content, 4, parents)
    expect(byWord(content, merged)).toBe('1:"Sort " 2:"all " 1:"the tickets" 3:" twice" 1:".\\n"')
    expect(merged.lines).toEqual([[1, 4]])
  })

  it('BL8: from the parents’ blames comes the same as from the whole history', () => {
    fc.assert(
      fc.property(versions, (versions) => {
        const all = blames(versions)
        const history = new Map(versions.map((version) => [version.id, version]))
        const last = versions.at(-1)
        if (!last) return
        expect(plain(all.get(last.id) ?? { lines: [], words: [] })).toEqual(plainBlame(last, history))
      }),
      { numRuns: 200 },
    )
  })

  it('BL8: words and lines nobody else wrote are traced exactly, through any number of small edits', () => {
    const change = fc.record({
      line: fc.nat(),
      word: fc.nat({ max: 30 }),
      kind: fc.constantFrom('insert', 'delete', 'replace'),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        // Each word carries the commit that wrote it, each line the last one that touched it.
        let lines = Array.from({ length: 5 }, (_, line) => ({
          seq: 1,
          words: Array.from({ length: 12 }, (_, word) => ({ seq: 1, text: `w1x${line}x${word}` })),
        }))
        const render = () => lines.map(({ words }) => `${words.map(({ text }) => text).join(' ')}\n`).join('')
        let state = { content: render(), blame: blame(render(), 1, []) }
        for (const [index, { line, word, kind }] of changes.entries()) {
          const seq = index + 2
          lines = lines.map((old, at) => {
            if (at !== line % lines.length || (kind === 'delete' && old.words.length < 4)) return old
            const words = old.words.toSpliced(
              word % old.words.length,
              kind === 'insert' ? 0 : 1,
              ...(kind === 'delete' ? [] : [{ seq, text: `w${seq}` }]),
            )
            return { seq, words }
          })
          state = { content: render(), blame: blame(render(), seq, [state]) }
        }
        expect(spread(state.blame.lines)).toEqual(lines.map(({ seq }) => seq))
        const units = spread(state.blame.words)
        for (const { words } of lines) {
          for (const { text, seq } of words) {
            const at = state.content.match(new RegExp(`\\b${text}\\b`))?.index ?? -1
            expect(new Set(units.slice(at, at + text.length))).toEqual(new Set([seq]))
          }
        }
      }),
    )
  })

  it.each<[string, () => unknown]>([
    ['a number that is none', () => blame('a', Number.NaN, [])],
    ['the number 0', () => blame('a', 0, [])],
    ['a blame of another text', () => blame('a', 2, [{ content: 'a\nb', blame: blame('a', 1, []) }])],
    [
      'a blame of too many units',
      () => blame('a', 2, [{ content: 'a', blame: { lines: [[1, 1]], words: [[2, 1]] } }]),
    ],
  ])('BL9: refuses %s', (_, make) => {
    expect(make).toThrow(RangeError)
  })
})
