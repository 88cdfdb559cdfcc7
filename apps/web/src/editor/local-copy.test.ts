import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { COMPACT_AFTER, type LocalCopy, openLocalCopy } from './local-copy.ts'
import { openLocalCopyStore } from './local-copy-store.ts'

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => vi.unstubAllGlobals())

const NAME = 'document:person'

async function open(name: string | null = NAME) {
  const doc = new Y.Doc()
  const copy = openLocalCopy(name, doc)
  const { unsaved } = await copy.loaded
  return { doc, copy, unsaved, text: doc.getText() }
}

/** Resolves when the copy says that it holds everything. */
function kept(copy: LocalCopy): Promise<void> {
  return new Promise((resolve) => {
    const look = () => copy.state() === 'kept' && resolve()
    copy.subscribe(look)
    look()
  })
}

const stored = async () => (await openLocalCopyStore(NAME)).read()

describe('the copy in this browser', () => {
  it('has each edit and the count of unconfirmed ones once it says so, for the next visit', async () => {
    const { copy, text } = await open()
    expect(copy.state()).toBe('kept')
    for (const [index, letter] of [...'Written in a tunnel.'].entries()) {
      text.insert(index, letter)
      copy.setUnsaved(index + 1)
      expect(copy.state()).toBe('keeping')
    }
    await kept(copy)
    const next = await open()
    expect(next.text.toString()).toBe('Written in a tunnel.')
    expect(next.unsaved).toBe(20)
    expect(next.copy.state()).toBe('kept')
  })

  it('does not write down what it has just read', async () => {
    const first = await open()
    first.text.insert(0, 'Once.')
    await kept(first.copy)
    const heard: unknown[] = []
    const doc = new Y.Doc()
    doc.on('update', (_update, origin) => heard.push(origin))
    const second = openLocalCopy(NAME, doc)
    await second.loaded
    await kept(second)
    expect(heard.map((origin) => second.isOrigin(origin))).toEqual([true])
    expect((await stored()).updates).toHaveLength(1)
  })

  it('has what was typed right before the end of a visit', async () => {
    const { copy, text } = await open()
    text.insert(0, 'a')
    await Promise.resolve()
    text.insert(1, 'b')
    copy.close()
    expect((await open()).text.toString()).toBe('ab')
  })

  it('becomes one update now and then, with what another window wrote in it', async () => {
    const [mine, other] = [await open(), await open()]
    other.text.insert(0, 'Other. ')
    await kept(other.copy)
    for (let count = 0; count <= COMPACT_AFTER; count++) {
      mine.text.insert(mine.text.length, 'x')
      await kept(mine.copy)
    }
    expect((await stored()).updates).toHaveLength(1)
    mine.text.insert(mine.text.length, '!')
    await kept(mine.copy)
    expect((await stored()).updates).toHaveLength(2)
    const { text } = await open()
    expect(text.toString().replace('Other. ', '')).toBe(`${'x'.repeat(COMPACT_AFTER + 1)}!`)
    expect(text.toString()).toContain('Other. ')
  })

  it('can be thrown away', async () => {
    const { copy, text } = await open()
    text.insert(0, 'Gone')
    copy.setUnsaved(1)
    await copy.clear()
    text.insert(4, ' too')
    copy.close()
    const next = await open()
    expect([next.text.toString(), next.unsaved]).toEqual(['', 0])
  })

  it.each([
    ['without a name', null, () => {}],
    ['where there is no IndexedDB', NAME, () => vi.stubGlobal('indexedDB', undefined)],
    [
      'where the browser refuses',
      NAME,
      () =>
        vi.stubGlobal('indexedDB', {
          open: () => {
            throw new DOMException('private window', 'SecurityError')
          },
        }),
    ],
  ])('is not there %s, and all works', async (_case, name, prepare) => {
    prepare()
    const { copy, text, unsaved } = await open(name)
    expect(unsaved).toBe(0)
    text.insert(0, 'Still here')
    copy.setUnsaved(1)
    expect(copy.state()).toBe('failed')
    copy.flush()
    await copy.clear()
    copy.close()
    expect(text.toString()).toBe('Still here')
  })

  it('leaves the document alone when it is damaged', async () => {
    const store = await openLocalCopyStore(NAME)
    await store.write({ update: Uint8Array.of(1, 7, 255), unsaved: 1 })
    const { copy, text, unsaved } = await open()
    expect([text.toString(), unsaved, copy.state()]).toEqual(['', 0, 'failed'])
  })
})
