import type { Command } from '../command.ts'
import { COMMIT_FIELDS, type CommitAnswer, commitJson, nameOf } from '../commit-lines.ts'
import { Failure, UsageError } from '../failure.ts'
import { atMost, openPrompt, PROMPT_HELP, PROMPT_OPTIONS } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { createScreen, type Screen } from '../screen.ts'

const HELP = `incipit diff KEY A..B [OPTIONS]

Compares two commits of a prompt. A and B are versions, hashes, tags or branches; one that is left out is main.
A...B compares B with the commit where the two parted: what B brings, as a change request shows it.

  --patch               the changed lines, as git apply takes them (this is the default)
  --stat                only how many lines, and what changed for callers
  --structure           front matter, inputs and messages instead of lines
${PROMPT_HELP}`

const OPTIONS = {
  ...PROMPT_OPTIONS,
  patch: { type: 'boolean' },
  stat: { type: 'boolean' },
  structure: { type: 'boolean' },
} as const

interface Comparison {
  readonly base: CommitAnswer
  readonly head: CommitAnswer
  readonly mergeBase: CommitAnswer | null
  readonly added: number
  readonly removed: number
  readonly contractChanges: readonly {
    readonly kind: string
    readonly input: string
    readonly breaking: boolean
    readonly description: string
  }[]
  readonly structure: readonly {
    readonly part: string
    readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED'
    readonly name: string
    readonly breaking: boolean
    readonly description: string
  }[]
  readonly patch: string
}

const VIEWS = ['patch', 'stat', 'structure'] as const

export const diffCommand: Command = {
  name: 'diff',
  summary: 'compare two commits of a prompt',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    atMost(positionals, 2, 'incipit diff KEY A..B')
    const [view = 'patch', another] = VIEWS.filter((name) => values[name])
    if (another) throw new UsageError(`Give --${view} or --${another}, not both.`)
    const [key, range] = positionals
    const prompt = await openPrompt(surroundings, key, values)
    const { compare } = await prompt.read<{ compare: Comparison | null }>(
      `compare(base: $base, head: $head, sinceMergeBase: $sinceMergeBase) {
        base { ${COMMIT_FIELDS} } head { ${COMMIT_FIELDS} } mergeBase { ${COMMIT_FIELDS} } added removed patch
        contractChanges { kind input breaking description } structure { part kind name breaking description } }`,
      '$base: String!, $head: String!, $sinceMergeBase: Boolean!',
      rangeOf(range),
    )
    if (!compare) {
      throw new Failure(
        `One of the two in "${range}" is unknown. Name a version, hash, tag or branch of ${prompt.key}.`,
        'NOT_FOUND',
      )
    }
    const screen = createScreen(surroundings)
    if (values.json) screen.write(`${JSON.stringify(jsonOf(compare))}\n`)
    else if (view === 'patch') screen.write(colouredPatch(compare.patch, screen))
    else screen.write(view === 'stat' ? statOf(compare, screen) : structureOf(compare, screen))
    return 0
  },
}

/** @throws UsageError for anything but A..B and A...B */
function rangeOf(text: string | undefined): { base: string; head: string; sinceMergeBase: boolean } {
  const [, base, dots, head] = /^(.*?)(\.{2,3})(.*)$/.exec(text ?? '') ?? []
  if (base === undefined || head === undefined || `${base}${head}` === '') {
    throw new UsageError('Say what to compare, such as 1.2.0..main.')
  }
  return { base: base || 'main', head: head || 'main', sinceMergeBase: dots === '...' }
}

function jsonOf({ base, head, mergeBase, ...rest }: Comparison) {
  return {
    base: commitJson(base),
    head: commitJson(head),
    mergeBase: mergeBase && commitJson(mergeBase),
    ...rest,
  }
}

function colouredPatch(patch: string, { tone, plain }: Screen): string {
  const coloured = (line: string, at: number) => {
    if (/^(?:diff |--- |\+\+\+ )/.test(line) && at < 3) return tone('bold', line)
    if (line.startsWith('@@')) return tone('cyan', line)
    if (line.startsWith('+')) return tone('green', line)
    return line.startsWith('-') ? tone('red', line) : line
  }
  return plain(patch).split('\n').map(coloured).join('\n')
}

function statOf({ base, head, added, removed, contractChanges }: Comparison, screen: Screen): string {
  const lines = [
    `${nameOf(base)}..${nameOf(head)}  ${screen.tone('green', `+${added}`)} ${screen.tone('red', `-${removed}`)}`,
    ...contractChanges.map(({ breaking, description }) => `  ${marked(description, breaking, screen)}`),
  ]
  return `${lines.join('\n')}\n`
}

const SIGNS = { ADDED: '+', REMOVED: '-', CHANGED: '~', MOVED: '>' } as const
const TONES = { ADDED: 'green', REMOVED: 'red', CHANGED: 'yellow', MOVED: 'cyan' } as const

function structureOf({ structure }: Comparison, screen: Screen): string {
  if (structure.length === 0) return 'The documents have the same structure.\n'
  const lines = structure.map(
    ({ kind, breaking, description }) =>
      `${screen.tone(TONES[kind], SIGNS[kind])} ${marked(description, breaking, screen)}`,
  )
  return `${lines.join('\n')}\n`
}

function marked(description: string, breaking: boolean, { tone, plain }: Screen): string {
  return `${plain(description)}${breaking ? tone('red', ' (breaking)') : ''}`
}
