import * as Y from 'yjs'

/** What one transaction writes: edits put together, and how many edits the server has not confirmed. */
export interface Batch {
  readonly update: Uint8Array | null
  readonly unsaved: number
}

/** `kept`: all that was handed over is written. `keeping`: on its way. `failed`: this browser did not take it. */
export type CopyState = 'kept' | 'keeping' | 'failed'

/** Writes edits as soon as they come, one batch at a time and in their order. */
export interface LocalCopyQueue {
  push(update: Uint8Array): void
  setUnsaved(count: number): void
  state(): CopyState
  /** Hands over what is waiting at once, without waiting for the batch that is being written. */
  flush(): void
  /** Takes nothing more and forgets what is waiting. */
  stop(): void
}

/**
 * A queue in front of `write`. What could not be written is put together with what comes next and tried again then;
 * nobody waits for it. `unsaved` is the count that stands written already; `changed` hears of each new state.
 */
export function createLocalCopyQueue(
  write: (batch: Batch) => Promise<void>,
  unsaved: number,
  changed: () => void,
): LocalCopyQueue {
  let waiting: Uint8Array[] = []
  let [wanted, written] = [unsaved, unsaved]
  let writing = 0
  let failed = false
  let stopped = false
  let scheduled = false
  let told: CopyState = 'kept'

  const isIdle = (): boolean => waiting.length === 0 && wanted === written
  const state = (): CopyState => (failed ? 'failed' : isIdle() && writing === 0 ? 'kept' : 'keeping')
  const tell = (): void => {
    if (told === state()) return
    told = state()
    changed()
  }

  async function writeBatch(): Promise<void> {
    const batch = { update: together(waiting), unsaved: wanted }
    const before = written
    waiting = []
    written = wanted
    writing += 1
    try {
      await write(batch)
      failed = false
    } catch {
      failed = true
      written = before
      if (batch.update) waiting.unshift(batch.update)
    }
    writing -= 1
    if (!failed) schedule()
    tell()
  }

  /** Once the present task is done: what belongs to one edit comes in one batch. */
  function schedule(): void {
    if (scheduled || stopped) return
    scheduled = true
    queueMicrotask(() => {
      scheduled = false
      if (writing === 0) flush()
    })
  }

  function flush(): void {
    if (!stopped && !isIdle()) void writeBatch()
  }

  return {
    push(update) {
      if (stopped) return
      waiting.push(update)
      schedule()
      tell()
    },
    setUnsaved(count) {
      if (stopped || count === wanted) return
      wanted = count
      schedule()
      tell()
    },
    state,
    flush,
    stop() {
      stopped = true
      waiting = []
    },
  }
}

const together = (updates: readonly Uint8Array[]): Uint8Array | null =>
  updates.length > 1 ? Y.mergeUpdates([...updates]) : (updates[0] ?? null)
