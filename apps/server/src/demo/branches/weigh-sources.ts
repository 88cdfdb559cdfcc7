import type { DemoBranch } from '../demo-branch.ts'
import { researchAnalyst } from '../prompts/research-analyst.ts'

/** Waits for a review, with a question at a line. */
export const weighSources: DemoBranch = {
  prompt: researchAnalyst,
  name: 'feature/weigh-sources',
  by: 'dev',
  daysAgo: 3.5,
  steps: [
    {
      by: 'dev',
      daysAgo: 3.2,
      edits: [
        [
          '2. Where sources disagree, say so and name both.',
          '2. Where sources disagree, say so, name both, and say which one saw for itself what it reports.',
        ],
      ],
      commit: { message: 'Weigh sources that disagree', changeType: 'fix' },
    },
    {
      by: 'mei',
      with: 'dev',
      daysAgo: 2.1,
      edits: [
        [
          '4. Quote numbers and dates exactly as they stand in the source.',
          `4. Quote numbers and dates exactly as they stand in the source.
5. A source that repeats another is no second source: cite the one it repeats.`,
        ],
        ['- brief: one paragraph of at most 120 words', '- brief: one paragraph of at most 100 words'],
      ],
      commit: { message: 'Who repeats another source is no second one', changeType: 'fix' },
    },
  ],
  request: {
    by: 'dev',
    daysAgo: 3.1,
    title: 'Weigh sources that disagree',
    description: `Until now the answer names both sides and leaves the reader alone with them.

With this, it says **which source was there**. Two press reports that copy one agency count as one.`,
    deeds: [
      {
        kind: 'comment',
        by: 'rosa',
        daysAgo: 2.6,
        at: 'saw for itself what it reports',
        body: 'How does it know? Most of our sources have a title and a text and nothing else. What should the answer say when neither tells?',
      },
      {
        kind: 'answer',
        by: 'dev',
        daysAgo: 2.4,
        body: 'Rule 3 covers that: it says that the sources leave it open, and what kind of source would tell.',
      },
      {
        kind: 'comment',
        by: 'mei',
        daysAgo: 2.0,
        body: 'I made brief answers a little shorter while I was there. Tell me if that belongs in a change of its own.',
      },
    ],
  },
}
