import { closest } from './closest.ts'
import type { Contract } from './contract.ts'
import { declaration } from './declaration.ts'
import { includeOf } from './includes-of.ts'
import { scopedTags } from './name-uses.ts'
import type { PromptDocument } from './parse-document.ts'
import { type Fix, type Problem, quoted } from './problem.ts'
import type { Tag } from './scan-tags.ts'

/** What is known about a prompt that a document includes. */
export type IncludedPrompt =
  | { readonly kind: 'found'; readonly contract: Contract }
  /** There is none of that key, or none of that version. */
  | { readonly kind: 'missing' }
  /** Including it leads back to this document; `path` are the keys from here to here. */
  | { readonly kind: 'cycle'; readonly path: readonly string[] }

/** What diagnosing needs beyond the text. Each part may be left out. */
export interface DiagnoseContext {
  /** What is known about an included prompt; `version` is null where the tag pins none. `null` says that nothing is known yet. */
  readonly includes?: (key: string, version: string | null) => IncludedPrompt | null
  /** Keys that can be included, for a suggestion in place of an unknown one. */
  readonly keys?: readonly string[]
  /** Tokens that the body may have. Only with `countTokens`. */
  readonly tokenLimit?: number
  /** Counts the tokens of a text; `exact: false` says that they are estimated. */
  readonly countTokens?: (text: string) => { readonly tokens: number; readonly exact: boolean }
}

/** Unknown includes that get a suggestion: each is compared with every key. */
const MAX_SUGGESTIONS = 10

/** @internal Problems of what the document includes, tag by tag. */
export function includeProblems(document: PromptDocument, context: DiagnoseContext): Problem[] {
  const { includes } = context
  if (!includes) return []
  const keys = new KnownKeys(context.keys ?? [])
  const declared = new Set(document.inputs.map(({ name }) => name))
  return scopedTags(document).flatMap(({ tag, amongFields }): Problem[] => {
    const include = includeOf(tag)
    const prompt = include && includes(include.key, include.version)
    if (!include || !prompt) return []
    if (prompt.kind === 'missing') return [unknownInclude(tag, include.key, keys)]
    if (prompt.kind === 'cycle') return [cycle(tag, prompt.path)]
    // A section around the include may bring the names that it needs.
    return amongFields ? [] : undeclaredInputs(tag, prompt.contract, declared, document)
  })
}

/** @internal Whether the body has more tokens than it may. */
export function tokenProblems(
  { text, bodyRange }: PromptDocument,
  { tokenLimit, countTokens }: DiagnoseContext,
): Problem[] {
  if (tokenLimit === undefined || !countTokens) return []
  const { tokens, exact } = countTokens(text.slice(bodyRange.from, bodyRange.to))
  if (tokens <= tokenLimit) return []
  const count = `${exact ? '' : 'about '}${tokens.toLocaleString('en')}`
  const message = `The prompt has ${count} tokens, and at most ${tokenLimit.toLocaleString('en')} are allowed. Shorten it, or move parts of it into inputs.`
  const lineEnd = text.indexOf('\n', bodyRange.from)
  const range = { from: bodyRange.from, to: lineEnd === -1 ? bodyRange.to : lineEnd }
  return [{ code: 'over-token-limit', severity: 'warning', message, range }]
}

class KnownKeys {
  readonly #keys: readonly string[]
  readonly #suggested = new Map<string, string | null>()
  #set: ReadonlySet<string> | undefined

  constructor(keys: readonly string[]) {
    this.#keys = keys
  }

  has(key: string): boolean {
    this.#set ??= new Set(this.#keys)
    return this.#set.has(key)
  }

  closest(key: string): string | null {
    if (!this.#suggested.has(key) && this.#suggested.size < MAX_SUGGESTIONS) {
      this.#suggested.set(key, closest(key, this.#keys))
    }
    return this.#suggested.get(key) ?? null
  }
}

function unknownInclude(tag: Tag, key: string, keys: KnownKeys): Problem {
  const problem = { code: 'unknown-include', severity: 'error', range: tag.range } as const
  if (tag.name !== key && keys.has(key)) {
    const message = `The prompt ${quoted(key)} has no version ${quoted(tag.name.slice(key.length + 1))}. Choose one that it has, or pin none.`
    return { ...problem, message, fix: replacement(tag, tag.name, key, `Include the current version`) }
  }
  const similar = keys.closest(key)
  const advice = similar
    ? `Did you mean ${quoted(similar)}?`
    : 'Create it, correct the key, or remove the tag.'
  const message = `No prompt has the key ${quoted(key)}. ${advice}`
  return {
    ...problem,
    message,
    ...(similar ? { fix: replacement(tag, key, similar, `Change to ${similar}`) } : {}),
  }
}

function replacement({ nameRange }: Tag, old: string, insert: string, title: string): Fix {
  return { title, edits: [{ offset: nameRange.from, deleteCount: old.length, insert }] }
}

function cycle({ range }: Tag, path: readonly string[]): Problem {
  const way = path.length > 0 ? `: ${path.join(' → ')}` : ''
  const message = `The prompts include each other in a circle${way}. Remove one of these includes.`
  return { code: 'include-cycle', severity: 'error', message, range }
}

function undeclaredInputs(
  { name, range }: Tag,
  { inputs }: Contract,
  declared: ReadonlySet<string>,
  document: PromptDocument,
): Problem[] {
  const needed = [...inputs].filter(([input, { required }]) => required && !declared.has(input))
  return needed.map(([input, { kind }]) => {
    const message = `The included prompt ${quoted(name)} requires the input "${quoted(input)}", which this one does not declare. Declare it under inputs.`
    const fix = declaration(input, kind === 'any' ? 'string' : kind, document)
    // Where nothing is declared, callers may still pass it.
    const severity = document.inputsDeclared ? 'error' : 'warning'
    return { code: 'undeclared-include-input', severity, message, range, ...(fix ? { fix } : {}) }
  })
}
