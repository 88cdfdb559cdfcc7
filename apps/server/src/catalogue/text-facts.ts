import { diagnose, parseDocument } from '@incipit/document'
import type { PromptRow } from '../prompts/store.ts'

/** What of the text on main is kept beside the prompt, so that lists and filters need not read texts. */
export type TextFacts = Pick<PromptRow, 'model' | 'tokenCount' | 'errorCount' | 'warningCount'>

/** A text in another template language is kept as it came, and not read. */
export function textFactsOf(templateLanguage: string, content: string): TextFacts {
  if (templateLanguage !== 'mustache') {
    return { model: null, tokenCount: null, errorCount: 0, warningCount: 0 }
  }
  const problems = diagnose(content)
  const errorCount = problems.filter(({ severity }) => severity === 'error').length
  return {
    model: parseDocument(content).model,
    tokenCount: null,
    errorCount,
    warningCount: problems.length - errorCount,
  }
}
