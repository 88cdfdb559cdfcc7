import { type ChangeType, changeTypeOf } from './change-type.ts'
import { sha256Hex } from './sha256-hex.ts'

/** Everything a commit's id is made of. */
export interface CommitBody {
  /** `contentHash` of the text: the hash, not the text itself. */
  readonly content: string
  /** Ids of the parent commits. Their order counts: the first is the branch the commit was made on. */
  readonly parents: readonly string[]
  /** Ids of everyone who contributed. A set: neither order nor repetition counts. */
  readonly authors: readonly string[]
  /** Instant in UTC as `Date.prototype.toISOString` writes it, milliseconds included. */
  readonly createdAt: string
  readonly message: string
  readonly changeType: ChangeType
}

const HASH = /^[0-9a-f]{64}$/

/**
 * The id of a commit: SHA-256 over its canonical form, 64 lower-case hex digits. See SPEC.md, "Commit ids".
 *
 * @throws RangeError when a field cannot stand in a commit: a content or parent that is no SHA-256 hash, a time in another form,
 * no author, an unknown change type. Passing the text where its hash belongs is caught this way.
 */
export function commitId(commit: CommitBody): string {
  assertCommit(commit)
  return sha256Hex(canonicalForm(commit))
}

/** Whether `id` is the id of `commit`. A body that cannot be a commit is never verified. */
export function verifyCommit(id: string, commit: CommitBody): boolean {
  try {
    return commitId(commit) === id
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** One field a line; the two free texts are JSON strings, so that no field can imitate another. */
function canonicalForm(commit: CommitBody): string {
  const authors = [...new Set(commit.authors)].sort()
  return [
    'incipit commit 1',
    `content ${commit.content}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    ...authors.map((author) => `author ${JSON.stringify(author)}`),
    `created ${commit.createdAt}`,
    `change ${commit.changeType}`,
    `message ${JSON.stringify(commit.message)}`,
    '',
  ].join('\n')
}

function assertCommit(commit: CommitBody): void {
  if (!HASH.test(commit.content)) {
    throw new RangeError('A commit’s content must be the contentHash of the text: 64 lower-case hex digits')
  }
  const badParent = commit.parents.find((parent) => !HASH.test(parent))
  if (badParent !== undefined) {
    throw new RangeError(
      `A commit’s parent must be a commit id of 64 lower-case hex digits, but is "${badParent}"`,
    )
  }
  if (new Set(commit.parents).size < commit.parents.length) {
    throw new RangeError('A commit names the same parent twice')
  }
  if (commit.authors.length === 0) throw new RangeError('A commit needs at least one author')
  if (!isInstant(commit.createdAt)) {
    throw new RangeError(
      `A commit’s time must look like 2026-01-31T09:30:00.000Z, but is "${commit.createdAt}"`,
    )
  }
  if (!changeTypeOf(commit.changeType)) throw new RangeError(`"${commit.changeType}" is not a change type`)
}

function isInstant(text: string): boolean {
  const instant = new Date(text)
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text
}
