import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '../platform/database.ts'
import { prompts } from '../prompts/tables.ts'
import { customFields } from './tables.ts'

export type FieldRow = typeof customFields.$inferSelect

/** Fields of metadata that libraries define. */
export function createFieldStore() {
  const living = (libraryId: string) =>
    and(eq(customFields.libraryId, libraryId), isNull(customFields.removedAt))
  const inOrder = (q: Queryable, libraryId: string) =>
    q
      .select()
      .from(customFields)
      .where(living(libraryId))
      .orderBy(asc(customFields.position), asc(customFields.id))

  return {
    /** The fields of a library, in their order; removed ones aside. */
    fields(q: Queryable, libraryId: string): Promise<FieldRow[]> {
      return inOrder(q, libraryId)
    },

    /** The same, for whoever gives values: until they are stored, nobody changes what they have to fit. */
    shareFields(q: Queryable, libraryId: string): Promise<FieldRow[]> {
      return inOrder(q, libraryId).for('share')
    },

    /** The same, locked: whoever changes the fields of a library does it one after the other. */
    lockFields(q: Queryable, libraryId: string): Promise<FieldRow[]> {
      return inOrder(q, libraryId).for('update')
    },

    async insertField(q: Queryable, row: FieldRow): Promise<void> {
      await q.insert(customFields).values(row)
    },

    async updateField(q: Queryable, row: FieldRow): Promise<void> {
      const { libraryId, id, ...values } = row
      await q
        .update(customFields)
        .set(values)
        .where(and(eq(customFields.libraryId, libraryId), eq(customFields.id, id)))
    },

    /** Puts fields in this order. One statement. */
    async reorderFields(q: Queryable, libraryId: string, ids: readonly string[]): Promise<void> {
      const places = sql.join(
        ids.map((id, position) => sql`(${id}::uuid, ${position}::int)`),
        sql`, `,
      )
      await q.execute(sql`update ${customFields} set position = v.position from (values ${places}) as v(id, position)
        where ${customFields.libraryId} = ${libraryId} and ${customFields.id} = v.id`)
    },

    /** Prompts that have a value in a field; of a select, one of the given options. */
    async countFieldValues(
      q: Queryable,
      { libraryId, id }: Pick<FieldRow, 'libraryId' | 'id'>,
      options: readonly string[] | null = null,
    ): Promise<number> {
      const value = sql`${prompts.customValues} ->> ${id}::text`
      const [row] = await q
        .select({ count: count() })
        .from(prompts)
        .where(
          and(
            eq(prompts.libraryId, libraryId),
            isNull(prompts.deletedAt),
            options ? inArray(value, [...options]) : sql`${value} is not null`,
          ),
        )
      return row!.count
    },
  }
}
