import { includeOf } from '../includes-of.ts'
import { parseDocument } from '../parse-document.ts'
import type { Range } from '../text-position.ts'
import { occurrencesIn } from './input-occurrences.ts'

/** What a place in a document speaks of, and where that is to be found. */
export type Definition =
  | {
      readonly kind: 'input'
      readonly name: string
      /** The words that speak of it. */
      readonly range: Range
      /** Its name in the front matter. */
      readonly target: Range
    }
  | {
      readonly kind: 'include'
      readonly key: string
      /** `null`: whichever version is current. */
      readonly version: string | null
      readonly range: Range
    }

/** Where to go from an offset: from an input to its declaration, from an include to its prompt; `null`: nowhere. */
export function definitionAt(text: string, offset: number): Definition | null {
  const document = parseDocument(text)
  const tag = document.tags.find(({ range }) => range.from <= offset && offset < range.to)
  const include = tag && includeOf(tag)
  if (tag && include) {
    return { kind: 'include', key: include.key, version: include.version, range: tag.nameRange }
  }
  const found = occurrencesIn(document, offset)
  if (!found?.declaration) return null
  return { kind: 'input', name: found.name, range: found.at, target: found.declaration }
}
