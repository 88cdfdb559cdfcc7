import { type PromptDocument, parseDocument } from '../parse-document.ts'
import type { Range } from '../text-position.ts'
import { type ScopedName, scopedNames } from './scoped-names.ts'

/** Where an input stands in a document. */
export interface InputOccurrences {
  readonly name: string
  /** The occurrence that was asked about. */
  readonly at: Range
  /** Its name in the front matter; `null` where it is only used. */
  readonly declaration: Range | null
  /** Its name in tags: values, sections and their ends, first parts of dotted names. */
  readonly uses: readonly Range[]
  /** Names inside sections that may just as well be fields of what the section goes through. */
  readonly unsure: readonly Range[]
}

/** The input at an offset, on a tag or on its declaration, and everywhere else it stands; `null` where there is none. */
export function inputOccurrences(text: string, offset: number): InputOccurrences | null {
  return occurrencesIn(parseDocument(text), offset)
}

/** @internal */
export function occurrencesIn(document: PromptDocument, offset: number): InputOccurrences | null {
  const { names } = scopedNames(document)
  const declared = document.inputs.find(({ nameRange }) => holds(nameRange, offset))
  const used = names.find(({ tag }) => isInside(tag.range, offset))
  const name = declared?.name ?? used?.name
  if (name === undefined || (used && !declared && !meansInput(used, document))) return null
  const same = names.filter((use) => use.name === name && use.meaning !== 'field')
  // Who points at a name in a section and speaks of the input has said what it means.
  const isSure = (use: ScopedName): boolean => use.meaning === 'input' || (use === used && !declared)
  return {
    name,
    at: declared?.nameRange ?? used?.range ?? { from: offset, to: offset },
    declaration: document.inputs.find((input) => input.name === name)?.nameRange ?? null,
    uses: same.filter(isSure).map(({ range }) => range),
    unsure: same.filter((use) => !isSure(use)).map(({ range }) => range),
  }
}

/** A name in a section that nothing else speaks of is a field. */
function meansInput({ name, meaning }: ScopedName, { inputs }: PromptDocument): boolean {
  return meaning === 'input' || (meaning === 'unsure' && inputs.some((input) => input.name === name))
}

/** A cursor at either end of a word counts as on it. */
function holds({ from, to }: Range, offset: number): boolean {
  return from <= offset && offset <= to
}

/** Between two tags that touch, the cursor is on the second. */
function isInside({ from, to }: Range, offset: number): boolean {
  return from <= offset && offset < to
}
