import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

const UNSAVED = 'unsaved'

/** A document's copy in this browser. */
export interface LocalCopy {
  /** After the copy was read into the document; says how many of its edits the server had not confirmed. */
  loaded: Promise<{ unsaved: number }>
  isOrigin(origin: unknown): boolean
  setUnsaved(count: number): void
  clear(): Promise<void>
  close(): void
}

/** Opens the copy. Without a name, or where the browser keeps nothing, all works, without a copy. */
export function openLocalCopy(name: string | null, doc: Y.Doc): LocalCopy {
  if (name === null || typeof indexedDB === 'undefined') return withoutCopy
  const persistence = new IndexeddbPersistence(name, doc)
  const ready = Promise.race([
    persistence.whenSynced,
    persistence._db.then(
      () => never,
      () => null,
    ),
  ])
  let written = -1
  return {
    loaded: ready.then(async (found) => {
      const unsaved: unknown = found ? await found.get(UNSAVED).catch(() => 0) : 0
      written = typeof unsaved === 'number' ? unsaved : 0
      return { unsaved: written }
    }),
    isOrigin: (origin) => origin === persistence,
    setUnsaved: (count) => {
      if (written === -1 || written === count) return
      written = count
      void persistence.set(UNSAVED, count).catch(() => undefined)
    },
    clear: () => persistence.clearData(),
    close: () => {
      void persistence.destroy()
    },
  }
}

const never = new Promise<never>(() => {})

const withoutCopy: LocalCopy = {
  loaded: Promise.resolve({ unsaved: 0 }),
  isOrigin: () => false,
  setUnsaved: () => {},
  clear: () => Promise.resolve(),
  close: () => {},
}
