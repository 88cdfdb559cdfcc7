/** A first-level category of prompts. Libraries add subcategories, never categories. */
export interface Category {
  readonly name: string
  /** What belongs in it, as a phrase. */
  readonly meaning: string
  /** The team that typically owns such prompts. */
  readonly owner: string
  /** Whether every change needs an approval. */
  readonly reviewRequired: boolean
  /** Subcategories every library starts with, besides `general`. */
  readonly subcategories: readonly string[]
}

/** The taxonomy. */
export const CATEGORIES = [
  category('agents', 'agent system prompts and personas', 'product-team', true, [
    'support',
    'sales',
    'operations',
    'research',
  ]),
  category('tasks', 'task-specific prompts', 'engineering-team', false, [
    'classification',
    'generation',
    'extraction',
    'summarization',
  ]),
  category('system', 'infrastructure and safety prompts', 'platform-team', true, [
    'safety',
    'formatting',
    'routing',
  ]),
  category('experimental', 'tests and prototypes', 'research-team', false),
  category('templates', 'reusable templates', 'prompt-team', false),
  category('modifiers', 'output modification', 'prompt-team', false),
  category('guardrails', 'safety and constraints', 'safety-team', true, ['content', 'privacy', 'compliance']),
  category('formatters', 'output formatting', 'prompt-team', false),
  category('extractors', 'information extraction', 'prompt-team', false),
  category('generators', 'content generation', 'prompt-team', false),
] as const

/** Name of one of {@link CATEGORIES}. */
export type CategoryName = (typeof CATEGORIES)[number]['name']

/** Whether a text from outside (a column, an argument) names a category. */
export function isCategoryName(text: string): text is CategoryName {
  return CATEGORIES.some((category) => category.name === text)
}

function category<N extends string>(
  name: N,
  meaning: string,
  owner: string,
  reviewRequired: boolean,
  subcategories: readonly string[] = [],
): Category & { readonly name: N } {
  return { name, meaning, owner, reviewRequired, subcategories }
}
