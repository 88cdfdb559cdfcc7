import type { Batch } from './local-copy-queue.ts'

const UPDATES = 'updates'
const COUNTS = 'counts'
const UNSAVED = 'unsaved'

/** What IndexedDB holds of one document: its updates in the order of their writing, and a count. */
export interface LocalCopyStore {
  read(): Promise<{ updates: Uint8Array[]; unsaved: number }>
  /** Resolves when all of the batch is written; none of it is when this fails. */
  write(batch: Batch): Promise<void>
  /** Puts one update in the place of all, also of those that another window has written. */
  compact(merge: (updates: Uint8Array[]) => Uint8Array): Promise<void>
  clear(): Promise<void>
  close(): void
}

/** Opens the store. Fails where the browser keeps nothing, as some do in private windows. */
export async function openLocalCopyStore(name: string): Promise<LocalCopyStore> {
  const database = await openDatabase(name)
  // Storage that is being cleared does not wait for this window.
  database.onversionchange = () => database.close()
  const begin = (mode: IDBTransactionMode): IDBTransaction =>
    database.transaction([UPDATES, COUNTS], mode, { durability: 'relaxed' })
  return {
    async read() {
      const transaction = begin('readonly')
      const [updates, unsaved] = await Promise.all([
        answered<Uint8Array[]>(transaction.objectStore(UPDATES).getAll()),
        answered<unknown>(transaction.objectStore(COUNTS).get(UNSAVED)),
      ])
      return { updates, unsaved: typeof unsaved === 'number' ? unsaved : 0 }
    },
    async write({ update, unsaved }) {
      const transaction = begin('readwrite')
      if (update) transaction.objectStore(UPDATES).add(update)
      transaction.objectStore(COUNTS).put(unsaved, UNSAVED)
      // Said now and not once the answers are back, it holds even when the page is left in the next moment.
      transaction.commit()
      await completed(transaction)
    },
    async compact(merge) {
      const transaction = begin('readwrite')
      const store = transaction.objectStore(UPDATES)
      const all: IDBRequest<Uint8Array[]> = store.getAll()
      all.onsuccess = () => {
        const merged = merge(all.result)
        store.clear()
        store.add(merged)
      }
      await completed(transaction)
    },
    async clear() {
      const transaction = begin('readwrite')
      transaction.objectStore(UPDATES).clear()
      transaction.objectStore(COUNTS).clear()
      await completed(transaction)
    },
    close: () => database.close(),
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(UPDATES, { autoIncrement: true })
    request.result.createObjectStore(COUNTS)
  }
  return answered(request)
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
