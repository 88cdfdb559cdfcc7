import type { CategoryName } from './categories.ts'

/** The first rule whose words occur decides. */
const RULES: readonly (readonly [CategoryName, RegExp])[] = [
  ['agents', /\b(you are|you're|act as|acting as|your role|persona|role-?play|assistant|agent)\b/i],
  ['extractors', /\b(extract(s|ed|ing|ion)?|find(s|ing)?|identif(y|ies|ied|ying))\b/i],
  ['generators', /\b(generat(e|es|ed|ing|ion)|creat(e|es|ed|ing|ion)|writ(e|es|ing|ten))\b/i],
  ['formatters', /\b(format(s|ted|ting)?|structur(e|es|ed|ing)|outputs?)\b/i],
  ['guardrails', /\b(safe(ty|ly)?|restrict(s|ed|ing|ion|ions)?|den(y|ies|ied|ying)|block(s|ed|ing)?)\b/i],
]

/** The category that a prompt's words speak for. Only a suggestion: a person accepts it. */
export function suggestCategory(content: string): CategoryName {
  return RULES.find(([, words]) => words.test(content))?.[0] ?? 'tasks'
}
