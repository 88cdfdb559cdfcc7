import { expect, it } from 'vitest'
import { createGraph } from '../layout/graph.ts'
import { around, found, lightOfLink, lightOfNode } from './highlight.ts'

const graph = createGraph([
  { from: 'page', to: 'block' },
  { from: 'block', to: 'tone' },
  { from: 'page', to: 'tone' },
  { from: 'other', to: 'tone' },
  { from: 'other', to: 'rule' },
])

it('lights both ways from a node, and dims the rest', () => {
  const lit = around(graph, 'block')
  const lights = Object.fromEntries(graph.nodes.map((key) => [key, lightOfNode(lit, key)]))
  expect(lights).toEqual({ block: 'centre', page: 'above', tone: 'below', other: 'dim', rule: 'dim' })
  expect(lightOfLink(lit, 'page', 'block')).toBe('above')
  expect(lightOfLink(lit, 'block', 'tone')).toBe('below')
  // It reaches the tone also past the block: that way is not the block's.
  expect(lightOfLink(lit, 'page', 'tone')).toBe('dim')
  expect(lightOfLink(lit, 'other', 'tone')).toBe('dim')
})

it('lights everything over any number of steps', () => {
  const lit = around(graph, 'tone')
  expect([...lit.above].sort()).toEqual(['block', 'other', 'page'])
  expect(lightOfLink(lit, 'page', 'block')).toBe('above')
})

it('lights what was found, and draws as ever without a wish', () => {
  expect(lightOfNode(found(['rule']), 'rule')).toBe('above')
  expect(lightOfNode(found(['rule']), 'tone')).toBe('dim')
  expect(lightOfNode(null, 'tone')).toBeUndefined()
  expect(lightOfLink(null, 'page', 'tone')).toBeUndefined()
})
