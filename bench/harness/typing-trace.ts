import { readSharedData } from './data.ts'

/** One edit of a recorded session: at a place, so many characters away, a text there. */
export type Patch = readonly [position: number, deleted: number, inserted: string]

/** A recorded editing session. Its text has no characters beyond the basic plane, so positions are UTF-16 units too. */
export interface TypingTrace {
  readonly edits: readonly (readonly Patch[])[]
  readonly endContent: string
}

/** The recorded session of the shared data; `null` where it is missing. @throws RangeError when positions would need converting */
export function readTypingTrace(): TypingTrace | null {
  const text = readSharedData('sveltecomponent.json.gz')
  if (text === null) return null
  const trace = JSON.parse(text) as { endContent: string; txns: { patches: Patch[] }[] }
  if (/[\uD800-\uDFFF]/.test(text)) throw new RangeError('The trace has characters beyond the basic plane')
  return { edits: trace.txns.map(({ patches }) => patches), endContent: trace.endContent }
}

/** Puts one edit into a shared text. */
export function applyPatches(
  text: { insert(at: number, text: string): void; delete(at: number, length: number): void },
  patches: readonly Patch[],
): void {
  for (const [position, deleted, inserted] of patches) {
    if (deleted > 0) text.delete(position, deleted)
    if (inserted !== '') text.insert(position, inserted)
  }
}
