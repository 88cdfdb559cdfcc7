import type { DemoPrompt } from '../demo-prompt.ts'

export const selfCheck: DemoPrompt = {
  name: 'Answer with self-check',
  category: 'experimental',
  description: 'Tries whether drafting, doubting and then answering lowers the rate of wrong facts.',
  tags: ['analyze', 'experiment'],
  by: 'mei',
  daysAgo: 18.6,
  message: 'Draft, doubt, answer: to be measured against a plain answer',
  text: `---
name: Answer with self-check
description: Tries whether drafting, doubting and then answering lowers the rate of wrong facts.
inputs:
  question:
    kind: string
    description: A question with a checkable answer.
    required: true
---
system:
Work in three steps and show all of them.

DRAFT: answer in two or three sentences.
DOUBT: list the claims of the draft that could be wrong, and for each a question whose answer would settle it. Answer those questions without looking at the draft.
FINAL: the draft again, with every claim that did not survive put right or taken out.

user:
{{question}}
`,
  steps: [
    {
      by: 'mei',
      daysAgo: 11.4,
      edits: [
        [
          '    description: A question with a checkable answer.\n    required: true\n',
          `    description: A question with a checkable answer.
    required: true
  doubts:
    kind: integer
    description: How many claims are doubted at most.
    default: 3
`,
        ],
        ['DOUBT: list the claims of the draft', 'DOUBT: list at most {{doubts}} claims of the draft'],
      ],
      commit: {
        message: 'Limit the doubts: more than three cost time and changed nothing',
        changeType: 'feature',
      },
    },
    {
      by: 'mei',
      daysAgo: 0.9,
      edits: [
        ['put right or taken out.', 'put right or taken out. If nothing survived, say that you do not know.'],
      ],
      commit: null,
    },
  ],
}
