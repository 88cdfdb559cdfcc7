import { GENESIS_HASH } from './chain-entry.ts'
import type { AuditEntry, AuditLink } from './entry.ts'
import { hashEntry } from './hash-entry.ts'

/**
 * What is wrong with the first bad entry:
 *
 * - `order`: its number is not the one after the entry before (something was removed, inserted, moved)
 * - `link`: it does not hold on to the hash of the entry before
 * - `hash`: its own hash does not fit its content (a field was changed)
 * - `library`: it belongs to another library than the entry before
 * - `end`: the chain is whole as far as it goes, but does not end at the expected head
 */
export type ChainFault = 'order' | 'link' | 'hash' | 'library' | 'end'

/** Outcome of {@link verifyChain}. `head` is the last link, `null` when there is none. */
export type ChainResult =
  | { readonly ok: true; readonly count: number; readonly head: AuditLink | null }
  | { readonly ok: false; readonly seq: number; readonly fault: ChainFault; readonly reason: string }

/** Where a chain begins and ends. */
interface ChainBounds {
  /** Verify a later part: the trusted link just before the first given entry. */
  readonly startAfter?: AuditLink | null
  /** The head known from elsewhere. Only this uncovers entries cut off the end. */
  readonly expectedHead?: AuditLink | null
}

/**
 * Check entries of one library, in the order of their `seq`. Names the first bad `seq`: the number that should have stood there.
 * Takes any iterable, so that a long log can be read page by page.
 */
export function verifyChain(entries: Iterable<AuditEntry>, bounds: ChainBounds = {}): ChainResult {
  let head: AuditLink | null = bounds.startAfter ?? null
  let libraryId: string | null = null
  let count = 0

  for (const entry of entries) {
    const seq = (head?.seq ?? 0) + 1
    const found = findFault(entry, seq, head?.hash ?? GENESIS_HASH, libraryId)
    if (found) return { ok: false, seq, ...found }
    head = { seq: entry.seq, hash: entry.hash }
    libraryId = entry.libraryId
    count += 1
  }
  return checkEnd(head, bounds.expectedHead) ?? { ok: true, count, head }
}

function findFault(
  entry: AuditEntry,
  seq: number,
  previousHash: string,
  libraryId: string | null,
): { fault: ChainFault; reason: string } | null {
  if (entry.seq !== seq) {
    return { fault: 'order', reason: `Entry ${seq} should stand here, but entry ${entry.seq} does` }
  }
  if (libraryId !== null && entry.libraryId !== libraryId) {
    return { fault: 'library', reason: `Entry ${seq} belongs to another library than the entry before it` }
  }
  if (entry.previousHash !== previousHash) {
    return { fault: 'link', reason: `Entry ${seq} does not hold on to the hash of the entry before it` }
  }
  if (entry.hash !== recomputedHash(entry)) {
    return {
      fault: 'hash',
      reason: `Entry ${seq} was changed after it was written: its hash does not fit its content`,
    }
  }
  return null
}

function recomputedHash(entry: AuditEntry): string | null {
  try {
    return hashEntry(entry)
  } catch (error) {
    // An entry from a tampered store need not have the shape its type promises.
    if (error instanceof TypeError) return null
    throw error
  }
}

function checkEnd(head: AuditLink | null, expected: AuditLink | null | undefined): ChainResult | null {
  if (!expected || (head?.seq === expected.seq && head.hash === expected.hash)) return null
  const seq = Math.min(expected.seq, (head?.seq ?? 0) + 1)
  return {
    ok: false,
    seq,
    fault: 'end',
    reason: `The chain ends at entry ${head?.seq ?? 0}, but should end at ${expected.seq}`,
  }
}
