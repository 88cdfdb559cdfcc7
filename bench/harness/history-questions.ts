import { GIT_FILE } from './git-history.ts'

/** Living branch of every measured prompt; in Git it is called `feature`. */
export const BRANCH = 'feature/measured'
/** Commits of a page: ten pages of them fit into the shortest history. */
export const PAGE = 9
/** Commits that the history graph draws at once. */
const DRAWN = 50

/** A question to a prompt, and what answers the like in Git. */
export interface Question {
  readonly name: string
  /** Fields of a prompt; `$after` is the cursor before the tenth page. */
  readonly fields: string
  readonly git: readonly string[]
  /** Asked again right after a commit, when nothing that was computed for the head before holds any more. */
  readonly afterCommit?: true
}

const COMMIT = 'hash version message createdAt authors { name } tags { name }'
const pageAfter = (after: string) =>
  `commits(first: ${PAGE}${after}) { totalCount edges { node { ${COMMIT} } } pageInfo { endCursor } }`

/** What the pages of a prompt ask of its history. None of it needs the whole history. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'first page of the log',
    fields: pageAfter(''),
    git: ['log', `-${PAGE}`, 'main'],
    afterCommit: true,
  },
  {
    name: 'tenth page of the log',
    fields: pageAfter(', after: $after'),
    git: ['log', `-${PAGE}`, `--skip=${9 * PAGE}`, 'main'],
  },
  {
    name: 'history graph of all branches',
    fields: `commits(first: ${DRAWN}, all: true) { edges { node { ${COMMIT} added removed parents { hash } } } } branches { name head { hash } }`,
    git: ['log', '--graph', '--oneline', `-${DRAWN}`, 'main', 'feature'],
  },
  {
    name: 'merge base of two branches',
    fields: `compare(base: "main", head: "${BRANCH}") { mergeBase { hash } }`,
    git: ['merge-base', 'main', 'feature'],
  },
  {
    name: 'list of branches with ahead and behind',
    fields:
      'branches { name ahead behind head { hash message createdAt committer { name } } editors { name } openChangeRequest { number } }',
    git: ['rev-list', '--left-right', '--count', 'main...feature'],
    afterCommit: true,
  },
  {
    name: 'change request with its mergeability',
    fields:
      'changeRequests(first: 1) { nodes { title mergeability { state behind } approvals { required given } commits { hash } } }',
    git: ['merge-tree', '--write-tree', 'main', 'feature'],
    afterCommit: true,
  },
  {
    name: 'changelog of the last 1,000 changes',
    fields: 'changelog { sections { title entries { text } } }',
    git: ['log', '-1000', '--first-parent', '--format=%h %an %s', 'main'],
  },
  {
    name: 'blame of the head',
    fields: 'commit(ref: "main") { blame { lines { start count commit { shortHash authors { name } } } } }',
    git: ['blame', '--porcelain', 'main', '--', GIT_FILE],
  },
]
