import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge } from '../merge/merge.ts'
import { CommitGraph } from './commit-graph.ts'
import { generatedHistory, graphOf } from './generated-history.ts'
import { mergeBaseCommits, mergeBaseContent } from './merge-base-content.ts'

const contents = (texts: Readonly<Record<string, string>>) => (id: string) => {
  const text = texts[id]
  if (text === undefined) throw new Error(`The text of ${id} was asked for`)
  return text
}

/** Two branches that merge each other again and again: `rungs` criss-crosses, one above the other. */
function ladder(rungs: number, width = 2): CommitGraph {
  const graph = graphOf({ root: '' })
  let below = ['root']
  for (let rung = 0; rung < rungs; rung += 1) {
    const ids = Array.from({ length: width }, (_, place) => `${rung}.${place}`)
    graph.append(ids.map((id, place) => ({ id, seq: 2 + rung * width + place, parents: below })))
    below = ids
  }
  return graph
}

describe('the text under a merge', () => {
  it('GR11: is that of the one merge base, which alone is asked for', () => {
    const graph = graphOf({ root: '', base: 'root', a: 'base', b: 'base' })
    expect(mergeBaseContent(graph, 'a', 'b', contents({ base: 'text\n' }))).toBe('text\n')
    expect(mergeBaseCommits(graph, 'a', 'b')).toEqual(['base'])
    expect(mergeBaseContent(graph, 'a', 'root', contents({ root: '' }))).toBe('')
  })

  it('GR11: is null without a common ancestor', () => {
    const graph = graphOf({ a: '', b: '' })
    expect(mergeBaseContent(graph, 'a', 'b', contents({}))).toBeNull()
    expect(mergeBaseCommits(graph, 'a', 'b')).toEqual([])
  })

  it('GR12: after a criss-cross the bases are merged, so that what both sides have is no conflict', () => {
    const graph = graphOf({ root: '', a: 'root', b: 'root', x: 'a b', y: 'b a' })
    const texts = { root: 'one\ntwo\nthree\n', a: 'ONE\ntwo\nthree\n', b: 'one\ntwo\nTHREE\n' }
    const base = mergeBaseContent(graph, 'x', 'y', contents(texts))
    expect(base).toBe('ONE\ntwo\nTHREE\n')
    expect(mergeBaseCommits(graph, 'x', 'y')).toEqual(['b', 'a', 'root'])
    const [ours, theirs] = ['ONE\ntwo\nTHREE, and more\n', 'ONE\ntwo\nTHREE\n']
    expect(merge(base ?? '', ours, theirs, { prose: false }).clean).toBe(true)
    expect(merge(texts.a, ours, theirs, { prose: false }).clean).toBe(false)
  })

  it('GR12: where the bases conflict, what they come from stands', () => {
    const graph = graphOf({ root: '', a: 'root', b: 'root', x: 'a b', y: 'b a' })
    const texts = { root: 'top\n\nold\nend\n', a: 'top\n\nred\nend\nmore\n', b: 'Top\n\nblue\nend\n' }
    expect(mergeBaseContent(graph, 'x', 'y', contents(texts))).toBe('Top\n\nold\nend\nmore\n')
  })

  it('GR12: what the older base added stands before what the newer one did', () => {
    const graph = graphOf({ root: '', a: 'root', b: 'root', x: 'b a', y: 'a b' })
    const inputs = (...names: string[]) =>
      `---\ninputs:\n${names.map((name) => `  - name: ${name}\n`).join('')}---\nText\n`
    const texts = { root: inputs('z'), a: inputs('z', 'a'), b: inputs('z', 'b') }
    expect(mergeBaseContent(graph, 'x', 'y', contents(texts))).toBe(inputs('z', 'a', 'b'))
    expect(mergeBaseContent(graph, 'y', 'x', contents(texts))).toBe(inputs('z', 'a', 'b'))
  })

  it('GR12: bases without a common ancestor are merged over nothing', () => {
    const graph = graphOf({ a: '', b: '', x: 'a b', y: 'b a' })
    expect(mergeBaseContent(graph, 'x', 'y', contents({ a: 'same\n', b: 'same\n' }))).toBe('same\n')
    expect(mergeBaseCommits(graph, 'x', 'y')).toEqual(['b', 'a'])
  })

  it('GR12: three bases are merged one after the other', () => {
    const graph = graphOf({ root: '', a: 'root', b: 'root', c: 'root', x: 'a b c', y: 'c b a' })
    const texts = {
      root: '1\n2\n3\n4\n5\n',
      a: 'A\n2\n3\n4\n5\n',
      b: '1\n2\nB\n4\n5\n',
      c: '1\n2\n3\n4\nC\n',
    }
    expect(mergeBaseContent(graph, 'x', 'y', contents(texts))).toBe('A\n2\nB\n4\nC\n')
  })

  it('GR12: criss-crosses upon criss-crosses are followed down', () => {
    const graph = ladder(3)
    const texts = {
      root: '1\n2\n3\n4\n5\n6\n7\n',
      '0.0': 'a\n2\n3\n4\n5\n6\n7\n',
      '0.1': '1\n2\nb\n4\n5\n6\n7\n',
      '1.0': 'a\n2\nb\n4\nc\n6\n7\n',
      '1.1': 'a\n2\nb\n4\n5\n6\nd\n',
    }
    expect(mergeBaseContent(graph, '2.0', '2.1', contents(texts))).toBe('a\n2\nb\n4\nc\n6\nd\n')
  })

  it('GR13: asks for each commit once, and for those that are told', () => {
    fc.assert(
      fc.property(generatedHistory(), fc.nat(), fc.nat(), (commits, first, second) => {
        const graph = new CommitGraph()
        graph.append(commits)
        const [a, b] = [commits[first % commits.length]?.id ?? '', commits[second % commits.length]?.id ?? '']
        const asked: string[] = []
        const contentOf = (id: string) => {
          asked.push(id)
          return `${id}\n`
        }
        const content = mergeBaseContent(graph, a, b, contentOf)
        const told = mergeBaseCommits(graph, a, b)
        expect(asked.toSorted()).toEqual(told.toSorted())
        expect(told).toEqual(told.toSorted((one, two) => graph.seqOf(two) - graph.seqOf(one)))
        expect(content === null).toBe(graph.mergeBases(a, b).length === 0)
      }),
    )
  })

  it.each([
    [2, 5000],
    [3, 500],
    [6, 100],
  ])('GR14: %i branches that merge each other %i times take a bounded number of merges', (width, rungs) => {
    const graph = ladder(rungs, width)
    const [a, b] = [`${rungs - 1}.0`, `${rungs - 1}.1`]
    expect(mergeBaseContent(graph, a, b, () => 'text\n')).toBe('text\n')
    expect(mergeBaseCommits(graph, a, b).length).toBeLessThanOrEqual(2 * 64 + 1)
  })

  it('GR14: beyond that the newest base stands for all', () => {
    const graph = ladder(100)
    const lowest = mergeBaseCommits(graph, '99.0', '99.1').at(-1) ?? ''
    expect(lowest).toBe('34.1')
  })
})
