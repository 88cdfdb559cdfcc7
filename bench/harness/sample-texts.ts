/** A text and two edited copies of it. */
export interface SampleTexts {
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

const WORDS =
  'the a of to and in answer question customer ticket always never before after reply sentence short plain source example number date name summary table list policy refund order account language tone polite exact unknown part step check ask explain quote repeat'.split(
    ' ',
  )
const WORDS_A_SENTENCE = 14
const SENTENCES_A_LINE = 6

/** Numbers that look random and are the same every time. */
export function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/**
 * Prose of about so many characters: paragraphs that are one long line each, with blank lines between them. Each side replaces
 * words, adds sentences and lines and takes out sentences, in so many places.
 */
export function sampleTexts(size: number, edits: number): SampleTexts {
  const next = numbers(size)
  const sentence = () => {
    const words = Array.from({ length: WORDS_A_SENTENCE }, () => WORDS[next(WORDS.length)] ?? '')
    return `${words.join(' ').replace(/^./, (letter) => letter.toUpperCase())}.`
  }
  const paragraphs: string[][] = []
  for (let length = 0; length < size; ) {
    const paragraph = Array.from({ length: SENTENCES_A_LINE }, sentence)
    length += paragraph.join(' ').length + 2
    paragraphs.push(paragraph)
  }
  const edited = (side: string) => {
    const copy = paragraphs.map((paragraph) => [...paragraph])
    for (let edit = 0; edit < edits; edit += 1) {
      const paragraph = copy[next(copy.length)] ?? []
      const place = next(paragraph.length)
      const added = `${sentence().slice(0, -1)} ${side}${edit}.`
      if (edit % 8 === 0) copy.splice(next(copy.length), 0, [added])
      else if (edit % 8 === 1) paragraph.splice(place, 0, added)
      else if (edit % 8 === 2) paragraph.splice(place, 1)
      else paragraph[place] = withWord(paragraph[place] ?? '', next(WORDS_A_SENTENCE), `${side}${edit}`)
    }
    return textOf(copy)
  }
  return { base: textOf(paragraphs), ours: edited('ours'), theirs: edited('theirs') }
}

function withWord(sentence: string, place: number, word: string): string {
  const words = sentence.split(' ')
  words[place % words.length] = word
  return words.join(' ')
}

function textOf(paragraphs: readonly (readonly string[])[]): string {
  return paragraphs.map((paragraph) => `${paragraph.join(' ')}\n`).join('\n')
}

/** Words without any order, of about so many characters; a line ends after about so many. */
export function unlikeText(size: number, seed: number, wordsALine: number): string {
  const next = numbers(seed)
  const parts: string[] = []
  for (let length = 0; length < size; length += parts.at(-1)?.length ?? 0) {
    parts.push(`${WORDS[next(WORDS.length)]}${next(1000)}${next(wordsALine) === 0 ? '.\n' : ' '}`)
  }
  return parts.join('')
}
