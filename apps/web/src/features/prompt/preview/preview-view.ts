import {
  includesOf,
  type PromptDocument,
  parseDocument,
  type RenderedMessage,
  type RenderProblem,
  render,
} from '@incipit/document'
import { type ExampleField, exampleFields, readFields } from './example-values.ts'

/** What a preview is made from. Plain data: it goes to a worker. */
export interface PreviewRequest {
  readonly text: string
  /** The prompt's own key. */
  readonly key: string
  readonly drafts: readonly (readonly [name: string, draft: string])[]
  readonly mode: 'strict' | 'lenient'
  /** Texts of included prompts by `key` or `key@version`; `null` where there is none. */
  readonly included: readonly (readonly [reference: string, text: string | null])[]
}

/** A piece of a message: words, or the name of an input that has no value yet. */
export interface Piece {
  readonly text: string
  readonly missing: boolean
}

/** A message of a preview. */
export interface PreviewMessage {
  readonly role: RenderedMessage['role']
  readonly pieces: readonly Piece[]
  /** With `{{name}}` where a value is missing. */
  readonly content: string
}

/** Something that stands in the way, and where. */
export interface PreviewProblem {
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** Offset in the text; `null` where it has no place there. */
  readonly offset: number | null
}

/** An include of the text itself. */
export interface PreviewInclude {
  readonly key: string
  readonly version: string | null
  readonly offset: number
}

/** What a text comes to with its example values. */
export interface Preview {
  readonly fields: readonly ExampleField[]
  /** Empty where nothing can be shown. */
  readonly messages: readonly PreviewMessage[]
  readonly problems: readonly PreviewProblem[]
  readonly includes: readonly PreviewInclude[]
  /** The model the text is written for. */
  readonly model: string | null
  /** Whether a caller with these values would be refused. */
  readonly refused: boolean
}

/** Stand around the name of a value that is missing; private characters, which no text means. */
const [BEGIN, END] = ['\uE0F8', '\uE0F9']
const MARKED = /\uE0F8([^\uE0F8\uE0F9]*)\uE0F9/g

/** Renders a text as far as possible: what is missing shows as its name, and what is wrong is told beside it. Never throws. */
export function previewOf({ text, key, drafts, mode, included }: PreviewRequest): Preview {
  const document = parseDocument(text)
  const fields = exampleFields(document)
  const readings = readFields(fields, new Map(drafts))
  const texts = new Map(included)
  const given = new Map<string, unknown>()
  const shown = new Map<string, unknown>()
  for (const field of fields) {
    const reading = readings.get(field.name)
    if (reading?.state === 'given') given.set(field.name, reading.value)
    else if (field.required && isWord(field)) shown.set(field.name, BEGIN + field.name + END)
  }
  const options = {
    key,
    resolveInclude: (name: string, version: string | null) => texts.get(referenceOf(name, version)) ?? null,
  }
  const called = render(text, { ...options, inputs: given, mode })
  const filled = render(text, { ...options, inputs: new Map([...given, ...shown]), mode: 'lenient' })
  return {
    fields,
    messages: filled.ok ? filled.messages.map(pieced) : [],
    problems: [
      ...(called.ok ? [] : called.errors.map((problem) => placed(problem, 'error', document))),
      ...called.warnings.map((problem) => placed(problem, 'warning', document)),
    ],
    includes: includesOf(text).map(({ range, ...include }) => ({ ...include, offset: range.from })),
    model: document.model,
    refused: !called.ok,
  }
}

/** How an include is called: `key`, or `key@version`. */
export function referenceOf(key: string, version: string | null): string {
  return version === null ? key : `${key}@${version}`
}

/** A name can stand in for a word, not for a list or a switch. */
function isWord({ kind }: ExampleField): boolean {
  return kind !== 'array' && kind !== 'object' && kind !== 'boolean'
}

function pieced({ role, content }: RenderedMessage): PreviewMessage {
  // Split by a pattern with a group, every second part is what the group holds.
  const pieces = content.split(MARKED).map((text, at) => ({ text, missing: at % 2 === 1 }))
  return {
    role,
    pieces: pieces.filter(({ text }) => text !== ''),
    content: content.replaceAll(MARKED, '{{$1}}'),
  }
}

function placed(
  { message, name, at }: RenderProblem,
  severity: PreviewProblem['severity'],
  document: PromptDocument,
): PreviewProblem {
  // The place is a link of its own.
  const what = at ? message.replace(/^Line \d+: /, '') : message
  return { severity, message: what, offset: at?.offset ?? placeOf(name, document) }
}

/** The first tag that says the name, or else its declaration. */
function placeOf(name: string | null, { tags, inputs }: PromptDocument): number | null {
  if (name === null) return null
  const tag = tags.find((candidate) => candidate.name === name || candidate.name.split(/[.@]/)[0] === name)
  return tag?.range.from ?? inputs.find((input) => input.name === name)?.nameRange.from ?? null
}
