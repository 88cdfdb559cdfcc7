import type { ChangeType } from '@incipit/version-control'
import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { ActorRef } from '../accounts/index.ts'
import type { Database, Queryable } from '../platform/database.ts'
import type { Window } from '../platform/paging.ts'
import { ofLivingPrompt } from '../prompts/store.ts'
import { prompts } from '../prompts/tables.ts'
import type { CommitRow, NewCommit } from './store.ts'
import { blobs, commitAuthors, commitBlames, commitParents, commits } from './tables.ts'

/** Rows of one look-up by ids: PostgreSQL takes 65,535 parameters. */
const IDS_AT_ONCE = 10_000

/** Which commits on the mains of a library; absent lists do not narrow. */
export interface ChangesWanted {
  readonly since: Date
  readonly categories?: readonly string[] | undefined
  readonly changeTypes?: readonly string[] | undefined
}

/** Commits: only inserted, never changed. */
export function createCommitStore(db: Database) {
  const ofLiving = and(
    eq(prompts.libraryId, commits.libraryId),
    eq(prompts.id, commits.promptId),
    isNull(prompts.deletedAt),
  )
  const onMain = (libraryId: string, { since, categories, changeTypes }: ChangesWanted) =>
    and(
      eq(commits.libraryId, libraryId),
      eq(commits.onMain, true),
      gte(commits.createdAt, since),
      categories && inArray(prompts.category, [...categories]),
      changeTypes && inArray(commits.changeType, [...changeTypes]),
    )

  return {
    /** Commits made on the mains of living prompts. */
    async commitsOnMain(
      libraryId: string,
      wanted: ChangesWanted,
      { start, descending, limit }: Window,
    ): Promise<CommitRow[]> {
      const by = descending ? desc : asc
      const past = sql.raw(descending ? '<' : '>')
      const beyond =
        start &&
        sql`(${commits.createdAt}, ${commits.promptId}, ${commits.seq}) ${past} (${start[0]}::timestamptz, ${start[1]}::uuid, ${start[2]}::bigint)`
      const rows = await db
        .select({ commit: commits })
        .from(commits)
        .innerJoin(prompts, ofLiving)
        .where(and(onMain(libraryId, wanted), beyond ?? undefined))
        .orderBy(by(commits.createdAt), by(commits.promptId), by(commits.seq))
        .limit(limit)
      return rows.map(({ commit }) => commit)
    },

    async countOnMain(q: Queryable, libraryId: string, wanted: ChangesWanted): Promise<number> {
      const [row] = await q
        .select({ count: count() })
        .from(commits)
        .innerJoin(prompts, ofLiving)
        .where(onMain(libraryId, wanted))
      return row!.count
    },

    /** Stores commits with their contents, parents, authors and blames: five statements for any number. */
    async insertCommits(q: Queryable, list: readonly NewCommit[]): Promise<void> {
      await q
        .insert(blobs)
        .values(
          list.map(({ row, content }) => ({ libraryId: row.libraryId, hash: row.contentHash, content })),
        )
        .onConflictDoNothing()
      await q.insert(commits).values(list.map(({ row }) => row))
      const key = (row: CommitRow) => ({ libraryId: row.libraryId, promptId: row.promptId, commitId: row.id })
      const parents = list.flatMap(({ row, parents }) =>
        parents.map((parentId, position) => ({ ...key(row), position, parentId })),
      )
      if (parents.length > 0) await q.insert(commitParents).values(parents)
      await q.insert(commitAuthors).values(
        list.flatMap(({ row, authors }) =>
          authors.map((author, position) => ({
            ...key(row),
            position,
            authorKind: author.kind,
            authorId: author.id,
            authorName: author.name,
          })),
        ),
      )
      await q.insert(commitBlames).values(list.map(({ row, blame }) => ({ ...key(row), blame })))
    },

    /** Commits of prompts above the numbers known, with their parents, by number: one statement. */
    async graphRows(
      q: Queryable,
      libraryId: string,
      known: ReadonlyMap<string, number>,
    ): Promise<{ promptId: string; id: string; seq: number; parents: string[] }[]> {
      const wanted = sql.join(
        [...known].map(([promptId, seq]) => sql`(${promptId}::uuid, ${seq}::bigint)`),
        sql`, `,
      )
      const rows = await q.execute<{ prompt_id: string; id: string; seq: string; parents: string[] }>(sql`
        select c.prompt_id, c.id, c.seq, array(
          select p.parent_id from ${commitParents} p
          where p.library_id = c.library_id and p.prompt_id = c.prompt_id and p.commit_id = c.id order by p.position
        ) as parents
        from (values ${wanted}) as k(prompt_id, seq)
        join ${commits} c on c.library_id = ${libraryId} and c.prompt_id = k.prompt_id and c.seq > k.seq
        order by c.prompt_id, c.seq`)
      return rows.map(({ prompt_id, id, seq, parents }) => ({
        promptId: prompt_id,
        id,
        seq: Number(seq),
        parents,
      }))
    },

    /** The number a new commit of a prompt gets; `null` when the prompt has a commit of this id already. */
    async nextSeq(q: Queryable, libraryId: string, promptId: string, id: string): Promise<number | null> {
      const here = and(eq(commits.libraryId, libraryId), eq(commits.promptId, promptId))
      const known = q
        .select({ id: commits.id })
        .from(commits)
        .where(and(here, eq(commits.id, id)))
      const [row] = await q
        .select({ last: sql<string | null>`max(${commits.seq})`, isKnown: sql<boolean>`exists ${known}` })
        .from(commits)
        .where(here)
      return row!.isKnown ? null : Number(row!.last ?? 0) + 1
    },

    /** Version numbers given so far, newest first. */
    async versions(q: Queryable, libraryId: string, promptId: string, limit: number): Promise<string[]> {
      const rows = await q
        .select({ version: commits.version })
        .from(commits)
        .where(
          and(eq(commits.libraryId, libraryId), eq(commits.promptId, promptId), isNotNull(commits.version)),
        )
        .orderBy(desc(commits.seq))
        .limit(limit)
      return rows.map((row) => row.version!)
    },

    /** Commits of a prompt whose version number begins so, newest first. */
    numberedCommits(
      libraryId: string,
      promptId: string,
      startsWith: string,
      limit: number,
    ): Promise<CommitRow[]> {
      return db
        .select()
        .from(commits)
        .where(
          and(
            eq(commits.libraryId, libraryId),
            eq(commits.promptId, promptId),
            sql`starts_with(${commits.version}, ${startsWith})`,
          ),
        )
        .orderBy(desc(commits.seq))
        .limit(limit)
    },

    findCommits(
      q: Queryable,
      libraryId: string,
      promptIds: readonly string[],
      ids: readonly string[],
    ): Promise<CommitRow[]> {
      return q
        .select()
        .from(commits)
        .where(
          and(
            eq(commits.libraryId, libraryId),
            inArray(commits.promptId, [...promptIds]),
            inArray(commits.id, [...ids]),
            ofLivingPrompt(commits.libraryId, commits.promptId),
          ),
        )
    },

    /** Whether a prompt ever held a content: (prompt, content hash) pairs among the given ones. */
    async heldContents(
      q: Queryable,
      libraryId: string,
      promptIds: readonly string[],
      hashes: readonly string[],
    ): Promise<Set<string>> {
      const rows = await q
        .selectDistinct({ promptId: commits.promptId, hash: commits.contentHash })
        .from(commits)
        .where(
          and(
            eq(commits.libraryId, libraryId),
            inArray(commits.promptId, [...promptIds]),
            inArray(commits.contentHash, [...hashes]),
          ),
        )
      return new Set(rows.map((row) => `${row.promptId} ${row.hash}`))
    },

    /** Parents of commits. Two prompts may hold a commit of the same id, so prompts are named too. */
    parentsOf(libraryId: string, promptIds: readonly string[], commitIds: readonly string[]) {
      return db
        .select()
        .from(commitParents)
        .where(
          and(
            eq(commitParents.libraryId, libraryId),
            inArray(commitParents.promptId, [...promptIds]),
            inArray(commitParents.commitId, [...commitIds]),
          ),
        )
        .orderBy(commitParents.position)
    },

    /** Everybody who is an author of one of the commits, in the order in which they first became one, and the change types. */
    async authorsAmong(
      q: Queryable,
      libraryId: string,
      promptId: string,
      commitIds: readonly string[],
    ): Promise<{ authors: ActorRef[]; changeTypes: ChangeType[] }> {
      const authors = new Map<string, ActorRef>()
      const changeTypes = new Set<ChangeType>()
      for (let start = 0; start < commitIds.length; start += IDS_AT_ONCE) {
        const rows = await q
          .select({
            kind: commitAuthors.authorKind,
            id: commitAuthors.authorId,
            name: commitAuthors.authorName,
            changeType: commits.changeType,
          })
          .from(commitAuthors)
          .innerJoin(
            commits,
            and(
              eq(commits.libraryId, commitAuthors.libraryId),
              eq(commits.promptId, commitAuthors.promptId),
              eq(commits.id, commitAuthors.commitId),
            ),
          )
          .where(
            and(
              eq(commitAuthors.libraryId, libraryId),
              eq(commitAuthors.promptId, promptId),
              inArray(commitAuthors.commitId, commitIds.slice(start, start + IDS_AT_ONCE)),
            ),
          )
          .orderBy(commits.seq, commitAuthors.position)
        for (const { kind, id, name, changeType } of rows) {
          changeTypes.add(changeType as ChangeType)
          if (!authors.has(id)) authors.set(id, { kind: kind as ActorRef['kind'], id, name })
        }
      }
      return { authors: [...authors.values()], changeTypes: [...changeTypes] }
    },

    /** Authors of commits, likewise. */
    authorsOf(libraryId: string, promptIds: readonly string[], commitIds: readonly string[]) {
      return db
        .select()
        .from(commitAuthors)
        .where(
          and(
            eq(commitAuthors.libraryId, libraryId),
            inArray(commitAuthors.promptId, [...promptIds]),
            inArray(commitAuthors.commitId, [...commitIds]),
          ),
        )
        .orderBy(commitAuthors.position)
    },
  }
}

export type CommitStore = ReturnType<typeof createCommitStore>
