import { diagnose, parseDocument } from '@incipit/document'
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
export function textFactsOf(templateLanguage: string, content: string): TextFacts {
  if (templateLanguage !== 'mustache') return UNREAD
  const { model, inputs } = parseDocument(content)
  const problems = diagnose(content)
  const errorCount = problems.filter(({ severity }) => severity === 'error').length
  return {
    model,
    tokenCount: null,
    errorCount,
    warningCount: problems.length - errorCount,
    inputCount: inputs.length,
    describedInputCount: inputs.filter(({ description }) => description?.trim()).length,
    exampledInputCount: inputs.filter((input) => (input.example ?? input.default) !== undefined).length,
  }
}
