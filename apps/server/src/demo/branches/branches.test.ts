import { diagnose, proposeChangeType } from '@incipit/document'
import { checkBranchName, merge } from '@incipit/version-control'
import { describe, expect, it } from 'vitest'
import { lineWith, textsOfBranch } from '../demo-branch.ts'
import { textsOf } from '../demo-prompt.ts'
import { DEMO_PROMPTS } from '../prompts/index.ts'
import { DEMO_BRANCHES } from './index.ts'

describe.each(DEMO_BRANCHES.map((branch) => [branch.name, branch] as const))('%s', (_, branch) => {
  it('is a branch of a prompt of the demo, with a good name', () => {
    expect(DEMO_PROMPTS).toContain(branch.prompt)
    expect(checkBranchName(branch.name)).toBeNull()
  })

  it('has nothing to complain about in any version, and honest change types', () => {
    const texts = textsOfBranch(branch)
    for (const text of texts) expect(diagnose(text), text).toEqual([])
    for (const [index, { commit }] of branch.steps.entries()) {
      const proposed = proposeChangeType(texts[index]!, texts[index + 1]!).changeType
      if (proposed !== 'fix') expect([commit.message, commit.changeType]).toEqual([commit.message, proposed])
    }
  })

  it('goes forward in time: from the first version to its commits, its request and what people did', () => {
    const { prompt, daysAgo, steps, request } = branch
    const first = steps[0]!.daysAgo
    const days = [prompt.daysAgo, daysAgo, first, ...(request ? [request.daysAgo] : [])]
    expect(days).toEqual(days.toSorted((a, b) => b - a))
    for (const own of [steps, request?.deeds ?? []]) {
      const times = own.map((entry) => entry.daysAgo)
      expect(times).toEqual(times.toSorted((a, b) => b - a))
    }
  })

  it('has comments at lines that are there when they are written', () => {
    const texts = textsOfBranch(branch)
    for (const deed of branch.request?.deeds ?? []) {
      if (deed.kind !== 'comment' || !deed.at) continue
      const committed = branch.steps.filter((step) => step.daysAgo > deed.daysAgo).length
      expect(lineWith(texts[committed]!, deed.at)).toBeGreaterThan(1)
    }
  })
})

describe('the branches of the demo', () => {
  const conflictsWithMain = (name: string) => {
    const branch = DEMO_BRANCHES.find((entry) => entry.name === name)!
    const [base] = textsOfBranch(branch)
    const main = textsOf(branch.prompt).at(-1)!
    return !merge(base!, main, textsOfBranch(branch).at(-1)!).clean
  }

  it('are of several authors, and one of them is in conflict with main', () => {
    expect(DEMO_BRANCHES.map(({ name }) => [name, conflictsWithMain(name)])).toEqual([
      ['feature/severity', false],
      ['feature/large-changes', true],
      ['feature/weigh-sources', false],
      ['hotfix/grouped-numbers', false],
    ])
    const authors = new Set(
      DEMO_BRANCHES.flatMap(({ steps }) => steps.flatMap(({ by, with: other }) => [by, other ?? by])),
    )
    expect(authors).toEqual(new Set(['ada', 'dev', 'mei']))
  })
})
