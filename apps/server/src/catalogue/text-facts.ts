import { diagnose, loadTokenCounter, parseDocument } from '@incipit/document'
import type { PromptRow } from '../prompts/store.ts'

/** What of the text on main is kept beside the prompt, so that lists and filters need not read texts. */
export type TextFacts = Pick<
  PromptRow,
  | 'model'
  | 'tokenCount'
  | 'errorCount'
  | 'warningCount'
  | 'inputCount'
  | 'describedInputCount'
  | 'exampledInputCount'
>

const UNREAD: TextFacts = {
  model: null,
  tokenCount: null,
  errorCount: 0,
  warningCount: 0,
  inputCount: 0,
  describedInputCount: 0,
  exampledInputCount: 0,
}

/** A text in another template language is kept as it came, and not read. */
export async function textFactsOf(templateLanguage: string, content: string): Promise<TextFacts> {
  if (templateLanguage !== 'mustache') return UNREAD
  const { model, inputs, bodyRange } = parseDocument(content)
  const problems = diagnose(content)
  const errorCount = problems.filter(({ severity }) => severity === 'error').length
  return {
    model,
    // The settings in the front matter are not said to the model.
    tokenCount: await tokensOf(content.slice(bodyRange.from, bodyRange.to), model),
    errorCount,
    warningCount: problems.length - errorCount,
    inputCount: inputs.length,
    describedInputCount: inputs.filter(({ description }) => description?.trim()).length,
    exampledInputCount: inputs.filter((input) => (input.example ?? input.default) !== undefined).length,
  }
}

/** Counting holds up the event loop about 60 ms for so many characters. */
const COUNTED_LENGTH = 100_000

/** Tokens of a text; of a longer one, as many as its beginning has in proportion. */
async function tokensOf(text: string, model: string | null): Promise<number> {
  const count = await loadTokenCounter(model)
  const counted = count(text.slice(0, COUNTED_LENGTH)).tokens
  return Math.round(counted * Math.max(1, text.length / COUNTED_LENGTH))
}
