import { LIMITS } from '@incipit/collaboration'
import {
  type CategoryName,
  DEFAULT_SUBCATEGORY,
  isCategoryName,
  nameFromTitle,
  normalizeTag,
  promptKey,
  slugify,
  suggestCategory,
} from '@incipit/library'
import type { CsvRow } from './csv-file.ts'
import { type MappedField, type Mapping, unknownCategory } from './mapping.ts'

const MOST_NAME = 200
const MOST_DESCRIPTION = 2000
const MOST_TAGS = 20
const MOST_TAG = 50
const MOST_KEY_NAME = 60

/** What a row asks for. */
export interface PlannedRow {
  readonly row: number
  readonly line: number
  readonly key: string
  readonly name: string
  readonly description: string
  readonly category: CategoryName
  readonly subcategory: string
  /** Empty: the category's usual owner. */
  readonly owner: string
  readonly tags: readonly string[]
  /** As in the file, but for line endings. */
  readonly content: string
  /** CRLF and lone CR in the content that became LF. */
  readonly lineEndings: number
}

/** A row that cannot be imported, and why. */
export interface RowProblem {
  readonly row: number
  readonly line: number
  /** The name of the prompt it would be, when it has one. */
  readonly name: string | null
  readonly message: string
}

export type RowPlan =
  | { readonly ok: true; readonly row: PlannedRow }
  | { readonly ok: false; readonly problem: RowProblem }

/**
 * Plans the rows of one file in order. The same file gives the same keys every time: the second row that would
 * get a key gets it with -2, the third with -3, so that a repetition finds what was imported.
 */
export function createRowPlanner(mapping: Mapping, columnCount: number): (row: CsvRow) => RowPlan {
  const taken = new Set<string>()
  return (row) => {
    const cell = (field: MappedField): string => {
      const place = mapping.columns[field]
      return place === null ? '' : (row.cells[place] ?? '')
    }
    const name = cell('name').replace(/\s+/g, ' ').trim()
    const refuse = (message: string): RowPlan => ({
      ok: false,
      problem: { row: row.row, line: row.line, name: named(name), message },
    })
    const problem = shapeProblem(row, columnCount) ?? textProblem(name, cell('content'), cell('description'))
    if (problem) return refuse(problem)
    const content = cell('content').replace(/\r\n?/g, '\n')
    const category = categoryOf(cell('category'), mapping, content)
    if (category === null) return refuse(unknownCategory(cell('category').trim()))
    const subcategory = subcategoryOf(cell('subcategory'))
    if (subcategory === '')
      return refuse('The subcategory holds no Latin letter. Write it in Latin letters, or leave it empty.')
    const tags = tagsOf(cell('tags'))
    if (tags.length > MOST_TAGS)
      return refuse(`The row has ${tags.length} tags; at most ${MOST_TAGS} are possible.`)
    const longTag = tags.find((tag) => tag.length > MOST_TAG)
    if (longTag)
      return refuse(`The tag "${longTag.slice(0, 30)}…" has more than ${MOST_TAG} characters. Shorten it.`)
    return {
      ok: true,
      row: {
        row: row.row,
        line: row.line,
        key: freeKey(taken, category, subcategory, nameFromTitle(name)),
        name,
        description: cell('description').trim(),
        category,
        subcategory,
        owner: '',
        tags,
        content,
        lineEndings: cell('content').match(/\r\n?/g)?.length ?? 0,
      },
    }
  }
}

/** As much of a name as a list of problems shows, and can be stored. */
function named(name: string): string | null {
  return name === '' ? null : name.replaceAll('\0', '').slice(0, MOST_NAME)
}

function shapeProblem(row: CsvRow, columnCount: number): string | null {
  const count = row.cells.length
  if (count === columnCount) return null
  const what =
    count < columnCount
      ? 'A delimiter or the rest of the row may be missing'
      : 'A field with a delimiter in it may lack its quotes'
  return `The row has ${count} columns, the header has ${columnCount}. ${what}.`
}

function textProblem(name: string, content: string, description: string): string | null {
  if (name === '') return 'The row has no name.'
  if (name.length > MOST_NAME)
    return `The name has ${name.length} characters; at most ${MOST_NAME} are possible. Shorten it.`
  if (content.trim() === '') return 'The row has no content.'
  if (content.length > LIMITS.textLength) {
    return `The content has ${content.length.toLocaleString('en')} characters; at most ${LIMITS.textLength.toLocaleString('en')} are possible.`
  }
  if (description.length > MOST_DESCRIPTION) {
    return `The description has ${description.length} characters; at most ${MOST_DESCRIPTION} are possible. Shorten it.`
  }
  if (`${name}${content}${description}`.includes('\0')) {
    return 'The row holds a NUL character, which cannot be stored. Remove it.'
  }
  return null
}

/** Null for a category there is not. */
function categoryOf(cell: string, mapping: Mapping, content: string): CategoryName | null {
  const given = cell.trim().toLowerCase() || mapping.defaultCategory
  if (!given) return suggestCategory(content)
  return isCategoryName(given) ? given : null
}

/** '' for one without a Latin letter. */
function subcategoryOf(cell: string): string {
  return cell.trim() === '' ? DEFAULT_SUBCATEGORY : slugify(cell)
}

function tagsOf(cell: string): string[] {
  return [...new Set(cell.replaceAll('\0', '').split(/[,;]/).map(normalizeTag))].filter((tag) => tag !== '')
}

function freeKey(taken: Set<string>, category: CategoryName, subcategory: string, base: string): string {
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : `-${n}`
    const name = base.slice(0, MOST_KEY_NAME - suffix.length).replace(/-+$/, '') + suffix
    const key = promptKey({ category, subcategory, name })
    if (taken.has(key)) continue
    taken.add(key)
    return key
  }
}
