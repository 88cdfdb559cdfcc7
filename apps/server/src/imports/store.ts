import { and, asc, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../platform/database.ts'
import { importChunks, imports } from './tables.ts'

export type ImportRow = typeof imports.$inferSelect
export const IMPORT_STATES = ['uploading', 'running', 'done', 'failed', 'cancelled'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** Names an import. */
export interface ImportKey {
  readonly libraryId: string
  readonly id: string
}

const at = ({ libraryId, id }: ImportKey) => and(eq(imports.libraryId, libraryId), eq(imports.id, id))

export function createImportStore(db: Database) {
  return {
    async insert(q: Queryable, row: ImportRow): Promise<void> {
      await q.insert(imports).values(row)
    },

    async find(q: Queryable, key: ImportKey): Promise<ImportRow | null> {
      const [row] = await q.select().from(imports).where(at(key))
      return row ?? null
    },

    async lock(q: Queryable, key: ImportKey): Promise<ImportRow | null> {
      const [row] = await q.select().from(imports).where(at(key)).for('update')
      return row ?? null
    },

    /** Changes an import that is in one of the states; null when it is not (any more). One of two racing callers gets it. */
    async move(
      q: Queryable,
      key: ImportKey,
      from: readonly ImportState[],
      values: Partial<ImportRow>,
    ): Promise<ImportRow | null> {
      const [row] = await q
        .update(imports)
        .set(values)
        .where(and(at(key), inArray(imports.state, [...from])))
        .returning()
      return row ?? null
    },

    /** A caller's imports whose file is still kept, least recently used first. */
    open(libraryId: string, by: { kind: string; id: string }): Promise<ImportRow[]> {
      return db
        .select()
        .from(imports)
        .where(
          and(
            eq(imports.libraryId, libraryId),
            eq(imports.createdByKind, by.kind),
            eq(imports.createdById, by.id),
            keepsFile(),
          ),
        )
        .orderBy(asc(imports.touchedAt), asc(imports.id))
    },

    /** Imports of a library whose file is kept and that nobody touched since an instant. */
    forgotten(libraryId: string, since: Date): Promise<ImportRow[]> {
      return db
        .select()
        .from(imports)
        .where(and(eq(imports.libraryId, libraryId), keepsFile(), lt(imports.touchedAt, since)))
    },

    async insertChunk(q: Queryable, key: ImportKey, offset: number, chunk: string): Promise<void> {
      await q
        .insert(importChunks)
        .values({ libraryId: key.libraryId, importId: key.id, offset, text: JSON.stringify(chunk) })
    },

    async findChunk(q: Queryable, key: ImportKey, offset: number): Promise<string | null> {
      const [row] = await q
        .select({ text: importChunks.text })
        .from(importChunks)
        .where(and(ofImport(key), eq(importChunks.offset, offset)))
      return row ? (JSON.parse(row.text) as string) : null
    },

    /** The file's text piece by piece, each read when it is wanted. */
    async *chunks(key: ImportKey): AsyncGenerator<string, void, void> {
      let offset = -1
      for (;;) {
        const [row] = await db
          .select()
          .from(importChunks)
          .where(and(ofImport(key), gt(importChunks.offset, offset)))
          .orderBy(asc(importChunks.offset))
          .limit(1)
        if (!row) return
        offset = row.offset
        yield JSON.parse(row.text) as string
      }
    },

    async deleteChunks(q: Queryable, key: ImportKey): Promise<void> {
      await q.delete(importChunks).where(ofImport(key))
    },
  }
}

export type ImportStore = ReturnType<typeof createImportStore>

function ofImport({ libraryId, id }: ImportKey) {
  return and(eq(importChunks.libraryId, libraryId), eq(importChunks.importId, id))
}

/** Finished and cancelled imports drop their file; a dry run and a failure keep it for another run. */
function keepsFile() {
  return or(
    inArray(imports.state, ['uploading', 'running', 'failed']),
    and(eq(imports.state, 'done'), sql`${imports.dryRun}`),
  )
}
