import { describe, expect, it } from 'vitest'
import { historyPicture } from './history-picture.ts'

const commit = (hash: string, ...parents: string[]) => ({ hash, parents: parents.map((hash) => ({ hash })) })

describe('the picture of the history', () => {
  const merged = [commit('m', 'b', 'x'), commit('x', 'a'), commit('b', 'a'), commit('a')]

  it('draws every commit once, the first head at the left', () => {
    const { rowOf, lanes } = historyPicture(merged, ['m'])
    expect([...rowOf.keys()]).toEqual(['m', 'x', 'b', 'a'])
    expect(['m', 'b', 'a'].map((hash) => rowOf.get(hash)?.lane)).toEqual([0, 0, 0])
    expect(rowOf.get('x')?.lane).toBe(1)
    expect(lanes).toBe(2)
  })

  it('of a page goes on at the bottom', () => {
    const { rowOf } = historyPicture(merged.slice(0, 2), ['m'])
    expect(rowOf.get('x')?.edges.some(({ kind }) => kind === 'out')).toBe(true)
  })

  it('grows only so wide', () => {
    const heads = Array.from({ length: 40 }, (_, n) => commit(`h${n}`, 'root'))
    expect(historyPicture([...heads, commit('root')], []).lanes).toBe(12)
  })
})
