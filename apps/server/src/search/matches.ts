import { type ParsedSearch, searchExcerpt, searchHits, type TextRange } from '@incipit/library'
import { sql } from 'drizzle-orm'
import { textArray } from '../catalogue/index.ts'
import type { Database } from '../platform/database.ts'
import type { PromptRow } from '../prompts/index.ts'

/** Characters of a text around a hit. */
const EXCERPT = 200
/** Of a longer text, so much of the beginning is looked through for what to show. */
const READ = 100_000
/** So much of it is fetched, from shortly before the first hit. */
const WINDOW = 4_000

export const MATCH_FIELDS = ['name', 'key', 'description', 'content'] as const

/** A text of a prompt, or a part of it, with what a search found there. */
export interface SearchMatch {
  readonly field: (typeof MATCH_FIELDS)[number]
  readonly text: string
  readonly ranges: readonly TextRange[]
}

/** The part of a text that was fetched. */
interface Content extends Record<string, unknown> {
  /** Whether a word stands behind the front matter. */
  readonly inBody: boolean
  readonly text: string
}

/** Shows where a search hit prompts: one statement for any number of them. */
export function createMatches(db: Database) {
  async function contentsOf(libraryId: string, search: ParsedSearch, promptIds: readonly string[]) {
    const words = textArray(search.words.map(({ text }) => text.toLowerCase()))
    const rows = await db.execute<Content & { id: string }>(sql`
      select p.id, place.body is not null as "inBody",
        case when place.body is not null
          then substr(b.content, greatest(place.body - ${EXCERPT}, l.body)::int, ${WINDOW}::int)
          else substr(b.content, greatest(coalesce(place.front, 1) - ${EXCERPT}, 1)::int, ${WINDOW}::int) end as text
      from prompts p
      join commits c on c.library_id = p.library_id and c.prompt_id = p.id and c.id = p.head_commit_id
      join blobs b on b.library_id = c.library_id and b.hash = c.content_hash
      cross join lateral (
        select lower(left(b.content, ${READ}::int)) as text,
          case when starts_with(b.content, e'---\\n') then strpos(left(b.content, ${READ}::int), e'\\n---\\n') + 5 else 1 end as body
        offset 0) l
      cross join lateral (
        select min(nullif(strpos(l.text, w), 0)) as front,
          min(nullif(strpos(substr(l.text, l.body), w), 0)) + l.body - 1 as body
        from unnest(${words}::text[]) w) place
      where p.library_id = ${libraryId}::uuid and p.id = any(${textArray(promptIds)}::uuid[])`)
    return new Map(rows.map((row) => [row.id, row]))
  }

  return async function matches(
    libraryId: string,
    search: ParsedSearch,
    rows: readonly PromptRow[],
  ): Promise<Map<string, SearchMatch[]>> {
    if (rows.length === 0 || search.words.length === 0) return new Map()
    const ids = rows.map((row) => row.id)
    const contents = await contentsOf(libraryId, search, ids)
    return new Map(rows.map((row) => [row.id, matchesOf(row, contents.get(row.id), search)]))
  }
}

function matchesOf(row: PromptRow, content: Content | undefined, search: ParsedSearch): SearchMatch[] {
  const whole = (field: SearchMatch['field'], text: string) => {
    const ranges = searchHits(text, search)
    return ranges.length > 0 ? [{ field, text, ranges }] : []
  }
  const part = (field: SearchMatch['field'], text: string) => {
    const excerpt = searchExcerpt(text, search, EXCERPT)
    return excerpt ? [{ field, ...excerpt }] : []
  }
  const about = [
    ...whole('name', row.name),
    ...whole('key', row.key),
    ...part('description', row.description),
  ]
  // Front matter repeats name and description: it is shown where nothing else was hit.
  const isShown = content && (content.inBody || about.length === 0)
  return [...about, ...(isShown ? part('content', content.text) : [])]
}
