import { describe, expect, it, vi } from 'vitest'
import { latestOnly, type Workshop } from './latest-only.ts'

function setUp() {
  const begun: string[] = []
  const results: string[] = []
  const pending: { done: (result: string) => void; fail: () => void }[] = []
  let abandoned = 0
  let lost = 0
  const workshop: Workshop<string, string> = {
    begin: (request, done, fail) => {
      begun.push(request)
      pending.push({ done, fail })
    },
    abandon: () => {
      abandoned += 1
    },
  }
  const line = latestOnly({
    workshop,
    onResult: (result) => results.push(result),
    onLost: () => {
      lost += 1
    },
    patienceMs: 1_000,
  })
  return {
    line,
    begun,
    results,
    finish: (result: string) => pending.shift()?.done(result),
    fail: () => pending.shift()?.fail(),
    counts: () => ({ abandoned, lost }),
  }
}

describe('latestOnly', () => {
  it('works on one at a time, and of those that come meanwhile on the last', () => {
    const { line, begun, results, finish } = setUp()
    for (const request of ['a', 'b', 'c']) line.ask(request)
    expect(begun).toEqual(['a'])
    finish('A')
    expect(begun).toEqual(['a', 'c'])
    finish('C')
    expect(results).toEqual(['A', 'C'])
  })

  it('gives up what takes too long, and goes on with the next', () => {
    vi.useFakeTimers()
    const { line, begun, counts } = setUp()
    line.ask('a')
    line.ask('b')
    vi.advanceTimersByTime(1_000)
    expect(counts()).toEqual({ abandoned: 1, lost: 1 })
    expect(begun).toEqual(['a', 'b'])
    vi.useRealTimers()
  })

  it('gives up what failed at once, and goes on with the next', () => {
    const { line, begun, results, finish, fail, counts } = setUp()
    line.ask('a')
    line.ask('b')
    fail()
    expect(counts()).toEqual({ abandoned: 1, lost: 1 })
    expect(begun).toEqual(['a', 'b'])
    finish('B')
    expect(results).toEqual(['B'])
  })

  it('tells nothing after it was closed', () => {
    const { line, results, finish } = setUp()
    line.ask('a')
    line.close()
    finish('A')
    expect(results).toEqual([])
  })
})
