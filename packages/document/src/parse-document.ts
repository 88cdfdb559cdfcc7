import { checkSections } from './check-sections.ts'
import { type FrontMatter, readFrontMatter, type YamlValue } from './front-matter.ts'
import type { InputInsertion } from './input-insertion.ts'
import type { InputSpec } from './input-spec.ts'
import { type Message, readMessages } from './messages.ts'
import type { Problem } from './problem.ts'
import { readInputs, readOutputs } from './read-inputs.ts'
import { type ModelSpec, readModel } from './read-model.ts'
import { readTemplateLanguage } from './read-template-language.ts'
import { readTools, type ToolSpec } from './read-tools.ts'
import { scanTags, type Tag } from './scan-tags.ts'
import type { Range } from './text-position.ts'
import { YamlReader } from './yaml-reader.ts'

/** A prompt document, taken apart. All ranges are UTF-16 offsets into `text`. */
export interface PromptDocument {
  readonly text: string
  readonly frontMatter: FrontMatter | null
  /** Everything after the front matter. */
  readonly bodyRange: Range
  readonly description: string | null
  /** The model target's id, when the front matter names one. */
  readonly model: string | null
  /** All that is said about the model; `null` when nothing is. */
  readonly modelSpec: ModelSpec | null
  /** The language of the body's tags; anything but `mustache` is not rendered. */
  readonly templateLanguage: string
  /** Whether the front matter has an `inputs` key: only then can a name in the text be unknown. */
  readonly inputsDeclared: boolean
  readonly inputs: readonly InputSpec[]
  /** What the model is to answer with, declared as inputs are. */
  readonly outputs: readonly InputSpec[]
  readonly tools: readonly ToolSpec[]
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
  const base = frontMatter?.contentRange.from ?? 0
  const reader = tree && new YamlReader(tree, base)
  const inputs = readInputs(reader, frontMatter?.raw ?? '', base)
  const modelSpec = readModel(reader)
  const settings = {
    description: textOf(frontMatter?.value?.get('description')),
    model: modelSpec?.id ?? null,
    modelSpec,
    templateLanguage: readTemplateLanguage(reader),
    inputsDeclared: inputs.declared,
    inputs: inputs.inputs,
    outputs: readOutputs(reader),
    tools: readTools(reader),
  }
  const { tags, problems: tagProblems } = scanTags(text, body.from)
  return {
    text,
    frontMatter,
    bodyRange: body,
    ...settings,
    messages: readMessages(text, body.from, tags),
    tags,
    problems: [...problems, ...(reader?.problems ?? []), ...tagProblems, ...checkSections(tags)],
    inputInsertion: inputs.insertion,
  }
}

function textOf(value: YamlValue | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
