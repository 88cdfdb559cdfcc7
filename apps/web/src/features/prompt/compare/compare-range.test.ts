import { expect, it } from 'vitest'
import { parseRange, patchFileName, rangeAddress } from './compare-range.ts'

it('parseRange reads two references of any scheme', () => {
  const direct = { sinceMergeBase: false }
  expect(parseRange('1.0.0..2.1.0')).toEqual({ base: '1.0.0', head: '2.1.0', ...direct })
  expect(parseRange('2026.11.20.1..2026.11.21')).toEqual({
    base: '2026.11.20.1',
    head: '2026.11.21',
    ...direct,
  })
  expect(parseRange('v1..60a5b81')).toEqual({ base: 'v1', head: '60a5b81', ...direct })
  expect(parseRange('main..feature/warm-tone')).toEqual({
    base: 'main',
    head: 'feature/warm-tone',
    ...direct,
  })
})

it('parseRange reads three dots as: since they parted', () => {
  expect(parseRange('1.0.0...feature/x')).toEqual({ base: '1.0.0', head: 'feature/x', sinceMergeBase: true })
})

it('parseRange refuses what is not two references', () => {
  for (const range of ['', '..', '1.0.0', '1.0.0..', '..1.0.0', '1.0.0.2.0.0', 'a....b', 'a..b..c'])
    expect(parseRange(range), range).toBeNull()
})

it('rangeAddress and parseRange agree, whatever the names are', () => {
  for (const sinceMergeBase of [false, true]) {
    const range = { base: 'release/2026.1', head: 'feature/a-b', sinceMergeBase }
    const address = rangeAddress('/l/x/p/y', range)
    expect(address.split('/')).toHaveLength(7)
    expect(parseRange(decodeURIComponent(address.split('/').at(-1) ?? ''))).toEqual(range)
  }
})

it('patchFileName keeps the slashes of branches out', () => {
  expect(patchFileName('tasks-report', { base: 'main', head: 'feature/a' })).toBe(
    'tasks-report-main-feature-a.patch',
  )
})
