import type { EditorBlame, WordRun } from '../../../editor/index.ts'
import { refOf } from '../ref-of.ts'
import type { BlamedCommit, BlamedRun } from './blame-query.ts'

/** Who wrote what of a text, as the editor shows it, and the commits it speaks of. */
export interface BlameView {
  commits: readonly BlamedCommit[]
  blame: EditorBlame
  /** `null` where words were not asked for. */
  words: readonly WordRun[] | null
}

/** Nothing is committed yet. */
export const NO_BLAME: BlameView = {
  commits: [],
  blame: { content: '', commits: [], lines: [] },
  words: null,
}

/** Commits are named once, however many stretches they have. */
export function blameView(
  content: string,
  lines: readonly BlamedRun[],
  words: readonly BlamedRun[] | null,
): BlameView {
  const commits: BlamedCommit[] = []
  const places = new Map<string, number>()
  const ownerOf = (commit: BlamedCommit): number => {
    const known = places.get(commit.id)
    if (known !== undefined) return known
    places.set(commit.id, commits.length)
    return commits.push(commit) - 1
  }
  const ownedLines = lines.map(({ count, commit }) => ({ count, owner: ownerOf(commit) }))
  const ownedWords =
    words?.map(({ start, count, commit }) => ({
      start,
      count,
      owner: ownerOf(commit),
      hue: hueOf(commit),
    })) ?? null
  const labels = commits.map((commit) => ({
    hue: hueOf(commit),
    name: authorsText(commit.authors),
    ref: refOf(commit),
    at: commit.createdAt,
  }))
  return { commits, blame: { content, commits: labels, lines: ownedLines }, words: ownedWords }
}

/** "Ada Lindqvist", "Ada Lindqvist +1": who wrote it, in the room of one name. */
export function authorsText(authors: readonly { name: string }[]): string {
  const [first, ...others] = authors
  if (!first) return 'Nobody'
  return others.length === 0 ? first.name : `${first.name} +${others.length}`
}

/** Everybody the tints of the words stand for, in the order of how much they wrote. */
export function peopleByWords(view: Pick<BlameView, 'commits' | 'words'>): BlamedCommit['authors'] {
  const written = new Map<string, { person: BlamedCommit['authors'][number]; characters: number }>()
  for (const { owner, count } of view.words ?? []) {
    const person = view.commits[owner]?.authors[0]
    if (!person) continue
    const sum = written.get(person.id) ?? { person, characters: 0 }
    written.set(person.id, { person, characters: sum.characters + count })
  }
  return [...written.values()].sort((a, b) => b.characters - a.characters).map(({ person }) => person)
}

function hueOf(commit: BlamedCommit): number {
  return commit.authors[0]?.hue ?? 1
}
