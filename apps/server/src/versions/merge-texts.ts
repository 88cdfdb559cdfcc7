import { contentHash } from '@incipit/version-control'
import type { Revised } from '../collaboration/index.ts'
import type { Transaction } from '../platform/database.ts'
import type { BranchRow, VersionStore } from './store.ts'

/** Keeps the live text before and after a merge arrived in it, so that the merge can be taken back. */
export async function storeMergeTexts(
  store: VersionStore,
  tx: Transaction,
  branch: BranchRow,
  { before, after }: Revised,
): Promise<void> {
  const texts = [...new Set([before, after])].map((content) => ({ hash: contentHash(content), content }))
  await store.insertBlobs(tx, branch.libraryId, texts)
  await store.setMergeTexts(tx, branch, { textBefore: contentHash(before), textAfter: contentHash(after) })
}
