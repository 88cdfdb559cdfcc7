import { can } from '@incipit/access'
import { isCategoryName, STATUSES } from '@incipit/library'
import { z } from 'zod'
import { authorize, type Caller } from '../libraries/index.ts'
import { ConflictError, ForbiddenError, NotFoundError } from '../platform/errors.ts'
import { line, parseInput, prose } from '../platform/input.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import type { ShelfDeps } from './deps.ts'
import { keeperOf } from './prompt-shelf.ts'
import type { SavedSearchRow } from './store.ts'
import type { SavedQuery } from './tables.ts'

/** Saved searches of a person in a library. */
const MOST_SEARCHES = 100
/** Values of one filter. */
const MOST_VALUES = 20

const values = (one: z.ZodType<string>) =>
  z.array(one).max(MOST_VALUES, `A filter takes at most ${MOST_VALUES} values of each kind.`).nullish()
const statusNames = STATUSES.map(({ status }) => status)

const queryInput = z.strictObject({
  search: prose('A search', 200).nullish(),
  category: values(z.string().refine(isCategoryName, 'There is no such category.')),
  status: values(z.enum(statusNames)),
  tags: values(line('A tag', 1, 50)),
  owner: values(line('An owner', 0, 80)),
  model: values(line('A model', 0, 200)),
  stale: z.boolean().nullish(),
  hasOpenChanges: z.boolean().nullish(),
  hasErrors: z.boolean().nullish(),
  archived: z.boolean().nullish(),
  orderBy: z
    .strictObject({ field: z.string().regex(/^[A-Z_]{1,40}$/), direction: z.enum(['ASC', 'DESC']) })
    .nullish(),
})
const newSearchInput = z.strictObject({
  name: line('The name', 1, 80),
  query: queryInput,
  shared: z.boolean().nullish(),
})
const searchInput = z.strictObject({
  name: line('The name', 1, 80).nullish(),
  query: queryInput.nullish(),
  shared: z.boolean().nullish(),
})

/** What is asked for, without fields that say nothing. */
function written(query: z.output<typeof queryInput>): SavedQuery {
  const told = Object.entries(query).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(told) as SavedQuery
}

/**
 * Searches people keep. Those they share are seen by everybody in the library and told in the audit log; of others no one learns.
 */
export function createSavedSearches({ store, changes, clock, newId }: ShelfDeps) {
  /** What was shared before or is now, the audit log tells. */
  function notesOf(action: string, before: SavedSearchRow | null, after: SavedSearchRow | null) {
    const row = (after ?? before)!
    if (!before?.shared && !after?.shared) return []
    return [
      {
        action,
        subject: { type: 'saved-search', id: row.id, label: row.name },
        ...(before?.shared && { before: stateOf(before) }),
        ...(after?.shared && { after: stateOf(after) }),
        details: { shared: after?.shared ?? false },
      },
    ]
  }

  async function change(
    caller: Caller,
    libraryId: string,
    id: string,
    action: string,
    decide: (before: SavedSearchRow) => SavedSearchRow | null,
  ): Promise<SavedSearchRow> {
    const actor = await authorize(caller, libraryId, 'shelf.keep', 'The saved search')
    const keeper = { libraryId, userId: actor.id }
    const subject = (await caller.subjectIn(libraryId))!
    return changes.run(libraryId, actor, async (tx, note) => {
      const before = await store.lockSearch(tx, keeper, id)
      if (!before) throw new NotFoundError('The saved search')
      if (before.userId !== actor.id && !can(subject, 'taxonomy.manage')) {
        throw new ForbiddenError(
          'Somebody else shares this search. Ask them or an admin, or save one of your own.',
        )
      }
      const after = decide(before)
      if (after) await store.updateSearch(tx, after)
      else await store.deleteSearch(tx, before)
      for (const entry of notesOf(action, before, after)) note(entry)
      return after ?? before
    })
  }

  return {
    /** The caller's own saved searches and those that others share, by name. */
    async savedSearches(caller: Caller, libraryId: string, args: PageArgs) {
      const keeper = await keeperOf(caller, libraryId)
      return connection(args, {
        list: 'saved searches',
        descending: false,
        key: ['text', 'uuid'],
        keyOf: (row: SavedSearchRow) => [row.name, row.id],
        fetch: (window) => store.listSearches(keeper, window),
        count: () => store.countSearches(keeper),
      })
    },

    async findSearch(caller: Caller, libraryId: string, id: string): Promise<SavedSearchRow | null> {
      return store.findSearch(await keeperOf(caller, libraryId), id)
    },

    async createSearch(
      caller: Caller,
      libraryId: string,
      input: z.input<typeof newSearchInput>,
    ): Promise<SavedSearchRow> {
      const actor = await authorize(caller, libraryId, 'shelf.keep', 'The library')
      const { name, query, shared } = parseInput(newSearchInput, input)
      const row: SavedSearchRow = {
        libraryId,
        id: newId(),
        userId: actor.id,
        name,
        query: written(query),
        shared: shared ?? false,
        createdAt: clock.now(),
      }
      return changes.run(libraryId, actor, async (tx, note) => {
        await store.lockKeeper(tx, row)
        if ((await store.countOwnSearches(tx, row)) >= MOST_SEARCHES)
          throw new ConflictError(`You have ${MOST_SEARCHES} saved searches here. Delete one first.`)
        await store.insertSearch(tx, row)
        for (const entry of notesOf('search.create', null, row)) note(entry)
        return row
      })
    },

    /** Renames, changes, shares or unshares a search; only its owner does, and of shared ones an admin. */
    updateSearch: (caller: Caller, libraryId: string, id: string, input: z.input<typeof searchInput>) =>
      change(caller, libraryId, id, 'search.update', (before) => {
        const { name, query, shared } = parseInput(searchInput, input)
        return {
          ...before,
          name: name ?? before.name,
          query: query ? written(query) : before.query,
          shared: shared ?? before.shared,
        }
      }),

    deleteSearch: (caller: Caller, libraryId: string, id: string) =>
      change(caller, libraryId, id, 'search.delete', () => null),
  }
}

/** The query goes into the hash as text: its fields are not the same in every search. */
const stateOf = ({ name, query, shared }: SavedSearchRow) => ({ name, query: JSON.stringify(query), shared })
