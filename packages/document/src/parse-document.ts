import { checkSections } from './check-sections.ts'
import { type FrontMatter, readFrontMatter, type YamlValue } from './front-matter.ts'
import type { InputInsertion } from './input-insertion.ts'
import type { InputSpec } from './input-spec.ts'
import { type Message, readMessages } from './messages.ts'
import type { Problem } from './problem.ts'
import { readInputs } from './read-inputs.ts'
import { scanTags, type Tag } from './scan-tags.ts'
import type { Range } from './text-position.ts'

/** A prompt document, taken apart. All ranges are UTF-16 offsets into `text`. */
export interface PromptDocument {
  readonly text: string
  readonly frontMatter: FrontMatter | null
  /** Everything after the front matter. */
  readonly bodyRange: Range
  readonly description: string | null
  /** The model target's id, when the front matter names one. */
  readonly model: string | null
  /** Whether the front matter has an `inputs` key: only then can a name in the text be unknown. */
  readonly inputsDeclared: boolean
  readonly inputs: readonly InputSpec[]
  readonly messages: readonly Message[]
  /** The Mustache tags of the body, in order. */
  readonly tags: readonly Tag[]
  /** What is wrong with the form; `diagnose` adds what is wrong with the meaning. */
  readonly problems: readonly Problem[]
  /** Where a further input can be declared. */
  readonly inputInsertion: InputInsertion | null
}

/** Take a prompt document apart. Takes any text and never throws: what is wrong stands in `problems`. */
export function parseDocument(text: string): PromptDocument {
  const { frontMatter, tree, problems } = readFrontMatter(text)
  const body = { from: frontMatter?.range.to ?? 0, to: text.length }
  const inputs = readInputs(tree, frontMatter?.raw ?? '', frontMatter?.contentRange.from ?? 0)
  const { tags, problems: tagProblems } = scanTags(text, body.from)
  const settings = frontMatter?.value ?? null
  return {
    text,
    frontMatter,
    bodyRange: body,
    description: textOf(settings?.get('description')),
    model: modelOf(settings?.get('model')),
    inputsDeclared: inputs.declared,
    inputs: inputs.inputs,
    messages: readMessages(text, body.from, tags),
    tags,
    problems: [...problems, ...inputs.problems, ...tagProblems, ...checkSections(tags)],
    inputInsertion: inputs.insertion,
  }
}

function textOf(value: YamlValue | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** `model: some-id`, or a mapping with an `id`. */
function modelOf(value: YamlValue | undefined): string | null {
  return value instanceof Map ? textOf(value.get('id')) : textOf(value)
}
