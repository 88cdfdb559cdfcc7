import { expect, it } from 'vitest'
import { neighbourOf } from './neighbour.ts'

const at = (id: string, x: number, y: number) => ({ id, x, y })
const nodes = [at('a', 0, 0), at('b', 0, 72), at('c', 0, 144), at('x', 312, 0), at('y', 312, 144)]

it('steps to the nearest node in a direction, and stops at the edge', () => {
  const from = (id: string) => nodes.find((node) => node.id === id)!
  expect(neighbourOf(nodes, from('a'), 'down')).toBe('b')
  expect(neighbourOf(nodes, from('b'), 'up')).toBe('a')
  expect(neighbourOf(nodes, from('a'), 'right')).toBe('x')
  expect(neighbourOf(nodes, from('c'), 'right')).toBe('y')
  expect(neighbourOf(nodes, from('x'), 'left')).toBe('a')
  expect(neighbourOf(nodes, from('x'), 'down')).toBe('y')
  expect(neighbourOf(nodes, from('a'), 'up')).toBeNull()
  expect(neighbourOf(nodes, from('y'), 'right')).toBeNull()
})
