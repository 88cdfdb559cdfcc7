import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWord, splitWords } from '../diff/split-words.ts'
import { merge } from './merge.ts'
import { mergedText } from './merged-text.ts'

const LINE =
  'You are a calm assistant. Answer every question in short sentences. Never invent facts about the customer.\n'
const both = (ours: [string, string], theirs: [string, string], base = LINE) =>
  merge(base, base.replace(...ours), base.replace(...theirs))
const textOf = (result: ReturnType<typeof merge>) => (result.clean ? mergedText(result, 'base') : null)

describe('merge by words', () => {
  it('MG6: two edits to different words of one line merge', () => {
    expect(textOf(both(['calm', 'patient'], ['facts', 'numbers']))).toBe(
      LINE.replace('calm', 'patient').replace('facts', 'numbers'),
    )
    expect(textOf(both(['every question', 'all questions'], ['short', 'plain']))).toBe(
      LINE.replace('every question', 'all questions').replace('short', 'plain'),
    )
  })

  it('MG6: a sentence added and a word changed merge', () => {
    expect(textOf(both(['assistant.', 'assistant. Be kind.'], ['facts', 'numbers']))).toBe(
      LINE.replace('assistant.', 'assistant. Be kind.').replace('facts', 'numbers'),
    )
  })

  it('MG6: unless prose is off', () => {
    const [ours, theirs] = [LINE.replace('calm', 'patient'), LINE.replace('facts', 'numbers')]
    expect(merge(LINE, ours, theirs, { prose: false }).clean).toBe(false)
    expect(merge(LINE, ours, theirs, { prose: true }).clean).toBe(true)
  })

  it('MG6: any edits to different words with a kept word between them merge to the text with all of them', () => {
    const edits = fc.uniqueArray(fc.nat({ max: 29 }), { minLength: 2, maxLength: 8, size: 'max' })
    fc.assert(
      fc.property(edits, fc.nat({ max: 255 }), (places, sides) => {
        const apart = places
          .toSorted((a, b) => a - b)
          .filter((place, index, all) => place !== (all[index - 1] ?? -2) + 1)
        const write = (edited: (index: number) => boolean) =>
          `${Array.from({ length: 30 }, (_, n) => (apart.includes(n) && edited(apart.indexOf(n)) ? `new${n}` : `word${n}`)).join(' ')}\n`
        const isOurs = (index: number) => ((sides >> index) & 1) === 1
        const [base, all] = [write(() => false), write(() => true)]
        expect(
          textOf(
            merge(
              base,
              write(isOurs),
              write((index) => !isOurs(index)),
            ),
          ),
        ).toBe(all)
      }),
    )
  })

  it('MG7: edits without a kept word between them conflict', () => {
    expect(both(['short', 'brief'], ['sentences', 'lines']).regions).toEqual([
      {
        kind: 'conflict',
        base: LINE,
        ours: LINE.replace('short', 'brief'),
        theirs: LINE.replace('sentences', 'lines'),
      },
    ])
    expect(both(['0.2', '0.3'], ['0.2', '1.2'], 'The temperature is 0.2 here.\n').clean).toBe(false)
    expect(both(['calm', 'patient'], ['calm', 'kind']).clean).toBe(false)
  })

  it('MG7: a removed sentence conflicts with an edit in it', () => {
    expect(both(['Answer every question in short sentences. ', ''], ['short', 'plain']).clean).toBe(false)
  })

  it('MG7: the same edit on both sides stands beside further edits of one', () => {
    const base = 'Name the source, the date and the author.\n'
    const ours = base.replace('source', 'origin')
    expect(textOf(merge(base, ours, ours.replace('date', 'day')))).toBe(ours.replace('date', 'day'))
  })

  it('MG8: a kept line break tells edits apart', () => {
    const base = 'Answer in English.\nUse metric units.\n'
    expect(textOf(both(['English', 'French'], ['metric', 'imperial'], base))).toBe(
      'Answer in French.\nUse imperial units.\n',
    )
    expect(textOf(both(['Use', 'Be brief.\nUse'], ['metric', 'imperial'], base))).toBe(
      'Answer in English.\nBe brief.\nUse imperial units.\n',
    )
    expect(textOf(both(['Answer in English.\n', ''], ['metric', 'imperial'], base))).toBe(
      'Use imperial units.\n',
    )
  })

  it('MG8: conflicts are whole lines, and only those that conflict', () => {
    const base = 'Answer in English.\nUse metric units.\nBe brief.\n'
    const result = merge(
      base,
      'Answer in French.\nUse metric units only.\nBe brief.\n',
      'Answer in German.\nUse metric units.\nBe very brief.\n',
    )
    expect(result.regions).toEqual([
      {
        kind: 'conflict',
        base: 'Answer in English.\n',
        ours: 'Answer in French.\n',
        theirs: 'Answer in German.\n',
      },
      { kind: 'merged', text: 'Use metric units only.\nBe very brief.\n' },
    ])
  })

  it('MG9: a line that a side rewrote is left to people', () => {
    expect(
      both([LINE, 'Be a friendly helper who answers anything quickly.\n'], ['facts', 'numbers']).clean,
    ).toBe(false)
  })

  it('MG9: a sentence that both sides edited much is left to people, in however long a line', () => {
    const base = `${'The table has two columns. '.repeat(20)}Write a short plain summary for the busy reader today.\n`
    const edited = (...words: [string, string][]) => words.reduce((text, pair) => text.replace(...pair), base)
    const ours = edited(['short', 'long'], ['summary', 'report'], ['reader', 'person'])
    const theirs = edited(['Write', 'Make'], ['plain', 'rich'], ['busy', 'idle'])
    expect(merge(base, ours, theirs).clean).toBe(false)
  })

  it('MG10: what both sides wrote, in different places, is not said twice', () => {
    expect(
      both(['assistant.', 'assistant. Be brief and kind.'], ['sentences.', 'sentences. Be brief and kind.'])
        .clean,
    ).toBe(false)
    const base = 'Sort the tickets.\nName the reason.\n'
    expect(
      both(['tickets.', 'tickets. Be brief and kind.'], ['Name', 'Be brief and kind.\nName'], base).clean,
    ).toBe(false)
  })

  it('MG10: a sentence that both sides moved, to different places, is not said twice', () => {
    const [a, b, c, d] = [
      'Sort every ticket by date. ',
      'Name the reason. ',
      'Ask when in doubt. ',
      'Stay calm.\n',
    ]
    expect(merge(a + b + c + d, b + a + c + d, b + c + a + d).clean).toBe(false)
  })

  it('MG10: the same replacement in two places is no repetition', () => {
    const base = 'Ask the user first, then tell the user what you found out.\n'
    expect(
      textOf(both(['the user first', 'the customer first'], ['the user what', 'the customer what'], base)),
    ).toBe(base.replaceAll('user', 'customer'))
  })

  it('MG9, MG10: every word of a merge was written by somebody', () => {
    const word = fc.constantFrom('one', 'two', 'three', 'four', '.', '\n', 'five', 'six')
    const text = fc.array(word, { maxLength: 25, size: 'max' }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const known = new Set([base, ours, theirs].flatMap((text) => splitWords(text).filter(isWord)))
        for (const side of ['ours', 'theirs', 'base'] as const) {
          const merged = splitWords(mergedText(merge(base, ours, theirs), side)).filter(isWord)
          expect(merged.filter((word) => !known.has(word))).toEqual([])
        }
      }),
    )
  })

  it('MG6: CJK text merges by characters', () => {
    const base = '你是一个冷静的助手。请用简短的句子回答每个问题。\n'
    expect(textOf(both(['冷静', '耐心'], ['每个问题', '所有问题'], base))).toBe(
      base.replace('冷静', '耐心').replace('每个问题', '所有问题'),
    )
  })
})
