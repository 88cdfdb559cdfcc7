import { includeOf } from '../includes-of.ts'
import type { InputSpec } from '../input-spec.ts'
import { type PromptDocument, parseDocument } from '../parse-document.ts'
import type { Range } from '../text-position.ts'
import { keysAt } from './front-matter-keys.ts'
import { keyAt } from './front-matter-place.ts'
import { type NameMeaning, scopedNames } from './scoped-names.ts'

/** What is known about a place in a document. Names and descriptions in it are people's words: text, never markup. */
export type Hover = { readonly range: Range } & (
  | {
      readonly kind: 'input'
      readonly name: string
      /** As declared; `null` where it is only used. */
      readonly input: InputSpec | null
      readonly meaning: NameMeaning
    }
  | { readonly kind: 'include'; readonly key: string; readonly version: string | null }
  | {
      readonly kind: 'key'
      readonly key: string
      readonly description: string
      readonly values: readonly string[]
    }
)

/** What can be said about an offset: about an input, an include, or a key of the front matter; `null`: nothing. */
export function hoverAt(text: string, offset: number): Hover | null {
  const document = parseDocument(text)
  return inputHover(document, offset) ?? includeHover(document, offset) ?? keyHover(text, offset)
}

function inputHover({ inputs, tags }: PromptDocument, offset: number): Hover | null {
  const declared = inputs.find(({ nameRange }) => isInside(nameRange, offset))
  if (declared) {
    return {
      kind: 'input',
      range: declared.nameRange,
      name: declared.name,
      input: declared,
      meaning: 'input',
    }
  }
  const used = scopedNames({ tags, inputs }).names.find(({ tag }) => isInside(tag.range, offset))
  if (!used) return null
  const { name, meaning, tag } = used
  const input = meaning === 'field' ? null : (inputs.find((candidate) => candidate.name === name) ?? null)
  return { kind: 'input', range: tag.range, name, input, meaning }
}

function includeHover({ tags }: PromptDocument, offset: number): Hover | null {
  const tag = tags.find(({ range }) => isInside(range, offset))
  const include = tag && includeOf(tag)
  return include ? { kind: 'include', ...include } : null
}

function keyHover(text: string, offset: number): Hover | null {
  const place = keyAt(text, offset)
  const known = place && keysAt(place.path).find(({ key }) => key === place.key)
  if (!place || !known) return null
  const { key, description, values = [] } = known
  return { kind: 'key', range: { from: place.from, to: place.from + key.length }, key, description, values }
}

function isInside({ from, to }: Range, offset: number): boolean {
  return from <= offset && offset < to
}
