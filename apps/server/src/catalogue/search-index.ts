import { sql } from 'drizzle-orm'
import type { Database, Queryable, Transaction } from '../platform/database.ts'
import { lexemesOf, type SearchSource } from './search-lexemes.ts'

/** Prompts whose texts are read at once: bounds memory, whatever the texts' lengths. */
const BATCH = 200
const NIL = '00000000-0000-0000-0000-000000000000'

type MissingRow = { libraryId: string; id: string }

/** Keeps what prompts are found by in step with what they are. */
export function createSearchIndex() {
  /** Four statements for a batch. */
  async function refreshBatch(
    tx: Transaction,
    libraryId: string,
    promptIds: readonly string[],
  ): Promise<void> {
    await lockEntries(tx, libraryId, promptIds)
    const sources = await findSources(tx, libraryId, promptIds)
    const found = sources.map((source) => ({ id: source.id, ...lexemesOf(libraryId, source) }))
    if (found.length === 0) return
    const ids = textArray(found.map(({ id }) => id))
    const terms = textArray(found.map(({ lexemes }) => lexemes.join(' ')))
    await tx.execute(sql`insert into prompt_search (library_id, prompt_id, terms)
      select ${libraryId}::uuid, v.id::uuid, array_to_tsvector(string_to_array(v.terms, ' '))
      from unnest(${ids}::text[], ${terms}::text[]) as v(id, terms)
      on conflict (library_id, prompt_id) do update set terms = excluded.terms`)
    // Sorted, so that two transactions with the same words wait for one another instead of for ever.
    const words = textArray([...new Set(found.flatMap((one) => one.words))].sort())
    await tx.execute(sql`insert into search_vocabulary (library_id, word)
      select ${libraryId}::uuid, w from unnest(${words}::text[]) w
      where not exists (select 1 from search_vocabulary v where v.library_id = ${libraryId}::uuid and v.word = w)
      on conflict do nothing`)
  }

  return {
    /** After anything changed by which prompts are found: key, name, description, tags, the head of main. */
    async refresh(tx: Transaction, libraryId: string, promptIds: readonly string[]): Promise<void> {
      const sorted = promptIds.toSorted()
      for (let at = 0; at < sorted.length; at += BATCH)
        await refreshBatch(tx, libraryId, sorted.slice(at, at + BATCH))
    },

    /** Takes in prompts that the index lacks: those from before there was one. Resolves to how many they were. */
    async fillMissing(db: Database): Promise<number> {
      let filled = 0
      let last: MissingRow = { libraryId: NIL, id: NIL }
      for (;;) {
        const missing = await findMissing(db, last)
        if (missing.length === 0) return filled
        last = missing.at(-1)!
        for (const [libraryId, rows] of Map.groupBy(missing, (row) => row.libraryId)) {
          await db.transaction((tx) =>
            refreshBatch(
              tx,
              libraryId,
              rows.map((row) => row.id),
            ),
          )
        }
        filled += missing.length
      }
    },
  }
}

/**
 * Two transactions may change the same prompt, one its name, the other a tag: the one that comes to the index last has to see
 * what both did. So it waits before it reads.
 */
async function lockEntries(tx: Transaction, libraryId: string, promptIds: readonly string[]): Promise<void> {
  await tx.execute(sql`select from prompt_search
    where library_id = ${libraryId}::uuid and prompt_id = any(${textArray(promptIds)}::uuid[])
    order by prompt_id for update`)
}

async function findSources(
  q: Queryable,
  libraryId: string,
  promptIds: readonly string[],
): Promise<(SearchSource & { id: string })[]> {
  if (promptIds.length === 0) return []
  return q.execute<{ [Field in keyof SearchSource]: SearchSource[Field] } & Record<'id', string>>(sql`
    select p.id, p.key, p.name, p.description, coalesce(t.content, '') as content,
      array(select t.name from prompt_tags pt join tags t on t.library_id = pt.library_id and t.id = pt.tag_id
        where pt.library_id = p.library_id and pt.prompt_id = p.id) as tags
    from prompts p
    left join lateral (select b.content from commits c
      join blobs b on b.library_id = c.library_id and b.hash = c.content_hash
      where c.library_id = p.library_id and c.prompt_id = p.id and c.id = p.head_commit_id limit 1) t on true
    where p.library_id = ${libraryId}::uuid and p.id = any(${textArray(promptIds)}::uuid[])`)
}

async function findMissing(q: Queryable, after: MissingRow): Promise<MissingRow[]> {
  return q.execute<MissingRow>(sql`
    select p.library_id as "libraryId", p.id from prompts p
    where (p.library_id, p.id) > (${after.libraryId}::uuid, ${after.id}::uuid)
      and not exists (select 1 from prompt_search s where s.library_id = p.library_id and s.prompt_id = p.id)
    order by p.library_id, p.id
    limit ${BATCH}`)
}

/** An array as PostgreSQL writes it: the driver would send its elements as parameters, of which there is a limit. */
export function textArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}
