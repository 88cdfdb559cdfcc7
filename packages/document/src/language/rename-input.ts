import { contractOfDocument } from '../contract.ts'
import { type PromptDocument, parseDocument } from '../parse-document.ts'
import { type Edit, quoted } from '../problem.ts'
import { INPUT_NAME } from '../read-properties.ts'
import type { Range } from '../text-position.ts'
import { applyEdits } from './apply-edits.ts'
import { type InputOccurrences, occurrencesIn } from './input-occurrences.ts'
import { scopedNames } from './scoped-names.ts'
import { valueForm } from './value-form.ts'

/** What renaming an input comes to. */
export type InputRename =
  | {
      readonly ok: true
      readonly name: string
      readonly edits: readonly Edit[]
      /** Names left alone because they may be fields of what a section goes through. */
      readonly unsure: readonly Range[]
    }
  | {
      readonly ok: false
      /** Why not, and what to do. */
      readonly reason: string
    }

/**
 * Renames the input at an offset: its declaration, and every tag that speaks of it. Refused where the new name is no
 * name, is taken, or where the text would mean something else afterwards.
 *
 * @param newName without braces
 */
export function renameInput(text: string, offset: number, newName: string): InputRename {
  const document = parseDocument(text)
  const found = occurrencesIn(document, offset)
  if (!found)
    return refused('No input stands here. Put the cursor on its name, in a tag or in the front matter.')
  if (newName === found.name) return { ok: true, name: found.name, edits: [], unsure: found.unsure }
  const hindrance = hindranceOf(document, newName)
  if (hindrance) return refused(hindrance)
  const edits = editsFor(text, found, newName)
  if (!edits || !isRenamed(document, applyEdits(text, edits), found.name, newName)) {
    return refused(
      `"${quoted(found.name)}" is written in the front matter in a way that cannot be changed safely. Rename it there by hand.`,
    )
  }
  return { ok: true, name: found.name, edits, unsure: found.unsure }
}

function refused(reason: string): InputRename {
  return { ok: false, reason }
}

function hindranceOf(document: PromptDocument, newName: string): string | null {
  if (newName === '') return 'An input needs a name. Type one.'
  if (!INPUT_NAME.test(newName)) {
    return `"${quoted(newName)}" is no name for an input. Use one word of letters, digits, _ and -, beginning with a letter.`
  }
  if (document.inputs.some(({ name }) => name === newName)) {
    return `There is an input called "${quoted(newName)}" already. Choose another name.`
  }
  const { names } = scopedNames(document)
  if (names.some(({ name }) => name === newName) || isField(document, newName)) {
    return `The text speaks of "${quoted(newName)}" already. Choose another name, so that the two stay apart.`
  }
  return null
}

/** Whether examples or defaults show a field of that name, which would hide the input inside its section. */
function isField({ inputs }: PromptDocument, name: string): boolean {
  const has = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(has)
    return value instanceof Map && (value.has(name) || [...value.values()].some(has))
  }
  return inputs.some((input) => has(input.example) || has(input.default))
}

function editsFor(
  text: string,
  { name, declaration, uses }: InputOccurrences,
  newName: string,
): Edit[] | null {
  const edits = uses.map(({ from, to }) => ({ offset: from, deleteCount: to - from, insert: newName }))
  if (!declaration) return edits
  const written = text.slice(declaration.from, declaration.to)
  const quote = /^["']/.exec(written)?.[0] ?? ''
  if (written !== quote + name + quote) return null
  const insert = quote + newName + quote || newName
  const plain = quote === '' && MEANS_SOMETHING_ELSE.test(newName) ? `"${newName}"` : insert
  return [{ offset: declaration.from, deleteCount: written.length, insert: plain }, ...edits]
}

/** Words that YAML does not read as text. */
const MEANS_SOMETHING_ELSE = /^(?:null|true|false)$/i

/** All else must stay as it was: the last word against whatever YAML can do with anchors and aliases. */
function isRenamed(before: PromptDocument, text: string, name: string, newName: string): boolean {
  const after = parseDocument(text)
  const renamed = (other: string): string => (other === name ? newName : other)
  return (
    formOf(before, renamed) === formOf(after, (other) => other) && after.tags.length === before.tags.length
  )
}

/** Everything the front matter and the contract say, with names put through `rename`. */
function formOf(document: PromptDocument, rename: (name: string) => string): string {
  const settings = [...(document.frontMatter?.value ?? [])].filter(([key]) => key !== 'inputs')
  const inputs = document.inputs.map(({ name, nameRange: _, ...spec }) => [
    rename(name),
    Object.values(spec).map(valueForm),
  ])
  const contract = [...contractOfDocument(document).inputs].map(([name, input]) => [rename(name), input])
  return JSON.stringify([settings.map(valueForm), inputs, contract])
}
