import type { DemoPrompt } from '../demo-prompt.ts'

export const plainLanguage: DemoPrompt = {
  name: 'Plain language',
  category: 'modifiers',
  description: 'Makes any prompt answer in short, concrete sentences. Included by other prompts.',
  tags: ['style', 'building-block'],
  by: 'mei',
  daysAgo: 63.0,
  message: 'One place for how we write',
  text: `---
name: Plain language
description: Makes any prompt answer in short, concrete sentences. Included by other prompts.
---
Write for a busy reader who is not a specialist.
- One thought in a sentence, the most important sentence first.
- Verbs instead of nouns: "we decided", not "a decision was made".
- Everyday words. Explain a technical term the first time it appears.
`,
  steps: [
    {
      by: 'mei',
      daysAgo: 45.6,
      edits: [
        [
          '- Everyday words. Explain a technical term the first time it appears.',
          `- Everyday words. Explain a technical term the first time it appears.
- Numbers as digits, with their unit.
- No exclamation marks, no "simply", no "just".`,
        ],
      ],
      commit: { message: 'Numbers and words to avoid', changeType: 'feature' },
    },
    {
      by: 'dev',
      daysAgo: 27.5,
      edits: [['a busy reader who is not a specialist', 'a busy reader who is bright but not a specialist']],
      commit: { message: 'Do not talk down to readers', changeType: 'fix' },
    },
  ],
  moves: [
    { by: 'mei', daysAgo: 26.4, to: 'review' },
    { by: 'rosa', daysAgo: 25.9, to: 'approved' },
    { by: 'rosa', daysAgo: 23.8, to: 'deployed' },
  ],
}
