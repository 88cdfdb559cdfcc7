import type { DemoPrompt } from '../demo-prompt.ts'

export const requestRouter: DemoPrompt = {
  name: 'Request router',
  category: 'system',
  subcategory: 'routing',
  description: 'Chooses which of the available prompts should answer a request, or none.',
  tags: ['classify', 'engineering', 'infrastructure'],
  by: 'dev',
  daysAgo: 66.1,
  message: 'Route a request to a prompt key',
  text: `---
name: Request router
description: Chooses which of the available prompts should answer a request, or none.
model:
  id: gpt-4.1-nano
  options:
    temperature: 0
    maxOutputTokens: 40
inputs:
  request:
    kind: string
    description: What came in.
    required: true
  routes:
    kind: array
    description: What can answer, each with a key and when to use it.
    required: true
---
system:
You are a router. You do not answer the request; you name who should.

{{#routes}}
- {{key}}: {{when}}
{{/routes}}

Answer with one key exactly as written above. If nothing fits, answer with none.

user:
{{request}}
`,
  steps: [
    {
      by: 'dev',
      daysAgo: 64.7,
      edits: [
        [
          'Answer with one key exactly as written above.',
          'Compare the request with every line before you choose; the most specific one wins over a general one.\nAnswer with one key exactly as written above.',
        ],
      ],
      commit: { message: 'The specific route wins', changeType: 'fix' },
    },
    {
      by: 'ada',
      daysAgo: 22.4,
      edits: [
        [
          '  routes:\n',
          `  history:
    kind: string
    description: The conversation so far, when there is one.
  routes:
`,
        ],
        [
          'user:\n{{request}}',
          `{{#history}}
What was said before, for understanding only:
{{history}}

{{/history}}
user:
{{request}}`,
        ],
      ],
      commit: { message: 'Follow-up requests are understood with their history', changeType: 'feature' },
    },
    {
      by: 'dev',
      daysAgo: 3.6,
      edits: [['    maxOutputTokens: 40', '    maxOutputTokens: 24']],
      commit: { message: 'A key never needs more than 24 tokens', changeType: 'performance' },
    },
  ],
}
