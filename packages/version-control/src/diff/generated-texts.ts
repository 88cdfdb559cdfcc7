import fc from 'fast-check'

/** @internal For tests: base, ours and theirs. */
export type Triple = readonly [base: string, ours: string, theirs: string]

/** @internal For tests: any text, with what is most likely to go wrong: line breaks, blanks, marks, halves of surrogate pairs. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        'a',
        'b',
        'ab',
        ' ',
        '\n',
        '\n\n',
        '.',
        '---\n',
        'k: 1\n',
        '- ',
        '😀',
        '\ud83d',
        'é',
        '語',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)

interface LineEdit {
  readonly at: number
  readonly drop: number
  readonly insert: readonly string[]
  /** Lines to repeat from elsewhere in the text. */
  readonly copy: readonly [from: number, count: number]
}

/** Few different lines, so that repetitions make many alignments possible; or many, so that only edits differ. */
const vocabulary = fc.constantFrom(2, 5, 30, 1000)
const edit = (lines: fc.Arbitrary<string>): fc.Arbitrary<LineEdit> =>
  fc.record({
    at: fc.nat({ max: 200 }),
    drop: fc.nat({ max: 3 }),
    insert: fc.array(lines, { maxLength: 3 }),
    copy: fc.tuple(fc.nat({ max: 200 }), fc.constantFrom(0, 0, 0, 1, 3)),
  })

function edited(lines: readonly string[], edits: readonly LineEdit[]): string[] {
  const result = [...lines]
  for (const { at, drop, insert, copy } of edits) {
    const place = at % (result.length + 1)
    const from = copy[0] % (result.length + 1)
    result.splice(place, drop, ...insert, ...result.slice(from, from + copy[1]))
  }
  return result
}

const ending = fc.constantFrom('\n', '\n', '\n', '')
const text = (lines: readonly string[], end: string) => (lines.length > 0 ? lines.join('\n') + end : '')

/** @internal For tests: lines, and two edited copies. What a side writes newly says whose it is and is written once. */
export const editedLines: fc.Arbitrary<Triple> = vocabulary.chain((kinds) => {
  const known = fc.nat({ max: kinds - 1 }).map((n) => `line ${n}`)
  const own = (side: string) =>
    fc.oneof(
      known,
      fc.nat({ max: 1e9 }).map((n) => `${side} ${n}`),
    )
  const edits = (side: string) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.array(edit(own(side)), { maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(edit(own(side)), { maxLength: 25, size: 'max' }) },
    )
  return fc
    .tuple(
      fc.array(known, { maxLength: 60, size: 'max' }),
      edits('ours'),
      edits('theirs'),
      fc.tuple(ending, ending, ending),
    )
    .map(([base, ours, theirs, [a, b, c]]) => [
      text(base, a),
      text(edited(base, ours), b),
      text(edited(base, theirs), c),
    ])
})

const SUBJECTS = ['The answer', 'Every reply', 'A summary', 'The table', 'Each step', 'This assistant']
const VERBS = ['names', 'explains', 'lists', 'quotes', 'checks', 'repeats']
const OBJECTS = [
  'the source',
  'one example',
  'all open questions',
  'the unit of each number',
  'what is unknown',
]
const sentence = fc
  .tuple(
    fc.constantFrom(...SUBJECTS),
    fc.constantFrom(...VERBS),
    fc.constantFrom(...OBJECTS),
    fc.nat({ max: 99 }),
  )
  .map(([subject, verb, object, n]) => `${subject} ${verb} ${object} of part ${n}.`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((sentences) => sentences.join(' '))

/** @internal For tests: paragraphs of one line each. */
export const prose: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: fc.constant('') }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((paragraphs) => `${paragraphs.join('\n')}\n`)

interface WordEdit {
  readonly at: number
  readonly kind: 'replace' | 'insert' | 'remove' | 'remove sentence' | 'add sentence' | 'add line'
  readonly n: number
}

