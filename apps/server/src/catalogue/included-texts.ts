import { includesOf } from '@incipit/document'
import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { ValidationError } from '../platform/errors.ts'
import { prompts } from '../prompts/tables.ts'
import { blobs, commits } from '../versions/tables.ts'
import { DEEPEST } from './store.ts'

/** What somebody includes: a key and perhaps a version. */
export interface IncludeRef {
  readonly key: string
  readonly version: string | null
}

/** An included text. */
export interface IncludedText extends IncludeRef {
  /** Null where there is no such prompt, or nothing of it is committed, or no such version. */
  readonly content: string | null
  readonly libraryId: string
  readonly promptId: string | null
}

const MOST_ASKED = 50
export const MOST_TEXTS = 200
/** Characters of all texts together. */
const MOST_LENGTH = 4_000_000

const nameOf = ({ key, version }: IncludeRef) => (version === null ? key : `${key}@${version}`)

/** Reads what texts include, and what that includes in turn. */
export function createIncludedTexts(db: Database) {
  /**
   * Texts by key and version, as long as they fit into a length together: what no longer does is left out. Heads of main and
   * numbered commits are looked up apart, so that each is found by an index however long a history is.
   */
  async function read(libraryId: string, refs: readonly IncludeRef[], room: number): Promise<IncludedText[]> {
    const select = (version: SQL<string | null>, commit: SQL | undefined, keys: readonly string[]) =>
      db
        .select({
          id: prompts.id,
          key: prompts.key,
          version: version.as('version'),
          content: blobs.content,
        })
        .from(prompts)
        .innerJoin(
          commits,
          and(eq(commits.libraryId, prompts.libraryId), eq(commits.promptId, prompts.id), commit),
        )
        .innerJoin(blobs, and(eq(blobs.libraryId, commits.libraryId), eq(blobs.hash, commits.contentHash)))
        .where(
          and(eq(prompts.libraryId, libraryId), inArray(prompts.key, [...keys]), isNull(prompts.deletedAt)),
        )
    const pinned = refs.flatMap(({ key, version }) => (version === null ? [] : [{ key, version }]))
    const heads = select(
      sql`null::text`,
      eq(commits.id, prompts.headCommitId),
      refs.flatMap(({ key, version }) => (version === null ? key : [])),
    )
    const numbered = select(
      sql`${commits.version}`,
      and(
        inArray(
          commits.version,
          pinned.map(({ version }) => version),
        ),
        // Of every prompt its own version only, and not those asked of the others.
        or(...pinned.map(({ key, version }) => and(eq(prompts.key, key), eq(commits.version, version)))),
      ),
      pinned.map(({ key }) => key),
    )
    const found = heads.unionAll(numbered).as('found')
    const length = sql<number>`sum(length(${found.content})) over (order by ${found.key}, ${found.version})`
    const sized = db
      .select({
        id: found.id,
        key: found.key,
        version: found.version,
        content: found.content,
        length: length.as('length'),
      })
      .from(found)
      .as('sized')
    const { id, key, version } = sized
    const content = sql<string | null>`case when ${sized.length} <= ${room} then ${sized.content} end`
    const rows = await db.select({ id, key, version, content }).from(sized)
    const byName = new Map(rows.map((row) => [nameOf(row), row]))
    return refs.flatMap((ref) => {
      const row = byName.get(nameOf(ref))
      if (row?.content === null) return []
      return { ...ref, libraryId, promptId: row?.id ?? null, content: row?.content ?? null }
    })
  }

  return {
    /**
     * The committed texts of includes and of everything these include: what rendering needs. One statement for each level.
     *
     * @throws ValidationError for more includes than a text may reasonably have
     */
    async includedTexts(libraryId: string, asked: readonly IncludeRef[]): Promise<IncludedText[]> {
      if (asked.length > MOST_ASKED) {
        throw ValidationError.of(
          'includes',
          `${asked.length} includes are too many at once. Ask for at most ${MOST_ASKED}.`,
        )
      }
      const known = new Map<string, IncludedText>()
      let length = 0
      let level = asked
      for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
        const fresh = [...new Map(level.map((ref) => [nameOf(ref), ref])).values()].filter(
          (ref) => !known.has(nameOf(ref)),
        )
        const room = fresh.slice(0, MOST_TEXTS - known.size)
        if (room.length === 0) break
        const texts = await read(libraryId, room, MOST_LENGTH - length)
        for (const text of texts) {
          length += text.content?.length ?? 0
          known.set(nameOf(text), text)
        }
        if (texts.length < room.length) break
        level = texts.flatMap(({ content }) => (content === null ? [] : includesOf(content)))
      }
      return [...known.values()]
    },
  }
}
