import { parseDocument } from './parse-document.ts'
import type { Tag } from './scan-tags.ts'
import type { Range } from './text-position.ts'

/** Another prompt that a document takes in: `{{> key}}` or `{{> key@1.2.0}}`. */
export interface Include {
  readonly key: string
  /** The version asked for; `null`: whichever is current. */
  readonly version: string | null
  /** The whole tag. */
  readonly range: Range
}

/** @internal A prompt key, then perhaps a version of any scheme. */
const REFERENCE = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:@([0-9A-Za-z][0-9A-Za-z.-]*))?$/

/** The includes of a document, in order, repetitions too. A tag whose reference is malformed is left out; `diagnose` reports it. */
export function includesOf(text: string): Include[] {
  return parseDocument(text).tags.flatMap((tag) => includeOf(tag) ?? [])
}

/** @internal What a tag includes; `null` when it is no partial, or a malformed one. */
export function includeOf(tag: Tag): Include | null {
  const reference = tag.kind === 'partial' ? includeReference(tag.name) : null
  return reference && { ...reference, range: tag.range }
}

/** @internal What `key` or `key@version` names; `null` when it is neither. */
export function includeReference(name: string): Pick<Include, 'key' | 'version'> | null {
  const match = REFERENCE.exec(name)
  return match && { key: match[1] ?? '', version: match[2] ?? null }
}
