import type { DemoBranch } from '../demo-branch.ts'
import { codeReview } from '../prompts/code-review.ts'

/** In conflict: main changed the same words meanwhile. */
export const largeChanges: DemoBranch = {
  prompt: codeReview,
  name: 'feature/large-changes',
  by: 'mei',
  daysAgo: 5.1,
  steps: [
    {
      by: 'mei',
      daysAgo: 4.8,
      edits: [
        [
          'At most seven findings, the worst first.',
          'At most twelve findings, grouped by file, the worst file first.',
        ],
      ],
      commit: { message: 'Large changes get more findings, file by file', changeType: 'fix' },
    },
    {
      by: 'dev',
      with: 'mei',
      daysAgo: 3.9,
      edits: [
        ['Leave style to the formatter.', 'Leave style to the formatter. Skip files that only moved.'],
        ['- sure: high, medium or low', '- sure: high, medium or low, and what would settle it'],
      ],
      commit: { message: 'Skip moved files; doubts say what would settle them', changeType: 'fix' },
    },
  ],
  request: {
    by: 'mei',
    daysAgo: 4.6,
    title: 'More findings for large changes',
    description: `A change of forty files never has only seven findings worth reading.

- up to twelve, grouped by file
- files that only moved are left out`,
    deeds: [
      {
        kind: 'comment',
        by: 'rosa',
        daysAgo: 4.2,
        at: 'At most twelve findings',
        body: 'Does anybody read twelve? The last survey said that people stop after five. Could it be twelve for large changes only?',
      },
      {
        kind: 'answer',
        by: 'mei',
        daysAgo: 4.1,
        body: 'The prompt does not know how large the change is unless we count for it. I would rather try it for a week.',
      },
    ],
  },
}
