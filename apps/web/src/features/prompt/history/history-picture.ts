import { type GraphRow, layoutHistory } from '@incipit/version-control'

/** Wider pictures are cut at the right: so many lanes are drawn at most. */
const MAX_LANES = 12

export interface HistoryPicture {
  readonly rowOf: ReadonlyMap<string, GraphRow>
  /** Lanes of the widest row that is drawn. */
  readonly lanes: number
}

interface DrawnCommit {
  readonly hash: string
  readonly parents: readonly { readonly hash: string }[]
}

/** The lanes of a list of commits, newest first. The given heads get the lanes at the left, in order. */
export function historyPicture(commits: readonly DrawnCommit[], heads: readonly string[]): HistoryPicture {
  const rows = layoutHistory(
    commits.map(({ hash, parents }) => ({ id: hash, parents: parents.map((parent) => parent.hash) })),
    { heads },
  )
  return {
    rowOf: new Map(rows.map((row) => [row.id, row])),
    lanes: Math.min(
      MAX_LANES,
      rows.reduce((most, row) => Math.max(most, row.lanes), 1),
    ),
  }
}
