import { parseDocument } from '../parse-document.ts'
import { type Fix, quoted } from '../problem.ts'
import { scopedNames } from './scoped-names.ts'

/**
 * A way to begin declaring inputs in a document that declares none: all names its tags use, at once, because from the
 * first declaration on every other name is unknown. `null` where inputs are declared, no name is used, or the front
 * matter cannot be read.
 */
export function declareInputsFix(text: string): Fix | null {
  const document = parseDocument(text)
  const { frontMatter, inputsDeclared } = document
  if (inputsDeclared || (frontMatter && !frontMatter.value)) return null
  if (!frontMatter && document.problems.some(({ code }) => code === 'unclosed-front-matter')) return null
  const kinds = kindsOf(document)
  if (kinds.size === 0) return null
  const entries = [...kinds].map(([name, kind]) => `  - name: ${name}\n    kind: ${kind}\n`)
  const block = `inputs:\n${entries.join('')}`
  const names = [...kinds.keys()]
  const title = names.length === 1 ? `Declare ${quoted(names[0] ?? '')}` : `Declare ${names.length} inputs`
  const insert = frontMatter ? block : `---\n${block}---\n`
  return { title, edits: [{ offset: frontMatter?.contentRange.to ?? 0, deleteCount: 0, insert }] }
}

/** Kinds as the tags suggest them: what is looked into is an object, what is gone through an array, what only switches a boolean. */
function kindsOf(document: Parameters<typeof scopedNames>[0]): Map<string, string> {
  const kinds = new Map<string, string>()
  const { names } = scopedNames(document)
  for (const [at, { tag, name, meaning }] of names.entries()) {
    if (meaning !== 'input' || tag.kind === 'close' || tag.kind === 'broken') continue
    const known = kinds.get(name)
    if (tag.name.includes('.')) kinds.set(name, 'object')
    else if (tag.kind === 'section' && known !== 'object')
      kinds.set(name, fills(names, at, document) ? 'array' : 'boolean')
    else if (tag.kind === 'inverted') kinds.set(name, known ?? 'boolean')
    else if (known === undefined || known === 'boolean') kinds.set(name, 'string')
  }
  return kinds
}

/** Whether a section says something of its own items: a name inside it, or `{{.}}`. */
function fills(
  names: ReturnType<typeof scopedNames>['names'],
  at: number,
  { tags }: Parameters<typeof scopedNames>[0],
): boolean {
  const next = names[at + 1]
  const from = names[at]?.tag.range.to ?? 0
  const close = tags.find(
    ({ kind, name, range }) => kind === 'close' && name === names[at]?.tag.name && range.from >= from,
  )
  const to = close?.range.from ?? from
  const self = tags.some(({ name, range }) => name === '.' && range.from >= from && range.from < to)
  return self || (next !== undefined && next.tag.kind !== 'close' && next.tag.range.from < to)
}
