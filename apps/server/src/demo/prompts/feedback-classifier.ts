import type { DemoPrompt } from '../demo-prompt.ts'

export const feedbackClassifier: DemoPrompt = {
  name: 'Feedback classifier',
  category: 'tasks',
  subcategory: 'classification',
  description: 'Sorts a customer comment into themes with sentiment, for weekly counts.',
  tags: ['classify', 'marketing'],
  by: 'mei',
  daysAgo: 55.2,
  message: 'Themes and sentiment for the weekly report',
  text: `---
name: Feedback classifier
description: Sorts a customer comment into themes with sentiment, for weekly counts.
model:
  id: gpt-4.1-nano
  options:
    temperature: 0
inputs:
  comment:
    kind: string
    description: One comment, in any language.
    required: true
  themes:
    kind: array
    description: The themes we count, as short names.
    required: true
    example: [price, speed, onboarding, reliability]
---
system:
Label one customer comment.

Themes: {{#themes}}{{.}} {{/themes}}

Choose every theme the comment speaks about, and no other. If none fits, answer with the theme "other".
Sentiment is about the theme, not about the comment as a whole: one comment can praise the speed and regret the price.

Answer with one line for each theme: theme, a tab, then positive, neutral or negative.

user:
{{comment}}
`,
  steps: [
    {
      by: 'mei',
      daysAgo: 52.8,
      edits: [
        [
          'user:\n{{comment}}',
          `user:
Setup took ten minutes, but the invoice was a surprise.

assistant:
onboarding	positive
price	negative

user:
{{comment}}`,
        ],
      ],
      commit: { message: 'Show one worked example', changeType: 'performance' },
    },
    {
      by: 'dev',
      daysAgo: 20.1,
      edits: [
        [
          'Choose every theme the comment speaks about, and no other.',
          'Choose every theme the comment speaks about, and no other. Irony counts as what is meant, not as what is written.',
        ],
      ],
      commit: { message: 'Irony is labelled by its meaning', changeType: 'fix' },
    },
  ],
  moves: [
    { by: 'dev', daysAgo: 19.7, to: 'review' },
    { by: 'rosa', daysAgo: 19.2, to: 'approved' },
    { by: 'rosa', daysAgo: 18.4, to: 'deployed' },
    { by: 'rosa', daysAgo: 6.8, to: 'deprecated', reason: 'The request router does this now.' },
  ],
}
