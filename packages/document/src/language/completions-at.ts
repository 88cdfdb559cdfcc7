import { parseDocument } from '../parse-document.ts'
import type { Range } from '../text-position.ts'
import { bodyCompletions } from './body-completions.ts'
import { frontMatterCompletions } from './front-matter-completions.ts'

/** Something to write at a place. */
export interface Completion {
  readonly kind: 'input' | 'field' | 'close' | 'prompt' | 'version' | 'key' | 'value' | 'role'
  /** What the list shows, and what is compared with what was typed. */
  readonly label: string
  /** A few words beside it; may be empty. */
  readonly detail: string
  /** What it is, in a sentence or two; may be empty. */
  readonly description: string
  readonly insert: string
  /** What `insert` takes the place of. */
  readonly range: Range
}

/** A prompt that can be included. */
export interface IncludableKey {
  readonly key: string
  readonly name: string
  readonly description: string
}

/** A version of the prompt that the include at the offset names. */
export interface IncludableVersion {
  readonly version: string
  /** A few words about it. */
  readonly detail: string
}

/** What the document itself does not know. */
export interface CompletionContext {
  /** Prompts offered after `{{>`, best first. */
  readonly keys: readonly IncludableKey[]
  /** Versions offered behind the `@` of an include, best first. */
  readonly versions: readonly IncludableVersion[]
}

/** What can be written at an offset, best first: inputs, fields and section ends in tags, prompts and their versions in includes, keys and values in the front matter, roles. */
export function completionsAt(text: string, offset: number, context: CompletionContext): Completion[] {
  const inFrontMatter = frontMatterCompletions(text, offset)
  return inFrontMatter ?? bodyCompletions(parseDocument(text), offset, context)
}
