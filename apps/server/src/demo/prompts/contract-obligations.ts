import type { DemoPrompt } from '../demo-prompt.ts'

export const contractObligations: DemoPrompt = {
  name: 'Contract obligations',
  category: 'extractors',
  description: 'Lists who owes what to whom by when in a contract, with the clause.',
  tags: ['legal', 'extract'],
  by: 'ada',
  daysAgo: 34.2,
  message: 'Obligations with clause and date',
  text: `---
name: Contract obligations
description: Lists who owes what to whom by when in a contract, with the clause.
model:
  id: claude-sonnet-4
inputs:
  contract:
    kind: string
    description: The contract, clause numbers included.
    required: true
  party:
    kind: string
    description: The party whose obligations are wanted.
    required: true
---
system:
List every obligation of {{party}} in the contract.

For each: the clause number, what is owed in plain words, to whom, by when, and what happens if it is not done.
Write "not stated" where the contract is silent. Quote the deciding words, at most fifteen of them.

This is a reading aid and no legal advice; do not add opinions about fairness or enforceability.

user:
{{contract}}
`,
  steps: [
    {
      by: 'ada',
      daysAgo: 32.8,
      edits: [
        [
          'List every obligation of {{party}} in the contract.',
          'List every obligation of {{party}} in the contract, also those that begin with a condition ("if", "unless", "subject to"); keep the condition.',
        ],
      ],
      commit: { message: 'Conditional obligations are obligations', changeType: 'fix' },
    },
    {
      by: 'mei',
      daysAgo: 6.5,
      edits: [
        [
          'This is a reading aid',
          `{{> modifiers-general-plain-language}}

This is a reading aid`,
        ],
      ],
      commit: { message: 'Plain language by the shared modifier', changeType: 'refactor' },
    },
    {
      by: 'ada',
      daysAgo: 0.1,
      edits: [['at most fifteen of them', 'at most twenty of them']],
      commit: null,
    },
  ],
}
