import { numbers } from './sample-texts.ts'

/** A prompt of the synthetic library. */
export interface SyntheticPrompt {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly category: string
  readonly subcategory: string
  readonly owner: string
  readonly status: string
  readonly model: string | null
  readonly tags: readonly string[]
  readonly content: string
}

const SYLLABLES =
  'ba be co da de fi ga go ha in ka la li lo ma mi na ne no or pa pe qui ra re ri sa se so ta te ti tra u va ve vi wo za zu'.split(
    ' ',
  )
const CATEGORIES =
  'agents tasks system experimental templates modifiers guardrails formatters extractors generators'.split(
    ' ',
  )
const STATUSES = ['draft', 'draft', 'draft', 'review', 'approved', 'deployed', 'deployed', 'deprecated']
const MODELS = ['gpt-4o', 'gpt-4.1-mini', 'claude-sonnet-4', 'gemini-2.5-pro', null]
const FREQUENT =
  'the to of and a in is you for that with as on be it your this are or if not answer user customer text question write use only always summarize classify extract support ticket order refund email report legal contract finance marketing sales product'.split(
    ' ',
  )
/** Words beyond the frequent ones. */
const VOCABULARY = 30_000

/** Words whose frequency falls with their rank, as in any language (Zipf). */
function createWords(next: (below: number) => number): () => string {
  const rare = Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 2 + next(3) }, () => SYLLABLES[next(SYLLABLES.length)]).join(''),
  )
  const words = [...FREQUENT, ...rare]
  const ranks = Math.log(words.length)
  return () => words[Math.floor(Math.exp((next(1_000_000) / 1_000_000) * ranks)) - 1] ?? words[0]!
}

/** Prompts with names, descriptions, tags and texts of realistic sizes, the same every time: texts have 1.5 KB on average, some many times that. */
export function* syntheticPrompts(count: number): Generator<SyntheticPrompt> {
  const next = numbers(7)
  const word = createWords(next)
  const words = (some: number) => Array.from({ length: some }, word).join(' ')
  const line = () => `${words(8 + next(10))}.`
  const text = () => {
    const length = next(100) === 0 ? 8_000 : 400 + next(2_000)
    let content = 'system:\n'
    while (content.length < length) content += `${line()}${next(4) === 0 ? '\n' : ' '}`
    return `${content}\nuser:\n{{input}}\n`
  }
  for (let at = 1; at <= count; at += 1) {
    const category = CATEGORIES[next(CATEGORIES.length)]!
    const subcategory = ['general', 'support', 'sales', 'routing'][next(4)]!
    const name = words(2 + next(4))
    yield {
      key: `${category}-${subcategory}-${name.replaceAll(' ', '-')}-${at}`,
      name: name.replace(/^./, (letter) => letter.toUpperCase()),
      description: words(6 + next(14)),
      category,
      subcategory,
      owner: `team-${next(30)}`,
      status: STATUSES[next(STATUSES.length)]!,
      model: MODELS[next(MODELS.length)]!,
      tags: [...new Set(Array.from({ length: next(5) }, () => `tag-${Math.floor(next(1000) ** 2 / 5000)}`))],
      content: text(),
    }
  }
}
