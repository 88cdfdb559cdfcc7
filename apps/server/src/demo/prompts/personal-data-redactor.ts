import type { DemoPrompt } from '../demo-prompt.ts'

export const personalDataRedactor: DemoPrompt = {
  name: 'Personal data redactor',
  category: 'guardrails',
  subcategory: 'privacy',
  description: 'Replaces personal data in a text by placeholders that stay the same for the same person.',
  tags: ['legal', 'privacy', 'building-block'],
  by: 'ada',
  daysAgo: 69.4,
  message: 'Redact names, addresses and numbers',
  text: `---
name: Personal data redactor
description: Replaces personal data in a text by placeholders that stay the same for the same person.
model:
  id: gpt-4.1-mini
  options:
    temperature: 0
inputs:
  text:
    kind: string
    description: What is to be redacted.
    required: true
---
system:
Return the text unchanged except that personal data is replaced:
- names of people: [PERSON-1], [PERSON-2], …
- e-mail addresses: [EMAIL-1], …
- telephone numbers: [PHONE-1], …
- postal addresses: [ADDRESS-1], …

The same person, address or number gets the same placeholder throughout.
Do not comment, do not shorten, do not correct.

user:
{{text}}
`,
  steps: [
    {
      by: 'ada',
      daysAgo: 60.8,
      edits: [
        [
          '- postal addresses: [ADDRESS-1], …',
          `- postal addresses: [ADDRESS-1], …
- dates of birth: [BIRTHDATE-1], …
- account, card and document numbers: [NUMBER-1], …`,
        ],
      ],
      commit: { message: 'Birth dates, cards and documents too', changeType: 'security' },
    },
    {
      by: 'dev',
      daysAgo: 36.3,
      edits: [
        [
          '    description: What is to be redacted.\n    required: true\n',
          `    description: What is to be redacted.
    required: true
  keep:
    kind: array
    description: Names that are public and stay, such as our own products.
`,
        ],
        [
          'The same person, address or number',
          `{{#keep}}
- not redacted, although it looks like a name: {{.}}
{{/keep}}

The same person, address or number`,
        ],
      ],
      commit: { message: 'Public names can be kept', changeType: 'feature' },
    },
    {
      by: 'mei',
      daysAgo: 8.3,
      edits: [
        [
          'throughout.\n',
          'throughout, also when a name is shortened, misspelt or only hinted at by a title.\n',
        ],
      ],
      commit: { message: 'Catch short forms and misspellings', changeType: 'security' },
    },
  ],
}
