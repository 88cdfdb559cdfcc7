import {
  type ChangelogSection,
  type ChangeType,
  changelog,
  changelogMarkdown,
} from '@incipit/version-control'
import { NotFoundError, ValidationError } from '../platform/errors.ts'
import type { PromptRow } from '../prompts/store.ts'
import type { VersionDeps } from './deps.ts'
import { firstOf } from './first-of.ts'
import { MAIN } from './main-branch.ts'
import type { BranchRow, CommitRow } from './store.ts'

/** How far back a changelog looks, in commits. */
const MOST_COMMITS = 1000
const DAY_MS = 86_400_000
/** A hundred years. */
const MOST_DAYS = 36_500

export const CHANGELOG_ORDERS = ['version', 'date'] as const

/** Which changes to tell. */
export interface ChangelogSpec {
  /** Living branches of the prompt. */
  readonly branches: readonly BranchRow[]
  /** Name of the branch; null for main. */
  readonly branch: string | null
  /** Only the last so many; null for all. */
  readonly days: number | null
  readonly by: (typeof CHANGELOG_ORDERS)[number]
}

/** What changed, in sections, with the commits they speak of. */
export interface ChangelogView {
  readonly sections: readonly ChangelogSection[]
  /** By id. */
  readonly commits: ReadonlyMap<string, CommitRow>
  readonly markdown: string
}

/** What changed, for people. */
export function createChangelogService(deps: Pick<VersionDeps, 'db' | 'store' | 'graphs' | 'clock'>) {
  const { db, store, graphs, clock } = deps

  async function namesOf({ libraryId, id }: PromptRow, rows: readonly CommitRow[]) {
    const ids = rows.map((row) => row.id)
    const authors = ids.length > 0 ? await store.authorsOf(libraryId, [id], ids) : []
    return Map.groupBy(authors, (author) => author.commitId)
  }

  return {
    /**
     * The changes of a branch: the last 1,000 commits of its first-parent log, which tells a merge and not the commits it brought.
     *
     * @throws NotFoundError for an unknown branch, ValidationError for a number of days that is none
     */
    async changelog(prompt: PromptRow, spec: ChangelogSpec): Promise<ChangelogView> {
      const since = startOf(spec.days, clock.now())
      const branch = spec.branches.find(({ name }) => name === (spec.branch ?? MAIN))
      if (!branch) throw new NotFoundError('The branch')
      const { libraryId, id: promptId } = prompt
      const heads = branch.headCommitId === null ? [] : [branch.headCommitId]
      const graph = await graphs.graphOf(libraryId, promptId)
      const ids = firstOf(graph.log(heads, { order: 'first-parent' }), MOST_COMMITS)
      const found = ids.length > 0 ? await store.findCommits(db, libraryId, [promptId], ids) : []
      const rows = found.filter(({ createdAt }) => createdAt >= since).sort((a, b) => b.seq - a.seq)
      const authors = await namesOf(prompt, rows)
      const sections = changelog(
        rows.map((row) => ({
          id: row.id,
          version: row.version,
          changeType: row.changeType as ChangeType,
          message: row.message,
          authors: (authors.get(row.id) ?? []).map(({ authorName }) => authorName),
          createdAt: row.createdAt.toISOString(),
        })),
        spec.by,
      )
      return {
        sections,
        commits: new Map(rows.map((row) => [row.id, row])),
        markdown: changelogMarkdown(prompt.name, sections),
      }
    },
  }
}

function startOf(days: number | null, now: Date): Date {
  if (days === null) return new Date(0)
  if (days >= 1 && days <= MOST_DAYS) return new Date(now.getTime() - days * DAY_MS)
  throw ValidationError.of(
    'days',
    `days is ${days}, but must be from 1 to ${MOST_DAYS}. Leave it away for all.`,
  )
}
