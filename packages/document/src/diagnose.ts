import { closest } from './closest.ts'
import { declaration } from './declaration.ts'
import { type DiagnoseContext, includeProblems, tokenProblems } from './diagnose-in-context.ts'
import { includeOf } from './includes-of.ts'
import { type NameUse, nameUses, TAG_NAME } from './name-uses.ts'
import { type PromptDocument, parseDocument } from './parse-document.ts'
import { type Problem, quoted } from './problem.ts'
import type { Tag } from './scan-tags.ts'
import { type Position, positionsIn } from './text-position.ts'

/** A problem as an editor shows it. */
export interface Diagnostic extends Omit<Problem, 'range'> {
  readonly from: Position
  /** Not included. */
  readonly to: Position
}

/** Inputs compared with an unknown name: enough for any real prompt, few enough to keep up with typing. */
const MAX_CANDIDATES = 100

/**
 * Everything wrong with a document, in the order of the text. Never throws, unless what the context brings along does.
 *
 * @param context what the text alone does not say; without it, only what can be seen in the text is told
 */
export function diagnose(text: string, context: DiagnoseContext = {}): Diagnostic[] {
  const document = parseDocument(text)
  const positionAt = positionsIn(text)
  return [
    ...document.problems,
    ...document.tags.flatMap((tag) => tagProblem(tag) ?? []),
    ...inputProblems(document),
    ...contentProblems(document),
    ...includeProblems(document, context),
    ...tokenProblems(document, context),
  ]
    .sort((a, b) => a.range.from - b.range.from)
    .map(({ range, ...problem }) => ({ ...problem, from: positionAt(range.from), to: positionAt(range.to) }))
}

function tagProblem(tag: Tag): Problem | null {
  const range = tag.range
  if (tag.kind === 'partial') {
    if (includeOf(tag)) return null
    const message = `"${quoted(tag.name)}" is not the key of a prompt. Write {{> prompt-key}} or {{> prompt-key@1.2.0}}.`
    return { code: 'invalid-include', severity: 'error', message, range }
  }
  if (tag.kind === 'comment' || tag.kind === 'delimiters' || tag.kind === 'broken') return null
  if (tag.name === '') {
    const message = 'This tag names nothing. Put the name of an input between its braces, or remove it.'
    return { code: 'invalid-tag', severity: 'error', message, range }
  }
  if (tag.name === '.' || TAG_NAME.test(tag.name)) return null
  const message = `"${quoted(tag.name)}" is not a name, and Mustache has no expressions. Use a plain name such as {{topic}}.`
  return { code: 'invalid-tag', severity: 'warning', message, range }
}

function inputProblems(document: PromptDocument): Problem[] {
  if (!document.inputsDeclared) return []
  const uses = nameUses(document)
  const used = new Set(uses.map(({ input }) => input))
  const declared = new Set(document.inputs.map(({ name }) => name))
  const unknown = uses.filter(({ input, mayBeField, whole }) => whole && !mayBeField && !declared.has(input))
  // What an included prompt uses cannot be seen from here.
  const includes = document.tags.some(({ kind }) => kind === 'partial')
  const unused = includes ? [] : document.inputs.filter(({ name }) => !used.has(name))
  return [
    ...unknown.map((use) => unknownInput(use, document)),
    ...unused.map(
      ({ name, nameRange }): Problem => ({
        code: 'unused-input',
        severity: 'warning',
        message: `The input "${quoted(name)}" is declared but never used. Use it as {{${quoted(name)}}} or remove it.`,
        range: nameRange,
      }),
    ),
  ]
}

function unknownInput({ input, range }: NameUse, document: PromptDocument): Problem {
  const similar = closest(
    input,
    document.inputs.slice(0, MAX_CANDIDATES).map(({ name }) => name),
  )
  const advice = similar
    ? `Did you mean "${quoted(similar)}"?`
    : 'Declare it under inputs in the front matter, or correct the name.'
  const fix = similar
    ? {
        title: `Change to ${similar}`,
        edits: [{ offset: range.from, deleteCount: range.to - range.from, insert: similar }],
      }
    : declaration(input, 'string', document)
  const message = `No input is called "${quoted(input)}". ${advice}`
  return { code: 'unknown-input', severity: 'error', message, range, ...(fix ? { fix } : {}) }
}

function contentProblems({ messages, text, tags, bodyRange }: PromptDocument): Problem[] {
  const comments = tags.filter(({ kind }) => kind === 'comment' || kind === 'delimiters')
  const empty = messages.filter(({ contentRange }) =>
    isBlank(text, contentRange.from, contentRange.to, comments),
  )
  if (empty.length === messages.length) {
    const message = 'The prompt says nothing yet. Write what the model should do.'
    return [{ code: 'empty-content', severity: 'error', message, range: bodyRange }]
  }
  return empty.map(
    ({ role, range }): Problem => ({
      code: 'empty-message',
      severity: 'warning',
      message: `This ${role ?? 'text'} message says nothing. Write what belongs in it, or remove its line.`,
      range,
    }),
  )
}

function isBlank(text: string, from: number, to: number, comments: readonly Tag[]): boolean {
  let position = from
  for (const { range } of comments) {
    if (range.to <= from || range.from >= to) continue
    if (text.slice(position, range.from).trim() !== '') return false
    position = range.to
  }
  return text.slice(position, to).trim() === ''
}
