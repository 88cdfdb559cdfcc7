import * as Y from 'yjs'
import { type CopyState, createLocalCopyQueue, type LocalCopyQueue } from './local-copy-queue.ts'
import { type LocalCopyStore, openLocalCopyStore } from './local-copy-store.ts'

/** Updates after which the copy is rewritten as one: few enough to be read at once, many enough to be seldom. */
export const COMPACT_AFTER = 200

/** A document's copy in this browser. */
export interface LocalCopy {
  /** After the copy was read into the document; says how many of its edits the server had not confirmed. */
  loaded: Promise<{ unsaved: number }>
  isOrigin(origin: unknown): boolean
  setUnsaved(count: number): void
  /** Whether all edits are in the copy. Without a copy it is `failed`: they are in this window only. */
  state(): CopyState
  subscribe(listener: () => void): () => void
  /** Hands over at once what is not written yet, for a page that is about to go. */
  flush(): void
  clear(): Promise<void>
  close(): void
}

/** Opens the copy. Without a name, or where the browser keeps nothing, all works, without a copy. */
export function openLocalCopy(name: string | null, doc: Y.Doc): LocalCopy {
  const listeners = new Set<() => void>()
  const early: Uint8Array[] = []
  const origin = {}
  let open: { store: LocalCopyStore; queue: LocalCopyQueue } | null = null

  const edited = (update: Uint8Array, from: unknown): void => {
    if (from === origin) return
    if (open) open.queue.push(update)
    else early.push(update)
  }

  async function load(): Promise<{ unsaved: number }> {
    if (name === null) return { unsaved: 0 }
    const store = await openLocalCopyStore(name)
    const { updates, unsaved } = await store.read()
    // Put together beforehand: of a damaged copy nothing reaches the document.
    Y.applyUpdate(doc, asOne(updates), origin)
    const write = compacting(store, updates.length)
    const queue = createLocalCopyQueue(write, unsaved, () => {
      for (const listener of listeners) listener()
    })
    open = { store, queue }
    for (const update of early.splice(0)) queue.push(update)
    return { unsaved }
  }

  doc.on('update', edited)
  const loaded = load().catch(() => {
    doc.off('update', edited)
    return { unsaved: 0 }
  })
  return {
    loaded,
    isOrigin: (from) => from === origin,
    setUnsaved: (count) => open?.queue.setUnsaved(count),
    state: () => open?.queue.state() ?? 'failed',
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    flush: () => open?.queue.flush(),
    clear: async () => {
      await loaded
      doc.off('update', edited)
      open?.queue.stop()
      await open?.store.clear().catch(() => undefined)
    },
    close: () => {
      doc.off('update', edited)
      listeners.clear()
      open?.queue.flush()
      void loaded.then(() => open?.store.close())
    },
  }
}

/** Writes to the store and, now and then, makes one update of the many. Without that it would still be whole. */
function compacting(store: LocalCopyStore, size: number): LocalCopyStore['write'] {
  return async (batch) => {
    await store.write(batch)
    if (batch.update) size += 1
    if (size <= COMPACT_AFTER) return
    size = 1
    await store.compact(asOne).catch(() => undefined)
  }
}

/** One update with all that the others bring, but for the letters that were deleted again. */
function asOne(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return Y.encodeStateAsUpdate(doc)
}
