import { diffLines } from '@incipit/version-control'

/** Who answers for a line: the place of a commit in the list of commits; -1 for what no commit has yet, -2 where no line is. */
export type LineOwner = number
export const UNCOMMITTED = -1
export const NO_LINE = -2

/** Neighbouring lines with one owner. Lines count from 1. */
export interface OwnedLines {
  readonly from: number
  readonly count: number
  readonly owner: LineOwner
}

/** One line replaced by others, as an editor tells it: lines `from` to `to` became `lines` lines. */
export interface LineSplice {
  readonly from: number
  readonly to: number
  readonly lines: number
}

/** The owner of each line of a text as an editor counts lines: after a line break at the end there is one more, which nobody wrote. */
export function ownersOf(
  runs: readonly { readonly count: number; readonly owner: number }[],
  content: string,
): LineOwner[] {
  const owners = runs.flatMap(({ count, owner }) => new Array<LineOwner>(count).fill(owner))
  return endingLike(owners, content)
}

/** The owners of the lines of a text that has gone on from `content`. Lines that differ belong to no commit yet. */
export function ownersSince(content: string, owners: readonly LineOwner[], live: string): LineOwner[] {
  if (live === content) return [...owners]
  const result: LineOwner[] = []
  let at = 1
  const keepUntil = (line: number): void => {
    for (; at < line; at++) result.push(owners[at - 1] ?? UNCOMMITTED)
  }
  for (const { beforeStart, beforeCount, afterCount } of diffLines(content, live)) {
    keepUntil(beforeStart)
    for (let added = 0; added < afterCount; added++) result.push(UNCOMMITTED)
    at = beforeStart + beforeCount
  }
  keepUntil(owners.length + (owners.at(-1) === NO_LINE ? 0 : 1))
  return endingLike(result, live)
}

/** Moves owners along with an edit, at once and roughly: a changed line keeps its owner until the texts are compared again. */
export function spliceOwners(owners: LineOwner[], { from, to, lines }: LineSplice): void {
  owners.splice(from, to - from, ...new Array<LineOwner>(lines - 1).fill(UNCOMMITTED))
}

/** The same by stretches of one owner. */
export function stretchesOf(owners: readonly LineOwner[]): OwnedLines[] {
  const stretches: { from: number; count: number; owner: LineOwner }[] = []
  owners.forEach((owner, at) => {
    const last = stretches.at(-1)
    if (last?.owner === owner) last.count += 1
    else if (owner !== NO_LINE) stretches.push({ from: at + 1, count: 1, owner })
  })
  return stretches
}

function endingLike(owners: LineOwner[], text: string): LineOwner[] {
  const ended = owners.filter((owner) => owner !== NO_LINE)
  return text === '' || text.endsWith('\n') ? [...ended, NO_LINE] : ended
}
