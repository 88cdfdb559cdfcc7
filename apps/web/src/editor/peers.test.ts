import { describe, expect, it } from 'vitest'
import { peersOf, peopleOf } from './peers.ts'

const place = { tname: 'content', assoc: 0 }
const ann = { user: { id: 'ann', name: 'Ann', hue: 3 }, selection: { anchor: place, head: place } }

const awareness = (states: Record<number, unknown>) => ({
  clientID: 1,
  getStates: () => new Map(Object.entries(states).map(([id, state]) => [Number(id), state])),
})

describe('peersOf', () => {
  it('leaves out this window and whoever cannot be understood', () => {
    const states = {
      1: ann,
      2: ann,
      3: null,
      4: 'x',
      5: { user: { id: 'b' } },
      6: { user: { ...ann.user, hue: 'red' } },
    }
    expect(peersOf(awareness(states)).map(({ clientId }) => clientId)).toEqual([2])
  })

  it('keeps a person whose selection is malformed, without a cursor', () => {
    for (const selection of [{}, { anchor: 'x' }, { anchor: place }, null, 7]) {
      expect(peersOf(awareness({ 2: { ...ann, selection } }))).toMatchObject([
        { name: 'Ann', selection: null },
      ])
    }
  })

  it('keeps hues within the twelve and names short', () => {
    const user = { id: 'x', name: '😀'.repeat(200), hue: 200 }
    const [peer] = peersOf(awareness({ 2: { user } }))
    expect(peer?.hue).toBeGreaterThanOrEqual(1)
    expect(peer?.hue).toBeLessThanOrEqual(12)
    expect(Array.from(peer?.name ?? '')).toHaveLength(40)
    expect(peersOf(awareness({ 2: { user: { ...user, hue: 0 } } }))[0]?.hue).toBe(1)
  })
})

describe('peopleOf', () => {
  it('shows a person once, by a window with a cursor', () => {
    const peers = peersOf(
      awareness({ 2: { user: ann.user }, 3: ann, 4: { user: { id: 'ben', name: 'Ben', hue: 1 } } }),
    )
    expect(peopleOf(peers).map(({ clientId, name }) => [clientId, name])).toEqual([
      [3, 'Ann'],
      [4, 'Ben'],
    ])
  })
})
