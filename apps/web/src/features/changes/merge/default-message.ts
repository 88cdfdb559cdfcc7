/** How the changes come into the target: with their own commits, or as one. */
export type MergeMethod = 'MERGE' | 'SQUASH'

interface Merged {
  title: string
  number: number
  source: { name: string }
  target: { name: string }
}

/** What the server writes as message where nobody says anything. */
export function defaultMessage({ title, number, source, target }: Merged, method: MergeMethod): string {
  return method === 'SQUASH'
    ? `${title} (#${number})`
    : `Merge ${source.name} into ${target.name} (#${number})`
}
