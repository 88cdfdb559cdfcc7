import { normalizeTag, type TagCategory } from './tags.ts'

/** A tag that fits, waiting for a person to accept it. */
export interface TagSuggestion {
  /** Normalized name. */
  readonly name: string
  readonly category: TagCategory
}

const RULES: readonly (readonly [string, TagCategory, RegExp])[] = [
  ['support', 'domain', /\b(support(s|ed|ing)?|help ?desk|tickets?|customer service)\b/i],
  ['sales', 'domain', /\b(sales|sell(s|ing|er)?|leads?|prospects?)\b/i],
  ['marketing', 'domain', /\b(marketing|campaigns?|advertis\w+|brand(s|ing)?|seo)\b/i],
  ['engineering', 'domain', /\b(engineer(s|ing)?|developers?|software|code|programming|debug(ging)?)\b/i],
  ['legal', 'domain', /\b(legal(ly)?|law(s|yer|yers)?|contracts?|attorneys?|clauses?)\b/i],
  [
    'finance',
    'domain',
    /\b(financ(e|es|ial)|accounting|invest(s|ing|ment|ments|or|ors)?|budgets?|invoices?)\b/i,
  ],
  ['classify', 'action', /\b(classif(y|ies|ied|ying|ication)|categori[sz]e[sd]?)\b/i],
  ['generate', 'action', /\b(generat(e|es|ed|ing|ion)|creat(e|es|ed|ing)|writ(e|es|ing))\b/i],
  ['extract', 'action', /\b(extract(s|ed|ing|ion)?)\b/i],
  ['summarize', 'action', /\b(summar(y|ies|i[sz]e|i[sz]es|i[sz]ed|i[sz]ing))\b/i],
  ['translate', 'action', /\b(translat(e|es|ed|ing|ion|ions|or))\b/i],
  ['analyze', 'action', /\b(analy([sz]e|[sz]es|[sz]ed|[sz]ing|sis|st|sts))\b/i],
]

/**
 * Tags that a prompt's words speak for: domains first, then actions, then its model target. Only suggestions: a person accepts them.
 *
 * @param model the model target, when there is one
 */
export function suggestTags(content: string, model?: string | null): TagSuggestion[] {
  const found = RULES.filter(([, , words]) => words.test(content)).map(([name, category]) => ({
    name,
    category,
  }))
  const modelTag = normalizeTag(model ?? '')
  return modelTag ? [...found, { name: modelTag, category: 'model' }] : found
}

const CATEGORY_OF = new Map(RULES.map(([name, category]) => [name, category]))
const MODEL_FAMILY = /^(gpt|chatgpt|claude|gemini|llama|mistral|mixtral|qwen|deepseek|grok|o\d)/

/** What a tag speaks about, told by its normalized name: one of the domains and actions, the name of a model, or nothing in particular. */
export function tagCategoryOf(name: string): TagCategory {
  return CATEGORY_OF.get(name) ?? (MODEL_FAMILY.test(name) ? 'model' : 'general')
}
