/** Longest title there can be. */
export const MOST_TITLE = 200

interface CommitWords {
  hash: string
  message: string
}

/** The commits of a source, newest first, up to where it parted from others. */
export function ownCommits<Commit extends CommitWords>(
  commits: readonly Commit[],
  parted: readonly (string | undefined)[],
): Commit[] {
  const end = commits.findIndex(({ hash }) => parted.includes(hash))
  return end === -1 ? [...commits] : commits.slice(0, end)
}

/** What a change request may be called: as its only commit, else as its branch. */
export function proposedTitle(source: string, commits: readonly CommitWords[]): string {
  const [only, more] = commits
  const title = only && !more ? firstLine(only.message) : asPhrase(source)
  return [...title].slice(0, MOST_TITLE).join('')
}

/** What may be said of it: what its commits say, oldest first. */
export function proposedDescription(commits: readonly CommitWords[]): string {
  const [only, more] = commits
  if (!only) return ''
  if (!more) return only.message.split('\n').slice(1).join('\n').trim()
  return commits
    .toReversed()
    .map(({ message }) => `- ${firstLine(message)}`)
    .join('\n')
}

function firstLine(message: string): string {
  return message.trim().split('\n')[0]?.trim() ?? ''
}

/** `feature/warmer-tone` as "Warmer tone". */
function asPhrase(branch: string): string {
  const rest = branch.includes('/') ? branch.slice(branch.indexOf('/') + 1) : branch
  const words = rest.replaceAll(/[-/]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
