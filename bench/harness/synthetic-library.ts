import { createHash } from 'node:crypto'
import { lexemesOf } from '@incipit/server/src/catalogue/search-lexemes.ts'
import type { OpenDatabase } from '@incipit/server/src/platform/database.ts'
import { newId } from '@incipit/server/src/platform/ids.ts'
import { sql } from 'drizzle-orm'
import { syntheticPrompts } from './synthetic-prompts.ts'

/** Prompts stored by one statement of each kind. */
const AT_ONCE = 1_000
const AUTHOR = '00000000-0000-7000-8000-000000000001'

/** Stores libraries of so many synthetic prompts each. Their words are sorted into the index at the end, which takes a fraction of the time. */
export async function fillLibraries(
  { db }: OpenDatabase,
  libraries: readonly { readonly libraryId: string; readonly prompts: number }[],
): Promise<void> {
  await db.execute(
    sql`create table plain_texts (library_id uuid, id uuid, modified_at timestamptz, text text)`,
  )
  const [index] = await db.execute<{ definition: string }>(
    sql`select indexdef as definition from pg_indexes where indexname = 'prompt_search_terms'`,
  )
  await db.execute(sql`drop index prompt_search_terms`)
  for (const { libraryId, prompts } of libraries) await fillLibrary(db, libraryId, prompts)
  await db.execute(sql.raw(index!.definition))
  await db.execute(sql`create index on plain_texts (library_id, modified_at, id)`)
  // What autovacuum, or the server for its embedded database, does after a while.
  await db.execute(sql`vacuum analyze`)
}

/**
 * Stores synthetic prompts as though they had been created and committed one a minute: the same words and rows as the server
 * makes, but in bulk. Beside them goes a table of plain texts, to be looked through by ILIKE.
 */
async function fillLibrary(db: OpenDatabase['db'], libraryId: string, count: number): Promise<void> {
  const tagIds = new Map<string, string>()
  const began = Date.UTC(2026, 0, 1)
  let rows: object[] = []
  let at = 0
  for (const prompt of syntheticPrompts(count)) {
    at += 1
    const id = newId()
    const hash = createHash('sha256').update(prompt.content).digest('hex')
    const { lexemes, words } = lexemesOf(libraryId, prompt)
    const tags = prompt.tags.map((tag) => {
      const tagId = tagIds.get(tag) ?? newId()
      tagIds.set(tag, tagId)
      return { id: tagId, name: tag }
    })
    rows.push({
      ...prompt,
      id,
      hash,
      tags,
      words,
      terms: lexemes.join(' '),
      at: new Date(began + at * 60_000).toISOString(),
    })
    if (rows.length < AT_ONCE && at < count) continue
    await store(db, libraryId, JSON.stringify(rows))
    rows = []
  }
}

async function store(db: OpenDatabase['db'], libraryId: string, rows: string): Promise<void> {
  const from = sql`incoming r`
  await db.transaction(async (tx) => {
    await tx.execute(sql`create temporary table incoming on commit drop as
      select * from jsonb_to_recordset(${rows}::text::jsonb) as r(id uuid, key text, name text, description text, category text,
        subcategory text, status text, owner text, model text, content text, hash text, terms text, at timestamptz, tags jsonb, words jsonb)`)
    await tx.execute(sql`insert into prompts (library_id, id, key, name, description, category, subcategory, status, template_language, owner,
        author_kind, author_id, author_name, modifier_kind, modifier_id, modifier_name, head_commit_id, version, model, created_at, modified_at)
      select ${libraryId}::uuid, id, key, name, description, category, subcategory, status, 'mustache', owner,
        'user', ${AUTHOR}, 'Somebody', 'user', ${AUTHOR}, 'Somebody', hash, '1.0.0', model, at, at from ${from}`)
    await tx.execute(
      sql`insert into blobs (library_id, hash, content) select ${libraryId}::uuid, hash, content from ${from} on conflict do nothing`,
    )
    await tx.execute(sql`insert into commits (library_id, prompt_id, id, seq, content_hash, message, change_type, version, committer_kind, committer_id,
        committer_name, added, removed, created_at)
      select ${libraryId}::uuid, id, hash, 1, hash, 'Written', 'feature', '1.0.0', 'user', ${AUTHOR}, 'Somebody', 1, 0, at from ${from}`)
    await tx.execute(sql`insert into tags (library_id, id, name, category, created_by, created_at)
      select distinct on (t.name) ${libraryId}::uuid, t.id, t.name, 'general', ${AUTHOR}, r.at from ${from}, jsonb_to_recordset(r.tags) as t(id uuid, name text)
      on conflict do nothing`)
    await tx.execute(sql`insert into prompt_tags (library_id, prompt_id, tag_id)
      select ${libraryId}::uuid, r.id, t.id from ${from}, jsonb_to_recordset(r.tags) as t(id uuid, name text) on conflict do nothing`)
    await tx.execute(sql`insert into prompt_search (library_id, prompt_id, terms)
      select ${libraryId}::uuid, id, array_to_tsvector(string_to_array(terms, ' ')) from ${from}`)
    await tx.execute(sql`insert into search_vocabulary (library_id, word)
      select distinct ${libraryId}::uuid, w from ${from}, jsonb_array_elements_text(r.words) w order by w on conflict do nothing`)
    await tx.execute(
      sql`insert into plain_texts select ${libraryId}::uuid, id, at, name || E'\n' || key || E'\n' || description || E'\n' || content from ${from}`,
    )
  })
}
