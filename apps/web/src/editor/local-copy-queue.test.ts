import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Batch, createLocalCopyQueue } from './local-copy-queue.ts'

/** A writer that finishes, or fails, when the test says so. */
function writer() {
  const batches: Batch[] = []
  const waiting: { resolve: () => void; reject: (reason: Error) => void }[] = []
  return {
    batches,
    write: (batch: Batch) =>
      new Promise<void>((resolve, reject) => {
        batches.push(batch)
        waiting.push({ resolve, reject })
      }),
    async finish() {
      waiting.shift()?.resolve()
      await settled()
    },
    async fail() {
      waiting.shift()?.reject(new Error('no space'))
      await settled()
    },
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

/** The edits that append these letters, one each. */
function edits(letters: string): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of letters) doc.getText().insert(doc.getText().length, letter)
  return updates
}

function textOf(batches: readonly Batch[]): string {
  const doc = new Y.Doc()
  for (const { update } of batches) if (update) Y.applyUpdate(doc, update)
  return doc.getText().toString()
}

describe('the queue of the local copy', () => {
  it('writes an edit and its count at once, together', async () => {
    const { batches, write, finish } = writer()
    const queue = createLocalCopyQueue(write, 0, () => {})
    queue.push(edits('a')[0]!)
    queue.setUnsaved(1)
    expect(queue.state()).toBe('keeping')
    await settled()
    expect(batches).toHaveLength(1)
    expect(batches[0]!.unsaved).toBe(1)
    expect(textOf(batches)).toBe('a')
    expect(queue.state()).toBe('keeping')
    await finish()
    expect(queue.state()).toBe('kept')
  })

  it('puts what comes while it writes into one batch behind', async () => {
    const { batches, write, finish } = writer()
    const queue = createLocalCopyQueue(write, 0, () => {})
    for (const edit of edits('abc')) {
      queue.push(edit)
      await settled()
    }
    expect(textOf(batches)).toBe('a')
    await finish()
    expect(batches).toHaveLength(2)
    expect(textOf(batches)).toBe('abc')
    expect(queue.state()).toBe('keeping')
    await finish()
    expect(queue.state()).toBe('kept')
  })

  it('tries what could not be written again with the next edit, and says so until then', async () => {
    const { batches, write, finish, fail } = writer()
    const heard: string[] = []
    const queue = createLocalCopyQueue(write, 0, () => heard.push(queue.state()))
    const [a, b, c] = edits('abc')
    queue.push(a!)
    queue.setUnsaved(1)
    await settled()
    await fail()
    expect(queue.state()).toBe('failed')
    queue.push(b!)
    await settled()
    await fail()
    queue.push(c!)
    queue.setUnsaved(3)
    await settled()
    await finish()
    expect(queue.state()).toBe('kept')
    expect(batches).toHaveLength(3)
    expect(textOf(batches.slice(2))).toBe('abc')
    expect(batches[2]!.unsaved).toBe(3)
    expect(heard).toEqual(['keeping', 'failed', 'kept'])
  })

  it('writes nothing when nothing changed', async () => {
    const { batches, write } = writer()
    const queue = createLocalCopyQueue(write, 2, () => {})
    queue.setUnsaved(2)
    queue.flush()
    await settled()
    expect(batches).toEqual([])
    expect(queue.state()).toBe('kept')
  })

  it('hands over what waits behind a slow batch when it is told to', async () => {
    const { batches, write } = writer()
    const queue = createLocalCopyQueue(write, 0, () => {})
    const [a, b] = edits('ab')
    queue.push(a!)
    await settled()
    queue.push(b!)
    queue.flush()
    expect(textOf(batches)).toBe('ab')
  })

  it('takes nothing after its end', async () => {
    const { batches, write } = writer()
    const queue = createLocalCopyQueue(write, 0, () => {})
    queue.push(edits('a')[0]!)
    queue.stop()
    queue.setUnsaved(4)
    await settled()
    expect(batches).toEqual([])
  })
})
