import type { Message } from '@incipit/document'
import { diffStat } from '../diff-stat.ts'
import { type MessagePair, pairMessages } from './pair-messages.ts'
import type { StructureChange } from './structure-change.ts'

/** @internal Messages that went, then in the order of the document after those that came, changed, or moved. */
export function compareMessages(before: readonly Message[], after: readonly Message[]): StructureChange[] {
  const [old, now] = [namesOf(before), namesOf(after)]
  const last = Number.POSITIVE_INFINITY
  const pairs = pairMessages(before, after)
  const inOrder = [
    ...pairs.filter((pair) => pair.after === null).sort((a, b) => (a.before ?? last) - (b.before ?? last)),
    ...pairs.filter((pair) => pair.after !== null).sort((a, b) => (a.after ?? last) - (b.after ?? last)),
  ]
  const moved = movedAfter(inOrder)
  return inOrder.flatMap((pair): StructureChange[] => {
    const [from, to] = [before[pair.before ?? -1], after[pair.after ?? -1]]
    const [oldName, newName] = [old[pair.before ?? -1] ?? '', now[pair.after ?? -1] ?? '']
    if (!to) return [change('removed', oldName, 'removed')]
    if (!from) return [change('added', newName, `added, ${lines(diffStat('', to.text).added)}`)]
    const became = from.role === to.role ? '' : `, was \`${oldName}\``
    if (from.text !== to.text || became) {
      return [change('changed', newName, `changed${became}${edits(from.text, to.text)}`)]
    }
    const places = `moved from place ${(pair.before ?? 0) + 1} to place ${(pair.after ?? 0) + 1}`
    return moved.has(pair) ? [change('moved', newName, places)] : []
  })
}

/** Pairs that stand on another side of some pair that stayed: those that {@link pairMessages} found out of order. */
function movedAfter(pairs: readonly MessagePair[]): Set<MessagePair> {
  const both = pairs.filter(({ before, after }) => before !== null && after !== null)
  const stayed = new Set(longestRise(both.map(({ before }) => before ?? 0)))
  return new Set(both.filter((_, place) => !stayed.has(place)))
}

/** Places of a longest list of ascending numbers among some numbers. */
function longestRise(numbers: readonly number[]): number[] {
  const ends: number[] = []
  const previous: number[] = []
  for (const [place, number] of numbers.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] ?? -1))
    ends[low] = place
  }
  const rise: number[] = []
  for (let place = ends.at(-1) ?? -1; place !== -1; place = previous[place] ?? -1) rise.push(place)
  return rise.reverse()
}

/** Role and number among the messages of that role. */
function namesOf(messages: readonly Message[]): string[] {
  const counts = new Map<string, number>()
  return messages.map(({ role }) => {
    if (role === null) return 'text'
    const count = (counts.get(role) ?? 0) + 1
    counts.set(role, count)
    return `${role} ${count}`
  })
}

function edits(before: string, after: string): string {
  const { added, removed } = diffStat(before, after)
  return added + removed === 0 ? '' : `, ${lines(added)} added, ${removed} removed`
}

function lines(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`
}

function change(kind: StructureChange['kind'], name: string, what: string): StructureChange {
  return { part: 'message', kind, name, description: `message \`${name}\` ${what}`, breaking: false }
}
