import type { CategorySetting } from '@incipit/library'
import { and, asc, count, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import { libraries } from '../libraries/tables.ts'
import type { Queryable } from '../platform/database.ts'
import { prompts } from '../prompts/tables.ts'
import { createFieldStore } from './field-store.ts'
import { categorySettings, subcategories } from './tables.ts'

const { libraryId: _libraryId, ...settingColumns } = getTableColumns(categorySettings)

export type SubcategoryRow = typeof subcategories.$inferSelect

/** Where a subcategory stands. */
export interface Place {
  readonly libraryId: string
  readonly category: string
  readonly name: string
}

/** How many prompts a place has, archived ones aside, and how many of them are stale. */
export interface PlaceCount {
  readonly category: string
  readonly subcategory: string
  readonly count: number
  readonly stale: number
}

/** Categories, subcategories and custom fields as libraries set them. */
export function createTaxonomyStore() {
  const at = (place: Place) =>
    and(
      eq(subcategories.libraryId, place.libraryId),
      eq(subcategories.category, place.category),
      eq(subcategories.name, place.name),
    )

  return {
    ...createFieldStore(),

    /** What a library says differently about categories; where it decides, read through the transaction that acts. */
    categorySettings(q: Queryable, libraryId: string): Promise<CategorySetting[]> {
      return q.select(settingColumns).from(categorySettings).where(eq(categorySettings.libraryId, libraryId))
    },

    /** The setting of a category, locked; an empty one where there was none. */
    async lockCategory(q: Queryable, libraryId: string, category: string): Promise<CategorySetting> {
      await q.insert(categorySettings).values({ libraryId, category }).onConflictDoNothing()
      const [row] = await q
        .select(settingColumns)
        .from(categorySettings)
        .where(and(eq(categorySettings.libraryId, libraryId), eq(categorySettings.category, category)))
        .for('update')
      return row!
    },

    async saveCategory(q: Queryable, libraryId: string, setting: CategorySetting): Promise<void> {
      await q
        .update(categorySettings)
        .set(setting)
        .where(
          and(eq(categorySettings.libraryId, libraryId), eq(categorySettings.category, setting.category)),
        )
    },

    /** Subcategories the library added or described, by name. */
    subcategories(q: Queryable, libraryId: string): Promise<SubcategoryRow[]> {
      return q
        .select()
        .from(subcategories)
        .where(eq(subcategories.libraryId, libraryId))
        .orderBy(asc(subcategories.name))
    },

    /** Adds those that are missing, and tells which. One statement for any number. */
    async addSubcategories(q: Queryable, rows: readonly SubcategoryRow[]): Promise<SubcategoryRow[]> {
      if (rows.length === 0) return []
      return q
        .insert(subcategories)
        .values([...rows])
        .onConflictDoNothing()
        .returning()
    },

    async lockSubcategory(q: Queryable, place: Place): Promise<SubcategoryRow | null> {
      const [row] = await q.select().from(subcategories).where(at(place)).for('update')
      return row ?? null
    },

    async updateSubcategory(
      q: Queryable,
      place: Place,
      values: Pick<SubcategoryRow, 'name' | 'description'>,
    ): Promise<void> {
      await q.update(subcategories).set(values).where(at(place))
    },

    async deleteSubcategory(q: Queryable, place: Place): Promise<void> {
      await q.delete(subcategories).where(at(place))
    },

    /** Which of these keys prompts have, or had before they were deleted. */
    async takenKeys(q: Queryable, libraryId: string, keys: readonly string[]): Promise<string[]> {
      const rows = await q
        .select({ key: prompts.key })
        .from(prompts)
        .where(and(eq(prompts.libraryId, libraryId), inArray(prompts.key, [...keys])))
      return rows.map(({ key }) => key)
    },

    /** Locks a library for changes that must not meet, such as filling up a list with a limit. */
    async lockLibrary(q: Queryable, libraryId: string): Promise<void> {
      await q
        .select({ id: libraries.libraryId })
        .from(libraries)
        .where(eq(libraries.libraryId, libraryId))
        .for('update')
    },

    /** Prompts in a subcategory, archived ones too: their keys carry its name. */
    async countIn(q: Queryable, { libraryId, category, name }: Place): Promise<number> {
      const [row] = await q
        .select({ count: count() })
        .from(prompts)
        .where(
          and(
            eq(prompts.libraryId, libraryId),
            eq(prompts.category, category),
            eq(prompts.subcategory, name),
            isNull(prompts.deletedAt),
          ),
        )
      return row!.count
    },

    /** @param staleBefore prompts last changed before are stale */
    placeCounts(q: Queryable, libraryId: string, staleBefore: Date): Promise<PlaceCount[]> {
      return q
        .select({
          category: prompts.category,
          subcategory: prompts.subcategory,
          count: count(),
          stale: sql<number>`(count(*) filter (where ${prompts.modifiedAt} < ${staleBefore.toISOString()}::timestamptz))::int`,
        })
        .from(prompts)
        .where(and(eq(prompts.libraryId, libraryId), isNull(prompts.archivedAt), isNull(prompts.deletedAt)))
        .groupBy(prompts.category, prompts.subcategory)
    },
  }
}

export type TaxonomyStore = ReturnType<typeof createTaxonomyStore>
