import { VERSION_SCHEMES } from '@incipit/version-control'
import { z } from 'zod'
import { type Actor, requireUser, SYSTEM } from '../accounts/index.ts'
import type { Queryable } from '../platform/database.ts'
import { ConflictError, ForbiddenError } from '../platform/errors.ts'
import { line, parseInput, prose } from '../platform/input.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import { authorize, type Caller } from './authorize.ts'
import { changed } from './changed.ts'
import type { LibraryDeps } from './deps.ts'
import type { LibraryRow } from './store.ts'

const librarySlug = z
  .string()
  .min(2, 'An address has at least 2 characters.')
  .max(60, 'An address has at most 60 characters.')
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'An address is made of lower-case letters, digits and single hyphens, and begins with a letter.',
  )

const createLibraryInput = z.strictObject({
  name: line('The name', 1, 80),
  slug: librarySlug.nullish(),
  description: prose('The description', 2000).nullish(),
  versionScheme: z.enum(VERSION_SCHEMES).nullish(),
})

const updateLibraryInput = z.strictObject({
  name: line('The name', 1, 80).nullish(),
  description: prose('The description', 2000).nullish(),
  versionScheme: z.enum(VERSION_SCHEMES).nullish(),
  staleAfterDays: z
    .number()
    .int()
    .min(1, 'Days must be at least 1.')
    .max(3650, 'Days must be at most 3650.')
    .nullish(),
  requiredApprovals: z
    .number()
    .int()
    .min(1, 'Required approvals must be at least 1.')
    .max(10, 'Required approvals must be at most 10.')
    .nullish(),
  proseMerge: z.boolean().nullish(),
  tokenLimit: z
    .number()
    .int()
    .min(100, 'The token limit must be at least 100.')
    .max(2_000_000, 'The token limit must be at most 2,000,000.')
    .nullish(),
})

/** Libraries themselves. */
export function createLibraryService(deps: LibraryDeps) {
  const { db, store, changes, clock, newId } = deps

  async function freeSlug(q: Queryable, name: string): Promise<string> {
    const words = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[-0-9]+|-+$/g, '')
      .slice(0, 50)
    const base = words.length >= 2 ? words.replace(/-+$/, '') : 'library'
    for (let n = 1; ; n++) {
      const slug = n === 1 ? base : `${base}-${n}`
      if (!(await store.findBySlug(q, slug))) return slug
    }
  }

  async function createLibrary(
    actor: Actor | typeof SYSTEM,
    ownerId: string,
    input: z.input<typeof createLibraryInput>,
  ): Promise<LibraryRow> {
    const values = parseInput(createLibraryInput, input)
    const libraryId = newId()
    return changes.run(libraryId, actor, async (tx, note) => {
      const slug = values.slug ?? (await freeSlug(tx, values.name))
      if (await store.findBySlug(tx, slug)) {
        throw new ConflictError(`The address ${slug} is taken by another library. Choose a different one.`)
      }
      const row: LibraryRow = {
        libraryId,
        slug,
        name: values.name,
        description: values.description ?? '',
        versionScheme: values.versionScheme ?? 'semver',
        staleAfterDays: 90,
        requiredApprovals: 1,
        proseMerge: true,
        tokenLimit: 4000,
        createdAt: clock.now(),
      }
      await store.insertLibrary(tx, row)
      await store.insertMember(tx, { libraryId, userId: ownerId, level: 'admin', joinedAt: clock.now() })
      note({
        action: 'library.create',
        subject: librarySubject(row),
        after: libraryState(row),
        details: { name: row.name },
      })
      return row
    })
  }

  return {
    async createLibrary(caller: Caller, input: z.input<typeof createLibraryInput>): Promise<LibraryRow> {
      const user = requireUser(caller.actor)
      if (!user.isOperator) {
        throw new ForbiddenError(
          'Only an operator of this server may create libraries. Ask the person who set it up.',
        )
      }
      return createLibrary(user, user.id, input)
    },

    /** For the first start: a library whose first admin is the given person. */
    createLibraryFor: (ownerId: string, input: z.input<typeof createLibraryInput>) =>
      createLibrary(SYSTEM, ownerId, input),

    async updateLibrary(
      caller: Caller,
      libraryId: string,
      input: z.input<typeof updateLibraryInput>,
    ): Promise<LibraryRow> {
      const actor = await authorize(caller, libraryId, 'library.update', 'The library')
      const values = parseInput(updateLibraryInput, input)
      return changes.run(libraryId, actor, async (tx, note) => {
        const before = await store.lockLibrary(tx, libraryId)
        const after = await store.updateLibrary(tx, libraryId, {
          name: values.name ?? before.name,
          description: values.description ?? before.description,
          versionScheme: values.versionScheme ?? before.versionScheme,
          staleAfterDays: values.staleAfterDays ?? before.staleAfterDays,
          requiredApprovals: values.requiredApprovals ?? before.requiredApprovals,
          proseMerge: values.proseMerge ?? before.proseMerge,
          tokenLimit: values.tokenLimit ?? before.tokenLimit,
        })
        note({
          action: 'library.update',
          subject: librarySubject(after),
          before: libraryState(before),
          after: libraryState(after),
          details: changed(libraryState(before), libraryState(after)),
        })
        return after
      })
    },

    /** The library at an address; null for strangers exactly as for nothing. */
    async libraryBySlug(caller: Caller, slug: string): Promise<LibraryRow | null> {
      if (slug.length > 60 || slug.includes('\u0000')) return null
      const row = await store.findBySlug(db, slug)
      return row && (await caller.subjectIn(row.libraryId)) ? row : null
    },

    findLibraries: store.findLibraries,

    /** Whether the caller and a person meet in some library. */
    sharesLibrary: (actor: Actor, userId: string) =>
      store.sharesLibrary(
        actor.kind === 'user' ? { userId: actor.id } : { libraryId: actor.libraryId },
        userId,
      ),
    findLevel: store.findLevel,

    librariesOf(actor: Actor, args: PageArgs) {
      return connection(args, {
        list: 'libraries',
        descending: false,
        key: ['instant', 'uuid'],
        keyOf: (row: LibraryRow) => [row.createdAt.toISOString(), row.libraryId],
        fetch: (window) =>
          store.listLibraries(
            actor.kind === 'user' ? { userId: actor.id } : { libraryId: actor.libraryId },
            window,
          ),
        count: async () => (actor.kind === 'user' ? store.countLibraries(actor.id) : 1),
      })
    },
  }
}

const librarySubject = (row: LibraryRow) => ({ type: 'library', id: row.libraryId, label: row.name })

function libraryState(row: LibraryRow) {
  return {
    slug: row.slug,
    name: row.name,
    description: row.description,
    versionScheme: row.versionScheme,
    staleAfterDays: row.staleAfterDays,
    requiredApprovals: row.requiredApprovals,
    proseMerge: row.proseMerge,
    tokenLimit: row.tokenLimit,
  }
}
