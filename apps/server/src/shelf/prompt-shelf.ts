import { authorize, type Caller } from '../libraries/index.ts'
import { ValidationError } from '../platform/errors.ts'
import { type Connection, connection, type PageArgs } from '../platform/paging.ts'
import { loadPrompt, type PromptRow } from '../prompts/index.ts'
import type { ShelfDeps } from './deps.ts'
import type { FavouriteRow, Keeper } from './store.ts'

/** Prompts remembered as opened, for each person in a library. */
const MOST_OPENED = 50
/** Prompts a list of the last opened shows at most. */
export const MOST_RECENT = 20

/** Whose shelf it is. @throws ForbiddenError for API keys, which have none */
export async function keeperOf(caller: Caller, libraryId: string): Promise<Keeper> {
  const actor = await authorize(caller, libraryId, 'shelf.keep', 'The library')
  return { libraryId, userId: actor.id }
}

/**
 * Prompts a person marked or opened. This is theirs alone and changes nothing of the library, so that no audit entry tells of it
 * and nobody is notified.
 */
export function createPromptShelf({ store, prompts, clock }: Omit<ShelfDeps, 'changes'>) {
  async function keptPrompt(caller: Caller, libraryId: string, id: string) {
    const { actor, prompt } = await loadPrompt(prompts, caller, libraryId, id, 'shelf.keep')
    return { keeper: { libraryId, userId: actor.id }, prompt }
  }

  async function inOrder(libraryId: string, ids: readonly string[]): Promise<Map<string, PromptRow>> {
    const rows = ids.length > 0 ? await prompts.findPrompts(libraryId, ids) : []
    return new Map(rows.map((row) => [row.id, row]))
  }

  return {
    async setFavourite(caller: Caller, libraryId: string, id: string, isFavourite: boolean) {
      const { keeper, prompt } = await keptPrompt(caller, libraryId, id)
      if (isFavourite) await store.addFavourite({ ...keeper, promptId: id, createdAt: clock.now() })
      else await store.removeFavourite(keeper, id)
      return prompt
    },

    /** Which of the prompts the caller marked: none for API keys. */
    favouritesAmong: (caller: Caller, libraryId: string, ids: readonly string[]) =>
      caller.actor?.kind === 'user'
        ? store.favouritesAmong({ libraryId, userId: caller.actor.id }, ids)
        : new Map<string, true>(),

    /** The prompts the caller marked, the last one first. */
    async favourites(caller: Caller, libraryId: string, args: PageArgs): Promise<Connection<PromptRow>> {
      const keeper = await keeperOf(caller, libraryId)
      const page = await connection(args, {
        list: 'favourites',
        descending: true,
        key: ['instant', 'uuid'],
        keyOf: (row: FavouriteRow) => [row.createdAt.toISOString(), row.promptId],
        fetch: (window) => store.listFavourites(keeper, window),
        count: () => store.countFavourites(keeper),
      })
      const rows = await inOrder(
        libraryId,
        page.edges.map(({ node }) => node.promptId),
      )
      return {
        ...page,
        edges: page.edges.flatMap(({ cursor, node }) => {
          const prompt = rows.get(node.promptId)
          return prompt ? [{ cursor, node: prompt }] : []
        }),
      }
    },

    async noteOpened(caller: Caller, libraryId: string, id: string): Promise<PromptRow> {
      const { keeper, prompt } = await keptPrompt(caller, libraryId, id)
      await store.noteOpened(keeper, id, clock.now(), MOST_OPENED)
      return prompt
    },

    /** The prompts the caller opened last, the latest first. */
    async recentlyOpened(caller: Caller, libraryId: string, first: number): Promise<PromptRow[]> {
      const keeper = await keeperOf(caller, libraryId)
      if (first < 1 || first > MOST_RECENT)
        throw ValidationError.of('first', `first is ${first}, but must be from 1 to ${MOST_RECENT}.`)
      const ids = await store.lastOpened(keeper, first)
      const rows = await inOrder(libraryId, ids)
      return ids.flatMap((id) => rows.get(id) ?? [])
    },
  }
}
