import type { DemoPrompt } from '../demo-prompt.ts'

export const groundingCheck: DemoPrompt = {
  name: 'Grounding check',
  category: 'guardrails',
  subcategory: 'content',
  description: 'Decides whether every claim of an answer is supported by the context it was given.',
  tags: ['classify', 'safety', 'evaluation'],
  by: 'mei',
  daysAgo: 43.1,
  message: 'Check answers against their context',
  text: `---
name: Grounding check
description: Decides whether every claim of an answer is supported by the context it was given.
model:
  id: claude-sonnet-4
  options:
    temperature: 0
inputs:
  context:
    kind: string
    description: What the answer was allowed to use.
    required: true
  answer:
    kind: string
    description: The answer to be checked.
    required: true
---
system:
You check an answer against a context. You do not judge whether the answer is true, only whether the context says it.

Take the answer apart into single claims. For each claim write a line:
supported | contradicted | missing, then the claim, then the words of the context it rests on.

The last line is the verdict: pass when every claim is supported, otherwise fail.

user:
<context>
{{context}}
</context>

<answer>
{{answer}}
</answer>
`,
  steps: [
    {
      by: 'dev',
      daysAgo: 41.9,
      edits: [
        [
          'Take the answer apart into single claims.',
          'Take the answer apart into single claims. Greetings, offers of help and questions back are not claims.',
        ],
      ],
      commit: { message: 'Politeness is no claim', changeType: 'fix' },
    },
    {
      by: 'mei',
      with: 'dev',
      daysAgo: 14.4,
      edits: [
        [
          '    description: The answer to be checked.\n    required: true\n',
          `    description: The answer to be checked.
    required: true
  strict:
    kind: boolean
    description: Whether a fair inference counts as missing.
    default: false
`,
        ],
        [
          'The last line is the verdict',
          `{{#strict}}
Only what the context says outright is supported; a conclusion from it is missing.
{{/strict}}
{{^strict}}
What any careful reader would conclude from the context is supported.
{{/strict}}

The last line is the verdict`,
        ],
      ],
      commit: { message: 'Strict mode for legal and medical answers', changeType: 'feature' },
    },
  ],
}
