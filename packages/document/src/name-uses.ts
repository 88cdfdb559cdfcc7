import type { PromptDocument } from './parse-document.ts'
import type { Tag } from './scan-tags.ts'
import type { Range } from './text-position.ts'

/** @internal A name in the text that stands for an input, or perhaps for a field of a section's item. */
export interface NameUse {
  /** The input: of `order.items`, `order`. */
  readonly input: string
  /** Where `input` stands. */
  readonly range: Range
  /** Whether it may be a field of something a section goes through. */
  readonly mayBeField: boolean
  /** Whether the tag is whole; a broken one counts as a use, but its name is not judged. */
  readonly whole: boolean
}

/** @internal Dotted names of words; what else a tag can hold is not a name. */
export const TAG_NAME = /^[\p{L}_][\p{L}\p{N}_-]*(\.[\p{L}\p{N}_-]+)*$/u

/** @internal Every use of a name, in order. */
export function nameUses(document: Pick<PromptDocument, 'tags' | 'inputs'>): NameUse[] {
  return scopedTags(document).flatMap(({ tag, amongFields }) => useOf(tag, amongFields) ?? [])
}

/** @internal All tags but closing ones, each with whether a section around it may bring names of its own. */
export function scopedTags({
  tags,
  inputs,
}: Pick<PromptDocument, 'tags' | 'inputs'>): { readonly tag: Tag; readonly amongFields: boolean }[] {
  const kinds = new Map(inputs.map(({ name, kind }) => [name, kind]))
  const scoped: { readonly tag: Tag; readonly amongFields: boolean }[] = []
  const sections: { readonly name: string; readonly fields: boolean }[] = []
  let fieldDepth = 0

  for (const tag of tags) {
    if (tag.kind === 'close') {
      // Only a well-nested close ends a section here; crossings are reported elsewhere.
      if (sections.at(-1)?.name === tag.name && sections.pop()?.fields) fieldDepth -= 1
      continue
    }
    scoped.push({ tag, amongFields: fieldDepth > 0 })
    if (tag.kind === 'section' || tag.kind === 'inverted') {
      const fields = tag.kind === 'section' && mayHaveFields(tag.name, kinds)
      if (fields) fieldDepth += 1
      sections.push({ name: tag.name, fields })
    }
  }
  return scoped
}

const USING: ReadonlySet<Tag['kind']> = new Set(['variable', 'raw', 'section', 'inverted', 'broken'])

function useOf(tag: Tag, mayBeField: boolean): NameUse | null {
  if (!USING.has(tag.kind) || !TAG_NAME.test(tag.name)) return null
  const input = tag.name.split('.')[0] ?? ''
  const { from } = tag.nameRange
  return { input, range: { from, to: from + input.length }, mayBeField, whole: tag.kind !== 'broken' }
}

/** A section over a plain value brings no new names; one over anything else, or over something unknown, may. */
function mayHaveFields(name: string, kinds: ReadonlyMap<string, string>): boolean {
  const kind = kinds.get(name)
  return kind === undefined || kind === 'array' || kind === 'object'
}
