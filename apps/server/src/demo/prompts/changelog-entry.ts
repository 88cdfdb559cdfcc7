import type { DemoPrompt } from '../demo-prompt.ts'

export const changelogEntry: DemoPrompt = {
  name: 'Changelog entry',
  category: 'formatters',
  description: 'Turns commit messages into one changelog section in a fixed form.',
  tags: ['engineering', 'summarize'],
  by: 'dev',
  daysAgo: 50.3,
  message: 'Fixed form for changelog sections',
  text: `---
name: Changelog entry
description: Turns commit messages into one changelog section in a fixed form.
model:
  id: gpt-4.1-mini
  options:
    temperature: 0
inputs:
  version:
    kind: string
    description: The version the section is for.
    required: true
    example: 2.4.0
  commits:
    kind: array
    description: Commit messages, newest first.
    required: true
---
system:
Write one section of a changelog in Markdown.

The heading is "## {{version}}". Under it, in this order and only where there is something to say:
### Breaking, ### Added, ### Changed, ### Fixed, ### Security

One line for each change a user can notice, beginning with a verb. Several commits about one thing make one line.
Leave out refactoring, tests and tooling.

user:
{{#commits}}
- {{.}}
{{/commits}}
`,
  steps: [
    {
      by: 'ada',
      daysAgo: 26.8,
      edits: [
        [
          'Leave out refactoring, tests and tooling.',
          'Leave out refactoring, tests and tooling. A line under Breaking says what a user has to do now.',
        ],
      ],
      commit: { message: 'Breaking changes say what to do', changeType: 'fix' },
    },
    {
      by: 'dev',
      daysAgo: 2.7,
      edits: [
        [
          '  commits:\n',
          `  date:
    kind: string
    description: Day of the release, YYYY-MM-DD; none in the heading where absent.
  commits:
`,
        ],
        ['"## {{version}}"', '"## {{version}}{{#date}} ({{date}}){{/date}}"'],
      ],
      commit: { message: 'Heading may carry the date', changeType: 'feature' },
    },
  ],
}
