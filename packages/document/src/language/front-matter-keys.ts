import { INPUT_KINDS } from '../input-spec.ts'

/** @internal A key that front matter can have at some place. */
export interface FrontMatterKey {
  readonly key: string
  readonly description: string
  /** The values it takes, where they are few. */
  readonly values?: readonly string[]
  /** What follows the key: a value on its line, keys below it, or a list. */
  readonly holds?: 'value' | 'keys' | 'list'
}

const TRUTH = ['true', 'false']

const TOP: readonly FrontMatterKey[] = [
  { key: 'name', description: 'What people call the prompt.' },
  { key: 'displayName', description: 'A longer name, for lists.' },
  { key: 'description', description: 'What the prompt does, in a sentence.' },
  {
    key: 'model',
    description: 'The model it is written for: its id, or its id and how it is asked.',
    holds: 'keys',
  },
  { key: 'inputs', description: 'What callers give: one entry for each input.', holds: 'list' },
  { key: 'outputs', description: 'What callers get: one entry for each field of the answer.', holds: 'list' },
  { key: 'tools', description: 'The tools the model may call.', holds: 'list' },
  {
    key: 'template',
    description: 'How the text is filled in; mustache unless said otherwise.',
    holds: 'keys',
  },
  {
    key: 'metadata',
    description: 'Whatever else is worth knowing; it does not reach the model.',
    holds: 'keys',
  },
]

const MODEL: readonly FrontMatterKey[] = [
  { key: 'id', description: 'Which model, such as gpt-4o.' },
  { key: 'provider', description: 'Who serves it.' },
  {
    key: 'apiType',
    description: 'How it is asked.',
    values: ['chat', 'responses', 'completion', 'embedding', 'image'],
  },
  { key: 'connection', description: 'Where it is reached. Never put a secret here.', holds: 'keys' },
  { key: 'options', description: 'Its parameters, such as temperature.', holds: 'keys' },
]

const OPTIONS: readonly FrontMatterKey[] = [
  { key: 'temperature', description: 'How freely it chooses: 0 is the most likely answer each time.' },
  { key: 'maxOutputTokens', description: 'Most tokens of an answer.' },
  { key: 'topP', description: 'Chooses among the likeliest words that together reach this share, 0 to 1.' },
  { key: 'topK', description: 'Chooses among this many likeliest words.' },
  { key: 'frequencyPenalty', description: 'Makes words that came often less likely.' },
  { key: 'presencePenalty', description: 'Makes words that came at all less likely.' },
  { key: 'seed', description: 'Asks for the same answer each time, where the model can.' },
  { key: 'stopSequences', description: 'Texts that end the answer.', holds: 'list' },
  { key: 'allowMultipleToolCalls', description: 'Whether it may call several tools at once.', values: TRUTH },
]

const NAME: FrontMatterKey = { key: 'name', description: 'Its name: one word of letters, digits, _ and -.' }

const PROPERTY: readonly FrontMatterKey[] = [
  {
    key: 'kind',
    description: 'What kind of value it is; string where nothing is written.',
    values: INPUT_KINDS,
  },
  { key: 'description', description: 'What it is, for those who give or get it.' },
  {
    key: 'required',
    description: 'Whether it must be given; false where nothing is written.',
    values: TRUTH,
  },
  { key: 'default', description: 'What counts where it is not given.' },
  { key: 'example', description: 'A value to try the prompt with; the preview uses it.' },
  { key: 'enumValues', description: 'The only values allowed.', holds: 'list' },
]

const TOOL: readonly FrontMatterKey[] = [
  { key: 'name', description: 'What the model calls it.' },
  { key: 'kind', description: 'What kind of tool it is.', values: ['function', 'mcp', 'openapi', 'custom'] },
  { key: 'description', description: 'What it does, for the model.' },
  { key: 'parameters', description: 'What it is called with.', holds: 'list' },
]

const TEMPLATE: readonly FrontMatterKey[] = [
  { key: 'format', description: 'The template language; its kind is mustache.', holds: 'keys' },
  { key: 'parser', description: 'What reads the roles; its kind is prompty.', holds: 'keys' },
]

const FORMAT: readonly FrontMatterKey[] = [
  { key: 'kind', description: 'The template language.', values: ['mustache'] },
]

const PARSER: readonly FrontMatterKey[] = [
  { key: 'kind', description: 'What reads the roles.', values: ['prompty'] },
]

/** @internal An item of a list, in a path of keys. */
export const ITEM = '[]'

/** @internal The keys known at a place, told by the keys around it (`ITEM` for an item of a list); empty where any may stand. */
export function keysAt(path: readonly string[]): readonly FrontMatterKey[] {
  const [first, second, ...more] = path
  if (first === undefined) return TOP
  if (first === 'model')
    return second === undefined ? MODEL : second === 'options' && more.length === 0 ? OPTIONS : []
  if (first === 'template') return templateKeys(second, more)
  // Inputs and outputs are a list of entries with a name, or a mapping from names to entries.
  if (second === undefined || more.length > 0) return []
  if (first === 'inputs' || first === 'outputs') return second === ITEM ? [NAME, ...PROPERTY] : PROPERTY
  return first === 'tools' && second === ITEM ? TOOL : []
}

function templateKeys(second: string | undefined, more: readonly string[]): readonly FrontMatterKey[] {
  if (second === undefined) return TEMPLATE
  if (more.length > 0) return []
  return second === 'format' ? FORMAT : second === 'parser' ? PARSER : []
}
