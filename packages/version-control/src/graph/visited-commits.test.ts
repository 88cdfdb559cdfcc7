import { describe, expect, it } from 'vitest'
import { bestCommonAncestors, countUnshared, reaches } from './ancestry.ts'
import { CommitTable } from './commit-table.ts'
import { walkLog } from './walk-log.ts'

/** Counts how many commits are gone through. */
class CountingTable extends CommitTable {
  visited = 0

  override parentsOf(index: number): number[] {
    this.visited += 1
    return super.parentsOf(index)
  }

  override firstParentOf(index: number): number {
    this.visited += 1
    return super.firstParentOf(index)
  }
}

/** A chain of `length` commits, then five on top of the one that has ten above it. */
function forkedHistory(length: number) {
  const table = new CountingTable()
  for (let place = 0; place < length + 5; place += 1) {
    const parent = place === length ? length - 11 : place - 1
    table.add({ id: String(place), seq: place + 1, parents: place === 0 ? [] : [String(parent)] })
  }
  return { table, main: length - 1, fork: length - 11, branch: length + 4 }
}

type Forked = ReturnType<typeof forkedHistory>

/** What a log shows, up to `most`; then it is not asked any further. */
function shown(log: Iterable<number>, most: number): number[] {
  const indexes: number[] = []
  for (const index of log) {
    indexes.push(index)
    if (indexes.length === most) break
  }
  return indexes
}

const everything = { firstParentOnly: false, below: Number.POSITIVE_INFINITY, hidden: [] }

describe('what is visited', () => {
  it.each<[string, number, (history: Forked) => unknown, unknown]>([
    ['merge bases', 16, ({ table, main, branch }) => bestCommonAncestors(table, [main], [branch]).length, 1],
    [
      'ahead and behind',
      16,
      ({ table, main, branch }) => countUnshared(table, main, branch),
      { ahead: 10, behind: 5 },
    ],
    ['an ancestor', 10, ({ table, main, fork }) => reaches(table, main, fork), true],
    ['no ancestor', 5, ({ table, main, branch }) => reaches(table, branch, main), false],
    [
      'the first three of a log',
      2,
      ({ table, main }) => shown(walkLog(table, { ...everything, heads: [main] }), 3).length,
      3,
    ],
    [
      'what one head has more',
      16,
      ({ table, main, branch }) =>
        shown(walkLog(table, { ...everything, heads: [branch], hidden: [main] }), 99).length,
      5,
    ],
  ])('GR9: %s: at most %i commits, however long the history is', (_, most, ask, answer) => {
    for (const length of [100, 10_000]) {
      const history = forkedHistory(length)
      expect(ask(history)).toEqual(answer)
      expect(history.table.visited).toBeLessThanOrEqual(most)
    }
  })

  it('GR9: a long line that only one side merged is not followed once the bases are known', () => {
    const table = new CountingTable()
    for (let seq = 1; seq <= 1000; seq += 1) {
      table.add({ id: `old ${seq}`, seq, parents: seq === 1 ? [] : [`old ${seq - 1}`] })
    }
    table.add({ id: 'base', seq: 1001, parents: [] })
    table.add({ id: 'ours', seq: 1002, parents: ['base', 'old 1000'] })
    table.add({ id: 'theirs', seq: 1003, parents: ['base'] })
    const at = (id: string) => table.indexOf(id)
    expect(bestCommonAncestors(table, [at('ours')], [at('theirs')])).toEqual([at('base')])
    expect(table.visited).toBeLessThanOrEqual(3)
  })

  it('GR9: a page of a log costs its depth', () => {
    const { table, main } = forkedHistory(10_000)
    expect(shown(walkLog(table, { ...everything, heads: [main], below: main - 500 }), 50)).toHaveLength(50)
    expect(table.visited).toBeLessThanOrEqual(551)
  })
})
