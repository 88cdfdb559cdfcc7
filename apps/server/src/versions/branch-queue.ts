/**
 * What changes a branch together with its live text is done one after the other, so that nobody reads a live text into which
 * a merge is just arriving. In this process; between processes the lock on the branch's row decides.
 */
export class BranchQueue {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Does the work when everything before it on this branch is done. Must not be called from inside of such work. */
  async run<T>(branchId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(branchId) ?? Promise.resolve()
    const mine = before.then(work, work)
    const settled = mine.catch(() => undefined)
    this.#last.set(branchId, settled)
    try {
      return await mine
    } finally {
      if (this.#last.get(branchId) === settled) this.#last.delete(branchId)
    }
  }
}
