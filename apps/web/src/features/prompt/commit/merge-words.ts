import { refOf } from '../ref-of.ts'

interface Merging {
  kind: 'MERGE' | 'CHERRY_PICK'
  name: string
}

/** What a commit is that ends a merge or a pick: "Merge of main", "Cherry-pick of 1.2.0". */
export function mergingTitle({ kind, name }: Merging): string {
  return kind === 'MERGE' ? `Merge of ${name}` : `Cherry-pick of ${name}`
}

/** The message such a commit has where nobody writes another. */
export function mergingMessage({ kind, name }: Merging, into: string): string {
  return kind === 'MERGE' ? `Merge ${name} into ${into}` : `Cherry-pick ${name}`
}

/** Which commits it is made on: "on 1.2.0 and 3f2a9c0". */
export function parentsText(parents: readonly { version: string | null; shortHash: string }[]): string {
  return parents.length === 0 ? '' : `on ${parents.map(refOf).join(' and ')}`
}
