import type { Command } from '../command.ts'
import { isForPrograms, LIBRARY_HELP, LIBRARY_OPTIONS, openLibrary } from '../open-library.ts'
import { atMost } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { columns, createScreen, firstLine, type Screen } from '../screen.ts'

const HELP = `incipit taxonomy [OPTIONS]

Tells how a library is ordered: categories with owner, review rule and prompts, subcategories, and tags by what they speak about.

${LIBRARY_HELP}`

interface Subcategory {
  readonly name: string
  readonly description: string
  readonly isOwn: boolean
  readonly promptCount: number
  readonly staleCount: number
}
interface Category extends Omit<Subcategory, 'isOwn'> {
  readonly owner: string
  readonly reviewRequired: boolean
  readonly subcategories: readonly Subcategory[]
}
interface Tag {
  readonly name: string
  readonly usageCount: number
}
interface Report {
  readonly categories: readonly Category[]
  readonly tagGroups: readonly {
    readonly category: string
    readonly tagCount: number
    readonly usage: number
    readonly tags: readonly Tag[]
  }[]
  readonly unusedTagCount: number
  readonly unusedTags: readonly Tag[]
  readonly untaggedPromptCount: number
}
const FIELDS = `taxonomyReport {
  categories { name description owner reviewRequired promptCount staleCount
    subcategories { name description isOwn promptCount staleCount } }
  tagGroups { category tagCount usage tags { name usageCount } }
  unusedTagCount unusedTags { name usageCount } untaggedPromptCount }`

/** Tags a line shows of each group; --json has more. */
const MOST_SHOWN = 10

export const taxonomyCommand: Command = {
  name: 'taxonomy',
  summary: 'tell how a library is ordered',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, LIBRARY_OPTIONS)
    atMost(positionals, 0, 'incipit taxonomy')
    const programs = isForPrograms(values)
    const library = await openLibrary(surroundings, values)
    const { taxonomyReport } = await library.read<{ taxonomyReport: Report }>(FIELDS)
    const screen = createScreen(surroundings)
    screen.write(
      programs
        ? `${JSON.stringify({ library: library.slug, ...taxonomyReport })}\n`
        : textOf(taxonomyReport, screen),
    )
    return 0
  },
}

function textOf(report: Report, screen: Screen): string {
  const stale = (count: number) => (count > 0 ? `${count} stale` : '')
  const places = report.categories.flatMap((category) => [
    [
      category.name,
      String(category.promptCount),
      stale(category.staleCount),
      firstLine(category.owner),
      category.reviewRequired ? 'review required' : '',
    ],
    ...category.subcategories
      .filter(({ promptCount, isOwn }) => promptCount > 0 || isOwn)
      .map((place) => [`  ${place.name}`, String(place.promptCount), stale(place.staleCount)]),
  ])
  const tags = report.tagGroups
    .filter(({ tagCount }) => tagCount > 0)
    .map(({ category, tagCount, tags }) => [category.toLowerCase(), String(tagCount), namesOf(tags)])
  const lines = [
    screen.tone('bold', 'Categories'),
    ...columns(places),
    '',
    screen.tone('bold', 'Tags'),
    ...(tags.length > 0 ? columns(tags) : ['none']),
    ...(report.unusedTagCount > 0
      ? [
          `unused (${report.unusedTagCount}): ${report.unusedTags
            .map(({ name }) => firstLine(name))
            .slice(0, MOST_SHOWN)
            .join(', ')}`,
        ]
      : []),
    `prompts without tags: ${report.untaggedPromptCount}`,
  ]
  return `${lines.join('\n')}\n`
}

function namesOf(tags: readonly Tag[]): string {
  const shown = tags.slice(0, MOST_SHOWN).map(({ name, usageCount }) => `${firstLine(name)} (${usageCount})`)
  return [...shown, ...(tags.length > MOST_SHOWN ? ['…'] : [])].join(', ')
}
