import type { DemoPrompt } from '../demo-prompt.ts'

export const outreachEmail: DemoPrompt = {
  name: 'Outreach e-mail',
  category: 'generators',
  variant: 'short',
  description: 'Writes a short first e-mail to somebody who may need what we offer, for a stated reason.',
  tags: ['sales', 'generate', 'customer-facing'],
  by: 'dev',
  daysAgo: 28.0,
  message: 'Short first e-mail',
  text: `---
name: Outreach e-mail
description: Writes a short first e-mail to somebody who may need what we offer, for a stated reason.
model:
  id: gpt-4.1
  options:
    temperature: 0.7
inputs:
  recipient:
    kind: object
    description: Name, role and company of the reader.
    required: true
  reason:
    kind: string
    description: Why we write to this person, now.
    required: true
  offer:
    kind: string
    description: What we can do for them, in one sentence.
    required: true
---
system:
Write an e-mail of at most 90 words with a subject line of at most seven.

The first sentence gives the reason and is about the reader. One sentence says what we offer.
The last one asks a question that can be answered with yes or no.
No flattery, no urgency, no "I hope this finds you well".

{{> modifiers-general-plain-language}}

user:
{{#recipient}}
To: {{name}}, {{role}} at {{company}}
{{/recipient}}
Reason: {{reason}}
Offer: {{offer}}
`,
  steps: [
    {
      by: 'mei',
      daysAgo: 10.9,
      edits: [
        [
          '    description: What we can do for them, in one sentence.\n    required: true\n',
          `    description: What we can do for them, in one sentence.
    required: true
  sender:
    kind: string
    description: First name to sign with; no signature where absent.
`,
        ],
        ['Offer: {{offer}}', 'Offer: {{offer}}\n{{#sender}}\nSigned by: {{sender}}\n{{/sender}}'],
      ],
      commit: { message: 'Sign with a name', changeType: 'feature' },
    },
  ],
  moves: [{ by: 'dev', daysAgo: 5.4, to: 'review' }],
}
