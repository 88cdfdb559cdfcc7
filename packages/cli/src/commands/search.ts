import type { Command } from '../command.ts'
import { UsageError } from '../failure.ts'
import { findLibrary } from '../find-library.ts'
import { findLogin } from '../find-login.ts'
import { type Ask, createAsk } from '../graphql.ts'
import { PROMPT_HELP, PROMPT_OPTIONS } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { columns, createScreen, firstLine, type Screen } from '../screen.ts'

const HELP = `incipit search QUERY [OPTIONS]

Finds prompts by words of name, key, tags, description and committed text, best first. "A phrase" wants its words in
that order, -word excludes, and tag:x, category:x, status:x, owner:x and model:x narrow. Words nobody wrote are
replaced by the closest ones.

  -n, --number N        so many prompts at most; 25 where left out
  --category NAME       in this category; can be given several times
  --status NAME         in this status; can be given several times
  --tag NAME            carrying this tag; can be given several times, and then all of them
${PROMPT_HELP}`

const OPTIONS = {
  ...PROMPT_OPTIONS,
  number: { type: 'string', short: 'n' },
  category: { type: 'string', multiple: true },
  status: { type: 'string', multiple: true },
  tag: { type: 'string', multiple: true },
} as const

/** The server's largest page. */
const PAGE = 100
const DEFAULT_NUMBER = 25
const STATUSES = ['draft', 'review', 'approved', 'deployed', 'deprecated', 'archived']

const QUERY = `query ($slug: String!, $filter: PromptFilter!, $first: Int!, $after: String) { library(slug: $slug) {
  prompts(filter: $filter, first: $first, after: $after) { totalCount hasMoreThanCounted correctedTo pageInfo { hasNextPage endCursor }
    edges { node { key name description category status version tags { name } } matches { field text ranges { from to } } } } } }`

interface Match {
  readonly field: string
  readonly text: string
  readonly ranges: readonly { readonly from: number; readonly to: number }[]
}
interface Edge {
  readonly node: {
    readonly key: string
    readonly name: string
    readonly description: string
    readonly category: string
    readonly status: string
    readonly version: string | null
    readonly tags: readonly { readonly name: string }[]
  }
  readonly matches: readonly Match[]
}
interface Found {
  readonly totalCount: number
  readonly hasMoreThanCounted: boolean
  readonly correctedTo: string | null
  readonly edges: readonly Edge[]
}

export const searchCommand: Command = {
  name: 'search',
  summary: 'find prompts by words',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    const search = positionals.join(' ').trim()
    if (search === '') throw new UsageError('Say what to search for, such as incipit search "ticket triage".')
    const number = numberOf(values.number)
    const status = values.status?.map(statusOf)
    const ask = createAsk(surroundings, findLogin(surroundings, values.url))
    const { slug } = await findLibrary(ask, values.library)
    const filter = { search, category: values.category, status, tags: values.tag }
    const found = await readFound(ask, slug, filter, number)
    const screen = createScreen(surroundings)
    if (values.json) screen.write(`${JSON.stringify(foundJson(found))}\n`)
    else for (const line of lines(found, search, screen)) screen.write(`${line}\n`)
    return 0
  },
}

async function readFound(ask: Ask, slug: string, filter: object, number: number): Promise<Found> {
  type Page = Found & {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
  const edges: Edge[] = []
  for (let after: string | null = null; ; ) {
    const first = Math.min(PAGE, number - edges.length)
    const { library } = await ask<{ library: { prompts: Page } }>(QUERY, { slug, filter, first, after })
    const page: Page = library.prompts
    edges.push(...page.edges)
    after = page.pageInfo.hasNextPage && edges.length < number ? page.pageInfo.endCursor : null
    if (after === null) return { ...page, edges }
  }
}

function foundJson({ totalCount, hasMoreThanCounted, correctedTo, edges }: Found) {
  const prompts = edges.map(({ node, matches }) => ({
    ...node,
    status: node.status.toLowerCase(),
    tags: node.tags.map(({ name }) => name),
    matches: matches.map((match) => ({ ...match, field: match.field.toLowerCase() })),
  }))
  return { totalCount, hasMoreThanCounted, correctedTo, prompts }
}

function lines(
  { totalCount, hasMoreThanCounted, correctedTo, edges }: Found,
  search: string,
  screen: Screen,
): string[] {
  const corrected =
    correctedTo === null
      ? []
      : [`Showing results for ${firstLine(correctedTo)} instead of ${firstLine(search)}.`]
  if (edges.length === 0) return [...corrected, `No prompt fits ${firstLine(search)}.`]
  const table = columns(
    edges.map(({ node }) => [node.key, node.status.toLowerCase(), node.version ?? '-', firstLine(node.name)]),
  )
  const found = edges.flatMap(({ matches }, at) => {
    const hit =
      matches.find(({ field }) => field === 'DESCRIPTION') ?? matches.find(({ field }) => field === 'CONTENT')
    return [table[at]!, ...(hit ? [`    ${marked(hit, screen)}`] : [])]
  })
  const rest = totalCount - edges.length
  return [
    ...corrected,
    ...found,
    ...(rest > 0 ? [`… and ${rest}${hasMoreThanCounted ? '+' : ''} more: -n, or more words.`] : []),
  ]
}

/** The part of a text that was hit, in one line; what was hit stands out where there are colours. */
function marked({ text, ranges }: Match, screen: Screen): string {
  let line = ''
  let end = 0
  const plain = (from: number, to: number) => screen.plain(text.slice(from, to).replace(/\s+/g, ' '))
  for (const { from, to } of ranges) {
    line += plain(end, from) + screen.tone('bold', plain(from, to))
    end = to
  }
  return (line + plain(end, text.length)).trim()
}

/** @throws UsageError for anything but a whole number from 1 */
function numberOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_NUMBER
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new UsageError(`-n takes a number of prompts from 1, not "${text}".`)
}

/** @throws UsageError that names the statuses there are */
function statusOf(text: string): string {
  if (STATUSES.includes(text.toLowerCase())) return text.toUpperCase()
  throw new UsageError(`There is no status "${text}". There are: ${STATUSES.join(', ')}.`)
}
