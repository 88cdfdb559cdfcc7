import { columns, firstLine } from './screen.ts'

/** Fields of a commit as commands show it. */
export const COMMIT_FIELDS =
  'hash shortHash version message changeType createdAt added removed authors { name } tags { name } parents { hash }'

/** A commit as the server tells it. */
export interface CommitAnswer {
  readonly hash: string
  readonly shortHash: string
  readonly version: string | null
  readonly message: string
  readonly changeType: string
  readonly createdAt: string
  readonly added: number
  readonly removed: number
  readonly authors: readonly { readonly name: string }[]
  readonly tags: readonly { readonly name: string }[]
  readonly parents: readonly { readonly hash: string }[]
}

/** What people call a commit. */
export function nameOf({ version, shortHash }: Pick<CommitAnswer, 'version' | 'shortHash'>): string {
  return version ?? shortHash
}

/** A line for each commit: hash, version, day, change type, authors, message, tags. */
export function commitLines(commits: readonly CommitAnswer[]): string[] {
  return columns(
    commits.map((commit) => [
      commit.shortHash,
      commit.version ?? '-',
      commit.createdAt.slice(0, 10),
      commit.changeType.toLowerCase(),
      authorsOf(commit),
      `${firstLine(commit.message)}${tagsOf(commit)}`,
    ]),
  )
}

/** A commit for programs: names where the server has objects. */
export function commitJson({ authors, tags, parents, shortHash: _, ...commit }: CommitAnswer) {
  return {
    ...commit,
    authors: authors.map(({ name }) => name),
    tags: tags.map(({ name }) => name),
    parents: parents.map(({ hash }) => hash),
  }
}

function authorsOf({ authors }: CommitAnswer): string {
  const [first, ...others] = authors.map(({ name }) => firstLine(name))
  if (others.length < 2) return [first, ...others].join(', ')
  return `${first} and ${others.length} others`
}

function tagsOf({ tags, parents }: CommitAnswer): string {
  const marks = [...(parents.length > 1 ? ['merge'] : []), ...tags.map(({ name }) => name)]
  return marks.length > 0 ? ` (${marks.join(', ')})` : ''
}
