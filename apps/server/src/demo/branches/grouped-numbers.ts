import type { DemoBranch } from '../demo-branch.ts'
import { personalDataRedactor } from '../prompts/personal-data-redactor.ts'

/** A repair under way that nobody has asked to merge yet. */
export const groupedNumbers: DemoBranch = {
  prompt: personalDataRedactor,
  name: 'hotfix/grouped-numbers',
  by: 'ada',
  daysAgo: 0.7,
  steps: [
    {
      by: 'ada',
      daysAgo: 0.6,
      edits: [
        [
          '- account, card and document numbers: [NUMBER-1], …',
          '- account, card and document numbers, also written in groups: [NUMBER-1], …',
        ],
      ],
      commit: { message: 'Numbers written in groups of four slipped through', changeType: 'hotfix' },
    },
  ],
  request: null,
}
