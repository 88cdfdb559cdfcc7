import type { DemoPrompt } from '../demo-prompt.ts'

export const meetingMinutes: DemoPrompt = {
  name: 'Meeting minutes',
  category: 'tasks',
  subcategory: 'summarization',
  description: 'Turns a transcript into decisions, actions with owners, and open questions.',
  tags: ['summarize', 'internal'],
  by: 'dev',
  daysAgo: 47.4,
  message: 'Minutes from a transcript',
  text: `---
name: Meeting minutes
description: Turns a transcript into decisions, actions with owners, and open questions.
model:
  id: gpt-4.1
inputs:
  transcript:
    kind: string
    description: Who said what, in order.
    required: true
  participants:
    kind: string
    description: Names of those who were there, separated by commas.
---
system:
Write the minutes of a meeting for somebody who was not there and has two minutes.

## Decisions
What was decided, one line each.

## Actions
Who does what until when. Write "no date" where none was said.

## Open questions
What was raised and not settled.

Leave out greetings, jokes and how an opinion came about. Never invent an owner or a date.

{{> modifiers-general-plain-language}}

user:
{{#participants}}
Participants: {{participants}}

{{/participants}}
{{transcript}}
`,
  steps: [
    {
      by: 'ada',
      with: 'mei',
      daysAgo: 29.3,
      edits: [
        [
          '  participants:\n    kind: string\n    description: Names of those who were there, separated by commas.',
          '  participants:\n    kind: array\n    description: Names of those who were there.',
        ],
        [
          `{{#participants}}
Participants: {{participants}}

{{/participants}}
{{transcript}}`,
          `Participants:
{{#participants}}
- {{.}}
{{/participants}}
{{^participants}}
(not known; use the names in the transcript)
{{/participants}}

{{transcript}}`,
        ],
      ],
      commit: { message: 'Participants as a list of names', changeType: 'breaking' },
    },
    {
      by: 'mei',
      daysAgo: 12.5,
      edits: [
        [
          'What was decided, one line each.',
          'What was decided, one line each, with the reason in brackets where one was given.',
        ],
      ],
      commit: { message: 'Keep the reason of a decision', changeType: 'fix' },
    },
    {
      by: 'mei',
      daysAgo: 1.2,
      edits: [['Leave out greetings, jokes', 'Leave out greetings, small talk, jokes']],
      commit: null,
    },
  ],
}
