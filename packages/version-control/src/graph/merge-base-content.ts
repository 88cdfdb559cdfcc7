import { merge } from '../merge/merge.ts'
import { mergedText } from '../merge/merged-text.ts'
import type { CommitGraph } from './commit-graph.ts'
import { type BasePlan, planMergeBase } from './plan-merge-base.ts'

/**
 * The text to merge two heads over: that of their merge base. Several, after a criss-cross, are merged pairwise, the oldest first,
 * each time over the base of the two, found in the same way; conflicts take that base's side. At most 64 such merges are
 * made; where that is not enough, the newest of the bases in question stands for them.
 *
 * @param contentOf gives the text of a commit; asked at most once for each of {@link mergeBaseCommits}
 * @returns `null` when the two have no common ancestor
 * @throws RangeError for an id that is not in the graph
 */
export function mergeBaseContent(
  graph: CommitGraph,
  a: string,
  b: string,
  contentOf: (id: string) => string,
): string | null {
  const plan = planMergeBase(graph, a, b)
  if (!plan) return null
  const texts = new Map<BasePlan, string>()
  const contents = new Map(commitsOf(plan).map((id) => [id, contentOf(id)]))
  return textOf(plan, contents, texts)
}

/**
 * The commits whose text {@link mergeBaseContent} asks for, newest first, so that they can be loaded before. One where there is
 * one merge base, none where there is no common ancestor.
 *
 * @throws RangeError for an id that is not in the graph
 */
export function mergeBaseCommits(graph: CommitGraph, a: string, b: string): string[] {
  const plan = planMergeBase(graph, a, b)
  return plan ? commitsOf(plan).sort((one, two) => graph.seqOf(two) - graph.seqOf(one)) : []
}

function commitsOf(plan: BasePlan): string[] {
  const ids = new Set<string>()
  const seen = new Set<BasePlan>()
  const open = [plan]
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (next.kind === 'commit') ids.add(next.id)
    else open.push(next.ours, next.theirs, ...(next.base ? [next.base] : []))
  }
  return [...ids]
}

function textOf(plan: BasePlan, contents: ReadonlyMap<string, string>, texts: Map<BasePlan, string>): string {
  if (plan.kind === 'commit') return contents.get(plan.id) ?? ''
  const known = texts.get(plan)
  if (known !== undefined) return known
  const base = plan.base ? textOf(plan.base, contents, texts) : ''
  const ours = textOf(plan.ours, contents, texts)
  const theirs = textOf(plan.theirs, contents, texts)
  const text = mergedText(merge(base, ours, theirs), 'base')
  texts.set(plan, text)
  return text
}
