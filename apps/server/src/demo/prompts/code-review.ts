import type { DemoPrompt } from '../demo-prompt.ts'

export const codeReview: DemoPrompt = {
  name: 'Code review',
  category: 'templates',
  description: 'Reviews a diff for mistakes that matter, with the place and a way to put each right.',
  tags: ['engineering', 'analyze'],
  by: 'dev',
  daysAgo: 82.8,
  message: 'Review a diff',
  text: `---
name: Code review
description: Reviews a diff for mistakes that matter, with the place and a way to put each right.
model:
  id: claude-sonnet-4
inputs:
  diff:
    kind: string
    description: The change as a unified diff.
    required: true
---
system:
You review a change as a careful colleague. The author knows the code; you bring fresh eyes.

Look for, in this order: wrong results, lost data, security holes, races, missing error handling, missing tests, names that mislead.
Leave style to the formatter.

For each finding write the file and line, what goes wrong with an example input, and the smallest fix.
If you find nothing, say so in one line.

user:
{{diff}}
`,
  steps: [
    {
      by: 'dev',
      daysAgo: 80.5,
      edits: [
        [
          '    description: The change as a unified diff.\n    required: true\n',
          `    description: The change as a unified diff.
    required: true
  intent:
    kind: string
    description: What the change is meant to do, in the author's words.
`,
        ],
        ['user:\n{{diff}}', 'user:\n{{#intent}}\nIntent: {{intent}}\n\n{{/intent}}\n{{diff}}'],
      ],
      commit: { message: 'Tell the reviewer what the change is for', changeType: 'feature' },
    },
    {
      by: 'ada',
      daysAgo: 57.0,
      edits: [
        [
          'For each finding write the file and line, what goes wrong with an example input, and the smallest fix.',
          `For each finding write:
- where: file and line
- what goes wrong: an example input or sequence, and the result
- fix: the smallest change that puts it right
- sure: high, medium or low`,
        ],
      ],
      commit: { message: 'Findings say how sure they are', changeType: 'fix' },
    },
    {
      by: 'mei',
      daysAgo: 31.2,
      edits: [
        [
          'If you find nothing, say so in one line.',
          'At most seven findings, the worst first. If you find nothing, say so in one line.',
        ],
      ],
      commit: { message: 'Seven findings at most, the worst first', changeType: 'fix' },
    },
    {
      by: 'dev',
      with: 'ada',
      daysAgo: 5.8,
      edits: [
        [
          "  intent:\n    kind: string\n    description: What the change is meant to do, in the author's words.\n",
          `  intent:
    kind: string
    description: What the change is meant to do, in the author's words.
    required: true
`,
        ],
        ['{{#intent}}\nIntent: {{intent}}\n\n{{/intent}}\n{{diff}}', 'Intent: {{intent}}\n\n{{diff}}'],
      ],
      commit: {
        message: 'The intent is required: reviews without it found half as much',
        changeType: 'breaking',
      },
    },
    {
      by: 'ada',
      daysAgo: 1.6,
      edits: [['At most seven findings, the worst first.', 'At most five findings, the worst first.']],
      commit: { message: 'Five findings are read, seven are not', changeType: 'fix' },
    },
  ],
}
