import { normalizeTag, TAG_CATEGORIES, type TagCategory } from '@incipit/library'
import { z } from 'zod'
import { authorize, type Caller, changed } from '../libraries/index.ts'
import { isUniqueViolation } from '../platform/database.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import { line, parseInput } from '../platform/input.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import type { TaxonomyDeps } from './deps.ts'
import type { CountedTag, TagFilter, TagRow, TagStore } from './tag-store.ts'

/** Tags that one merge takes in. */
const MOST_MERGED = 50

const tagInput = z.strictObject({
  name: line('A tag', 1, 50)
    .transform(normalizeTag)
    .refine((name) => name !== '', 'A tag needs a letter or digit.')
    .nullish(),
  category: z.enum(TAG_CATEGORIES).nullish(),
})

export const TAG_ORDERS = ['name', 'usage'] as const

/** Which tags a list shows, and in which order. */
export interface TagList {
  readonly search?: string | null
  readonly category?: TagCategory | null
  readonly unused?: boolean | null
  readonly orderBy: (typeof TAG_ORDERS)[number]
}

/** Tags of a library: finding, renaming, merging and taking them away. */
export function createTagService({
  db,
  catalogue,
  changes,
  tagStore,
}: TaxonomyDeps & { readonly tagStore: TagStore }) {
  function filterOf({ search, category, unused }: TagList): TagFilter {
    if ((search?.length ?? 0) > 50 || search?.includes('\u0000'))
      throw ValidationError.of('search', 'A search for tags has at most 50 characters, and no NUL.')
    return { search: normalizeTag(search ?? '') || null, category: category ?? null, unused: unused ?? false }
  }

  return {
    tags(libraryId: string, list: TagList, args: PageArgs) {
      const filter = filterOf(list)
      const count = () => tagStore.count(libraryId, filter)
      if (list.orderBy === 'usage') {
        return connection(args, {
          list: 'tags by usage',
          descending: true,
          key: ['number', 'text'],
          keyOf: (row: CountedTag) => [row.usage, row.name],
          fetch: (window) => tagStore.listByUsage(libraryId, filter, window),
          count,
        })
      }
      return connection(args, {
        list: 'tags',
        descending: false,
        key: ['text'],
        keyOf: (row: TagRow) => [row.name],
        fetch: (window) => tagStore.list(libraryId, filter, window),
        count,
      })
    },

    tagUsage: (libraryId: string, ids: readonly string[]) => tagStore.usage(db, libraryId, ids),
    tagNames: tagStore.names,

    /** Renames a tag wherever it is carried, or says what it speaks about. */
    async updateTag(
      caller: Caller,
      libraryId: string,
      id: string,
      input: z.input<typeof tagInput>,
    ): Promise<TagRow> {
      const actor = await authorize(caller, libraryId, 'tag.manage', 'The tag')
      const values = parseInput(tagInput, input)
      return refusingTaken(values.name ?? '', () =>
        changes.run(libraryId, actor, async (tx, note) => {
          const [before] = await tagStore.lockTags(tx, libraryId, [id])
          if (!before) throw new NotFoundError('The tag')
          const after = {
            ...before,
            name: values.name ?? before.name,
            category: values.category ?? before.category,
          }
          const taken =
            after.name === before.name ? null : await tagStore.findByName(tx, libraryId, after.name)
          if (taken) throw takenName(after.name)
          await tagStore.update(tx, after)
          if (after.name !== before.name)
            await catalogue.refreshSearch(tx, libraryId, await tagStore.promptsWith(tx, libraryId, [id]))
          const usage = await tagStore.usage(tx, libraryId, [id])
          note({
            action: 'tag.update',
            subject: tagSubject(after),
            before: tagState(before),
            after: tagState(after),
            details: { ...changed(tagState(before), tagState(after)), prompts: usage.get(id) ?? 0 },
          })
          return after
        }),
      )
    },

    /** Gives every prompt that carries one of the tags the remaining one instead. */
    async mergeTags(
      caller: Caller,
      libraryId: string,
      from: readonly string[],
      into: string,
    ): Promise<TagRow> {
      const actor = await authorize(caller, libraryId, 'tag.manage', 'The tag')
      const ids = [...new Set(from)]
      if (ids.length === 0 || ids.length > MOST_MERGED)
        throw ValidationError.of('from', `A merge takes in 1 to ${MOST_MERGED} tags at once.`)
      if (ids.includes(into))
        throw ValidationError.of('into', 'A tag cannot be merged into itself. Choose another to remain.')
      return changes.run(libraryId, actor, async (tx, note) => {
        const rows = await tagStore.lockTags(tx, libraryId, [...ids, into])
        const remaining = rows.find(({ id }) => id === into)
        if (!remaining || rows.length <= ids.length) throw new NotFoundError('The tag')
        const merged = rows.filter(({ id }) => id !== into)
        const moved = await tagStore.promptsWith(tx, libraryId, ids)
        await tagStore.move(tx, libraryId, ids, into)
        await tagStore.delete(tx, libraryId, ids)
        await catalogue.refreshSearch(tx, libraryId, moved)
        note({
          action: 'tag.merge',
          subject: tagSubject(remaining),
          before: merged.map(tagState),
          after: tagState(remaining),
          details: { from: merged.map(({ name }) => name), into: remaining.name, prompts: moved.length },
        })
        return remaining
      })
    },

    /** Takes a tag from all its prompts, and away. */
    async deleteTag(caller: Caller, libraryId: string, id: string): Promise<TagRow> {
      const actor = await authorize(caller, libraryId, 'tag.manage', 'The tag')
      return changes.run(libraryId, actor, async (tx, note) => {
        const [row] = await tagStore.lockTags(tx, libraryId, [id])
        if (!row) throw new NotFoundError('The tag')
        const carried = await tagStore.promptsWith(tx, libraryId, [id])
        await tagStore.delete(tx, libraryId, [id])
        await catalogue.refreshSearch(tx, libraryId, carried)
        note({
          action: 'tag.delete',
          subject: tagSubject(row),
          before: tagState(row),
          details: { prompts: carried.length },
        })
        return row
      })
    },
  }
}

const tagSubject = (row: TagRow) => ({ type: 'tag', id: row.id, label: row.name })
const tagState = ({ name, category }: TagRow) => ({ name, category })

const takenName = (name: string) =>
  new ConflictError(`There is a tag ${name} already. Merge this tag into it instead.`)

async function refusingTaken<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw takenName(name)
  }
}