/** @internal For tests: what a person does to prose. */
export const wordEdit: fc.Arbitrary<WordEdit> = fc.record({
  at: fc.nat({ max: 2000 }),
  kind: fc.constantFrom(
    'replace',
    'replace',
    'insert',
    'remove',
    'remove sentence',
    'add sentence',
    'add line',
  ),
  n: fc.nat({ max: 1e9 }),
})

/** @internal For tests: applies edits; what is written newly begins with the name of the side. */
export function editedProse(base: string, edits: readonly WordEdit[], side: string): string {
  return edits.reduce((text, { at, kind, n }) => {
    const starts = [...text.matchAll(kind.endsWith('sentence') ? /(?<=^|[.!?] )\S/gm : /\p{L}+/gu)]
    const start = starts[at % Math.max(1, starts.length)]?.index ?? 0
    const [before, after] = [text.slice(0, start), text.slice(start)]
    if (kind === 'replace') return before + after.replace(/^\p{L}*/u, `${side}${n}`)
    if (kind === 'insert') return `${before}${side}${n} ${after}`
    if (kind === 'remove') return before + after.replace(/^\p{L}* ?/u, '')
    if (kind === 'remove sentence') return before + after.replace(/^[^.!?\n]*[.!?]? ?/, '')
    if (kind === 'add sentence') return `${before}Mind ${side}${n} always. ${after}`
    const lineEnd = text.indexOf('\n', start) + 1 || text.length
    return `${text.slice(0, lineEnd)}Mind ${side}${n}.\n${text.slice(lineEnd)}`
  }, base)
}

/** @internal For tests: two people editing any of the given texts. */
export function editedProseOf(texts: fc.Arbitrary<string>): fc.Arbitrary<Triple> {
  const edits = fc.array(wordEdit, { maxLength: 3 })
  return fc
    .tuple(texts, edits, edits)
    .map(([base, ours, theirs]) => [
      base,
      editedProse(base, ours, 'ours'),
      editedProse(base, theirs, 'theirs'),
    ])
}

/** @internal For tests: prompt documents whose front matter both sides edit by keys. */
export const editedDocuments: fc.Arbitrary<Triple> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('description', 'owner', 'model', 'tags', 'language'), { minLength: 1 }),
    fc.uniqueArray(fc.constantFrom('ticket', 'tone', 'customer'), { maxLength: 3 }),
    prose,
    fc.array(settingEdit(), { maxLength: 3 }),
    fc.array(settingEdit(), { maxLength: 3 }),
  )
  .map(([keys, inputs, body, ours, theirs]) => {
    const settings = new Map<string, string>(keys.map((key) => [key, 'as before']))
    const names = new Map<string, string>(inputs.map((name) => [name, 'string']))
    return [
      documentText(settings, names, body),
      ...(
        [
          ['ours', ours],
          ['theirs', theirs],
        ] as const
      ).map(([side, edits]) => {
        const [own, ownNames] = [new Map(settings), new Map(names)]
        for (const { part, name, remove } of edits) {
          const target = part === 'key' ? own : ownNames
          const known = [...target.keys()]
          if (remove) target.delete(known[name % Math.max(1, known.length)] ?? '')
          else if (name % 2 === 0) target.set(`${side}${name}`, 'string')
          else target.set(known[name % Math.max(1, known.length)] ?? `${side}${name}`, `${side}${name}`)
        }
        return documentText(own, ownNames, body)
      }),
    ] as [string, string, string]
  })

function settingEdit() {
  return fc.record({
    part: fc.constantFrom('key', 'input'),
    name: fc.nat({ max: 1e6 }),
    remove: fc.constantFrom(false, false, false, true),
  })
}

function documentText(
  keys: ReadonlyMap<string, string>,
  inputs: ReadonlyMap<string, string>,
  body: string,
): string {
  const settings = [...keys].map(([key, value]) => `${key}: ${value}\n`)
  const items = [...inputs].map(([name, kind]) => `  - name: ${name}\n    kind: ${kind}\n`)
  return `---\n${settings.join('')}${items.length > 0 ? `inputs:\n${items.join('')}` : ''}---\n${body}`
}
