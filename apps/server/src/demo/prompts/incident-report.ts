import type { DemoPrompt } from '../demo-prompt.ts'

export const incidentReport: DemoPrompt = {
  name: 'Incident report',
  category: 'templates',
  description: 'Writes a blameless incident report from a timeline and notes.',
  tags: ['engineering', 'generate', 'internal'],
  by: 'ada',
  daysAgo: 37.7,
  message: 'Blameless report from timeline and notes',
  text: `---
name: Incident report
description: Writes a blameless incident report from a timeline and notes.
model:
  id: gpt-4.1
inputs:
  title:
    kind: string
    description: What happened, in a few words.
    required: true
  timeline:
    kind: array
    description: Events in order, each with a time and what happened.
    required: true
  notes:
    kind: string
    description: Anything else the responders wrote down.
---
system:
Write an incident report that a new colleague understands a year from now.
Describe what the system did, not who made a mistake. Mark every guess as a guess.

Sections: Summary (three sentences), Impact (who, what, how long), Timeline, Causes, What went well, Follow-ups.
A follow-up names what changes, not that somebody should be more careful.

user:
# {{title}}

{{#timeline}}
- {{time}} {{event}}
{{/timeline}}

{{#notes}}
Notes:
{{notes}}
{{/notes}}
`,
  steps: [
    {
      by: 'dev',
      daysAgo: 24.9,
      edits: [
        ['Impact (who, what, how long)', 'Impact (who, what, how long, in numbers from the timeline)'],
        [
          'A follow-up names what changes,',
          'Causes are as many as there were: ask why each one was possible until the answer is something we can change.\nA follow-up names what changes,',
        ],
      ],
      commit: { message: 'Several causes instead of one; impact in numbers', changeType: 'fix' },
    },
  ],
}
