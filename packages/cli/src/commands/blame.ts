import type { Command } from '../command.ts'
import { COMMIT_FIELDS, type CommitAnswer, nameOf } from '../commit-lines.ts'
import { Failure } from '../failure.ts'
import { atMost, openPrompt, PROMPT_HELP, PROMPT_OPTIONS } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { columns, createScreen, firstLine, type Screen } from '../screen.ts'

const HELP = `incipit blame KEY [REF] [OPTIONS]

Shows who wrote what: each line with the commit that changed it last. REF is a version, hash, tag or branch;
main where left out.

  --words               by words: each run of text with the commit that wrote it
${PROMPT_HELP}`

const OPTIONS = { ...PROMPT_OPTIONS, words: { type: 'boolean' } } as const

interface Run {
  readonly start: number
  readonly count: number
  readonly commit: CommitAnswer
}
interface Blamed {
  readonly content: string
  readonly blame: { readonly runs: readonly Run[] }
}

export const blameCommand: Command = {
  name: 'blame',
  summary: 'show who wrote what',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    atMost(positionals, 2, 'incipit blame KEY REF')
    const [key, ref = 'main'] = positionals
    const prompt = await openPrompt(surroundings, key, values)
    const { commit } = await prompt.read<{ commit: Blamed | null }>(
      `commit(ref: $ref) { content blame { runs: ${values.words ? 'words' : 'lines'} { start count commit { ${COMMIT_FIELDS} } } } }`,
      '$ref: String!',
      { ref },
    )
    if (!commit) throw new Failure(`There is no commit "${ref}" in ${prompt.key}.`, 'NOT_FOUND')
    const parts = values.words ? wordsOf(commit) : linesOf(commit)
    const screen = createScreen(surroundings)
    if (values.json) screen.write(`${JSON.stringify(parts.map(jsonOf))}\n`)
    else screen.write(values.words ? wordText(parts, screen) : lineText(parts, screen))
    return 0
  },
}

/** A stretch of the text that one commit answers for. */
interface Part {
  readonly start: number
  readonly text: string
  readonly commit: CommitAnswer
}

function linesOf({ content, blame }: Blamed): Part[] {
  const lines = content.match(/[^\n]*\n|[^\n]+/g) ?? []
  return blame.runs.flatMap(({ start, count, commit }) =>
    lines.slice(start - 1, start - 1 + count).map((line, at) => ({ start: start + at, text: line, commit })),
  )
}

function wordsOf({ content, blame }: Blamed): Part[] {
  return blame.runs.map(({ start, count, commit }) => ({
    start,
    text: content.slice(start, start + count),
    commit,
  }))
}

function originOf({ commit }: Part): string[] {
  return [
    commit.shortHash,
    nameOf(commit) === commit.shortHash ? '-' : nameOf(commit),
    firstLine(commit.authors[0]?.name ?? ''),
    commit.createdAt.slice(0, 10),
  ]
}

/** Every line behind where it comes from; columns are as wide as the widest. */
function lineText(parts: readonly Part[], { tone, plain }: Screen): string {
  const width = String(parts.length).length
  const origins = columns(parts.map((part) => [...originOf(part), String(part.start).padStart(width)]))
  return parts.map(({ text }, at) => `${tone('dim', `${origins[at]}|`)} ${ended(plain(text))}`).join('')
}

/** Every run under where it comes from. */
function wordText(parts: readonly Part[], { tone, plain }: Screen): string {
  return parts.map((part) => `${tone('dim', originOf(part).join('  '))}\n${ended(plain(part.text))}`).join('')
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}

function jsonOf({ start, text, commit }: Part) {
  return {
    start,
    text,
    hash: commit.hash,
    version: commit.version,
    createdAt: commit.createdAt,
    authors: commit.authors.map(({ name }) => name),
  }
}
