import { type FrontMatter, readFrontMatter, type YamlValue } from './front-matter.ts'
import type { InputInsertion } from './input-insertion.ts'
import type { InputSpec } from './input-spec.ts'
import type { Problem } from './problem.ts'
import { readInputs, readOutputs } from './read-inputs.ts'
import { type ModelSpec, readModel } from './read-model.ts'
import { readTemplateLanguage } from './read-template-language.ts'
import { readTools, type ToolSpec } from './read-tools.ts'
import { YamlReader } from './yaml-reader.ts'

/** What the front matter of a document says. */
export interface Settings {
  readonly frontMatter: FrontMatter | null
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
  /** Where a further input can be declared. */
  readonly inputInsertion: InputInsertion | null
  /** What the model is to answer with, declared as inputs are. */
  readonly outputs: readonly InputSpec[]
  readonly tools: readonly ToolSpec[]
}

interface Reading {
  readonly settings: Settings
  readonly problems: readonly Problem[]
}

/**
 * The front matter read last. Reading YAML takes most of the time of a long document, and while somebody types in the
 * body, it stays the same.
 */
let latest: { readonly head: string; readonly reading: Reading } | null = null

/** @internal Read the front matter of a document, if it has one. */
export function readSettings(text: string): Reading {
  if (latest && text.startsWith(latest.head)) return latest.reading
  const reading = read(text)
  const head = text.slice(0, reading.settings.frontMatter?.range.to ?? 0)
  // The closing line of a block that ends the text may yet become another line.
  if (/\n$/.test(head)) latest = { head, reading }
  return reading
}

function read(text: string): Reading {
  const { frontMatter, tree, problems } = readFrontMatter(text)
  const base = frontMatter?.contentRange.from ?? 0
  const reader = tree && new YamlReader(tree, base)
  const inputs = readInputs(reader, frontMatter?.raw ?? '', base)
  const modelSpec = readModel(reader)
  const settings = {
    frontMatter,
    description: textOf(frontMatter?.value?.get('description')),
    model: modelSpec?.id ?? null,
    modelSpec,
    templateLanguage: readTemplateLanguage(reader),
    inputsDeclared: inputs.declared,
    inputs: inputs.inputs,
    inputInsertion: inputs.insertion,
    outputs: readOutputs(reader),
    tools: readTools(reader),
  }
  return { settings, problems: [...problems, ...(reader?.problems ?? [])] }
}

function textOf(value: YamlValue | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
